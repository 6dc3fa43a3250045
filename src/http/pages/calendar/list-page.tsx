import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CalendarList } from '../../../usecases/calendar/list.ts'
import { may } from '../../../usecases/permissions.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  calendarScopeNames,
  calendarStateNames,
  calendarWords as words,
  editionName,
} from '../../ui/words/calendar.ts'
import { desk } from '../../ui/words/desk.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { CountsTable } from './counts-table.tsx'

type Props = { frame: Frame; list: CalendarList; notice: StepNotice | null }

/** Tables of holidays at the desk (放假安排): what is in use, versions, what each change moved. */
export function CalendarListPage({ frame, list, notice }: Props): JSX.Element {
  const { ctx, site } = frame.c.var
  const { to } = site
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[{ label: desk.cases, href: to.cases() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <StepOutcome attempt={null} notice={notice} />
      <p class="lead">{words.lead}</p>
      <h2>{words.inUse}</h2>
      <ul>
        {list.inUse.map((edition) => (
          <li>{editionName(edition)}</li>
        ))}
        <li>{words.codeOnly(list.builtIn.first, list.builtIn.last)}</li>
      </ul>
      <p>
        <a href={to.calendar()}>{words.publicTitle}</a>
      </p>
      {may(ctx.actor, 'calendar.draft') ? (
        <ul class="actions">
          {ctx.agency.parentId === null ? (
            <li>
              <a href={to.newCalendar({ scope: 'national' })}>{words.newNational}</a>
            </li>
          ) : null}
          <li>
            <a href={to.newCalendar({ scope: 'local' })}>{words.newLocal}</a>
          </li>
        </ul>
      ) : null}
      <h2>{words.versions}</h2>
      <Versions frame={frame} list={list} />
      {list.progress === null ? null : (
        <>
          <h2>{words.progress}</h2>
          <p>
            {words.progressText(
              list.progress.answered,
              list.progress.agencies,
              list.progress.moved,
            )}
          </p>
          <CountsTable caption={words.progress} counts={list.progress} />
        </>
      )}
      <h2>{words.switches}</h2>
      <Switches frame={frame} list={list} />
    </DeskPage>
  )
}

function Versions({ frame, list }: Pick<Props, 'frame' | 'list'>): JSX.Element {
  const { to } = frame.c.var.site
  if (list.versions.length === 0) {
    return (
      <EmptyState title={words.none}>
        <p>{words.noneWhy}</p>
      </EmptyState>
    )
  }
  return (
    <DataTable
      caption={words.versions}
      columns={[
        { label: words.title, kind: 'title' },
        { label: words.state, kind: 'date' },
        { label: words.source, kind: 'text' },
        { label: words.drafted, kind: 'date' },
        { label: words.checked, kind: 'date' },
      ]}
      rows={list.versions.map((one) => ({
        cells: [
          <a href={to.calendarVersion(one.id)}>
            {one.n === null
              ? `${calendarScopeNames[one.scope]} ${one.year} 年`
              : editionName({ ...one, n: one.n })}
          </a>,
          <Tag tone={one.state === 'draft' ? 'yellow' : one.state === 'in-force' ? 'blue' : 'grey'}>
            {calendarStateNames[one.state]}
          </Tag>,
          one.source.docNumber,
          one.draftedBy ?? '',
          one.checkedBy ?? '',
        ],
      }))}
    />
  )
}

function Switches({ frame, list }: Pick<Props, 'frame' | 'list'>): JSX.Element {
  const { to } = frame.c.var.site
  if (list.switches.length === 0) return <p>{words.switchesNone}</p>
  return (
    <DataTable
      caption={words.switches}
      columns={[
        { label: words.switchAt, kind: 'minute' },
        { label: words.cases, kind: 'number' },
        { label: words.moved, kind: 'number' },
        { label: words.renewed, kind: 'number' },
      ]}
      rows={list.switches.map(({ n, at, cases, moved, renewed }) => ({
        cells: [
          <a href={to.calendarMoves(n)}>{minuteOf(at)}</a>,
          String(cases),
          String(moved),
          String(renewed),
        ],
      }))}
    />
  )
}
