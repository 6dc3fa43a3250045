import type { JSX } from 'hono/jsx/jsx-runtime'
import { calendarLifecycle } from '../../../domain/calendar/lifecycle.ts'
import type { CalendarPage } from '../../../usecases/calendar/show.ts'
import { may } from '../../../usecases/permissions.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  calendarActionNames,
  calendarScopeNames,
  calendarStateNames,
  calendarWords as words,
  editionName,
} from '../../ui/words/calendar.ts'
import { desk } from '../../ui/words/desk.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepForm } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { CountsTable } from './counts-table.tsx'
import { MovesTable } from './moves-table.tsx'
import { HolidayTable, SourceLine } from './table.tsx'

type Props = { frame: Frame; page: CalendarPage; notice: StepNotice | null }

/** A version of a year's table (放假安排的一个版本): its days, its notice, what it would move. */
export function CalendarVersionPage({ frame, page, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const { shown } = page
  const title =
    shown.n === null
      ? `${calendarScopeNames[shown.scope]} ${shown.year} 年`
      : editionName({ ...shown, n: shown.n })
  return (
    <DeskPage
      {...frame}
      title={title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.deskCalendar() },
        { label: title },
      ]}
      aside={<Steps frame={frame} page={page} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone={shown.state === 'draft' ? 'yellow' : 'blue'}>
          {calendarStateNames[shown.state]}
        </Tag>
      </p>
      <StepOutcome attempt={null} notice={notice} />
      <section class="panel">
        <SummaryList
          rows={[
            { label: words.source, value: <SourceLine source={shown.source} /> },
            { label: words.drafted, value: by(shown.draftedBy, shown.draftedAt) },
            ...(shown.checkedAt === null
              ? []
              : [{ label: words.checked, value: by(shown.checkedBy, shown.checkedAt) }]),
          ]}
        />
      </section>
      <HolidayTable caption={title} table={shown.table} />
      <Trial frame={frame} page={page} />
    </DeskPage>
  )
}

function by(name: string | null, at: string | null): string {
  return [name, at === null ? null : minuteOf(at)].filter((part) => part !== null).join('　')
}

function Trial({ frame, page }: Pick<Props, 'frame' | 'page'>): JSX.Element | null {
  const { ctx, site } = frame.c.var
  const { own, all, shown } = page
  if (own === null) return null
  return (
    <section class="panel">
      <h2>{words.trial}</h2>
      {all === null || all.answered === 0 ? null : (
        <>
          <p>{words.trialAll(all.moved, all.cases, all.answered, all.agencies)}</p>
          <CountsTable caption={words.progress} counts={all} />
        </>
      )}
      {all === null ? null : (
        <>
          {all.answered === 0 ? <p>{words.trialNone}</p> : null}
          {may(ctx.actor, 'calendar.draft') ? (
            <Form action={site.to.calendarTrial(shown.id)}>
              <SubmitRow label={words.trialAsk} />
            </Form>
          ) : null}
        </>
      )}
      <p>{words.trialHere(own.moved, own.cases)}</p>
      {own.first.length === 0 ? null : <MovesTable to={site.to} moved={own.first} />}
    </section>
  )
}

function Steps({ frame, page }: Pick<Props, 'frame' | 'page'>): JSX.Element | null {
  const { to } = frame.c.var.site
  const { actions, id, state, version } = page.shown
  if (state !== 'draft') return null
  return (
    <div class="acts no-print" id="acts">
      {actions.includes('check') ? null : <p>{words.samePerson}</p>}
      {actions.includes('edit') ? (
        <p>
          <a href={to.calendarEdit(id)}>{words.edit}</a>
        </p>
      ) : null}
      {actions.map((action) =>
        action === 'edit' ? null : (
          <StepForm
            label={calendarActionNames[action]}
            action={to.calendarAct(id, action)}
            version={version}
            law={calendarLifecycle.find((row) => row.action === action)?.law}
            danger={action === 'drop'}
          >
            {action === 'check' ? <p>{words.checkHint}</p> : null}
          </StepForm>
        ),
      )}
    </div>
  )
}
