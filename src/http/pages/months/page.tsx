import type { JSX } from 'hono/jsx/jsx-runtime'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import { publicCorrection } from '../../../usecases/statistics/show-statistics.ts'
import type {
  CorrectionGroup,
  MonthLine,
  MonthsView,
} from '../../../usecases/statistics/list-months.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../ui/form.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { causeName } from '../../ui/words/figure-names.ts'
import { months as words } from '../../ui/words/months.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { CorrectionTable } from './correction-table.tsx'

/** The months of a year at the desk (结账和更正): what is closed, and what changed afterwards. */
export function MonthsPage(props: {
  frame: Frame
  view: MonthsView
  /** a reason that was refused: `action` is the commit that it explains */
  attempt: Attempt | null
  mayClose: boolean
  mayExplain: boolean
  isBadYear: boolean
  notice: StepNotice | null
}): JSX.Element {
  const { frame, view, attempt, mayClose, mayExplain, isBadYear, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.title} current="office">
      <h1>{words.title}</h1>
      <FigureSwitch frame={frame} part="months" />
      <ErrorSummary errors={attempt?.errors ?? {}} />
      {isBadYear ? <Notice tone="warning" title={words.badYear} /> : null}
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title}>
          {notice.text}
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      <Form action={to.months()} method="get" className="filter-line">
        <TextField
          name="year"
          label={words.year}
          value={String(view.year)}
          inputmode="numeric"
          maxlength={4}
          width="short"
        />
        <SubmitRow label={words.show} />
      </Form>
      <h2>{`${view.year}年`}</h2>
      <DataTable
        caption={words.title}
        columns={[
          { label: words.month, kind: 'title' },
          { label: words.state },
          { label: words.corrections },
        ]}
        rows={view.lines.toReversed().map((line) => ({
          cells: [
            line.month,
            <MonthState line={line} action={mayClose ? to.months() : null} />,
            correctionsOf(line),
          ],
        }))}
      />
      <h2>{words.list}</h2>
      {view.groups.length === 0 ? <EmptyState title={words.noList} /> : null}
      {view.groups.map((group) => (
        <Group
          group={group}
          attempt={attempt?.action === group.commitId ? attempt : null}
          action={mayExplain ? to.months() : null}
          year={view.year}
        />
      ))}
      <Below view={view} />
    </DeskPage>
  )
}

function MonthState({ line, action }: { line: MonthLine; action: string | null }): JSX.Element {
  const { month, closed, isOver, isAhead, closesOn } = line
  if (closed !== null) {
    const on = dayOf(closed.closedAt)
    return (
      <>
        {closed.name === null
          ? fill(words.closedBySchedule, { on })
          : fill(words.closed, { on, by: closed.name })}
      </>
    )
  }
  if (!isOver) return <>{words.current}</>
  return (
    <>
      {isAhead ? `${words.open}，${fill(words.due, { on: closesOn })}` : words.open}
      {action === null ? null : (
        <Form action={action} className="inline-acts">
          <Hidden name="month" value={month} />
          <button type="submit" class="button">
            {words.close}
            <span class="away">{month}</span>
          </button>
        </Form>
      )}
    </>
  )
}

function correctionsOf({ closed }: MonthLine): string {
  if (closed === null || closed.corrections === 0) return words.none
  const all = fill(words.correctionsOf, { n: closed.corrections })
  return closed.open === 0 ? all : `${all}，${fill(words.awaiting, { n: closed.open })}`
}

/** One commit's corrections, and the form for their reason where it is wanted. */
function Group(props: {
  group: CorrectionGroup
  attempt: Attempt | null
  action: string | null
  year: number
}): JSX.Element {
  const { group, attempt, action, year } = props
  const { rows, commitId } = group
  const [first] = rows
  const isOpen = rows.some(({ reason }) => reason === null)
  const n = Math.max(...rows.map(({ events }) => events))
  return (
    <section class="panel">
      <h3>{fill(words.causeOf, { cause: causeName(first?.cause ?? ''), n })}</h3>
      <CorrectionTable rows={rows.map(publicCorrection)} />
      {action !== null && isOpen ? (
        <Form action={action}>
          <Hidden name="commit" value={commitId} />
          <Hidden name="year" value={year} />
          <TextField
            id={`reason-${commitId}`}
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            maxlength={300}
            value={attempt?.text.get('reason')}
            error={attempt?.errors['reason']}
            required
          />
          <SubmitRow label={words.explain} />
        </Form>
      ) : null}
    </section>
  )
}

function Below({ view }: { view: MonthsView }): JSX.Element | null {
  if (view.below.length === 0) return null
  return (
    <section>
      <h2>{words.below}</h2>
      <DataTable
        caption={words.below}
        columns={[
          { label: words.agency, kind: 'title' },
          { label: words.closedMonths, kind: 'number' },
          { label: words.corrections, kind: 'number' },
        ]}
        rows={view.below.map(({ agency, closed, corrections }) => ({
          cells: [agency.name, String(closed), String(corrections)],
        }))}
      />
    </section>
  )
}

function dayOf(at: number): string {
  return toRfc3339(at).slice(0, 10)
}
