import { destructionNumber } from '../../../domain/application/destruction.ts'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { groupNames } from '../../../domain/application/destruction.ts'
import type { DueCase, RetentionView } from '../../../usecases/application/retention/list.ts'
import type { DestructionLine } from '../../../usecases/application/retention/show.ts'
import { may } from '../../../usecases/permissions.ts'
import type { Paths } from '../../paths.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { outcomeLabel } from '../../ui/words/application.ts'
import { desk } from '../../ui/words/desk.ts'
import { destructionStateNames, retentionWords as words } from '../../ui/words/retention.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'

type Props = { frame: Frame; view: RetentionView; filled: Filled; notice: StepNotice | null }

/** Cases whose term is over, and the lists of destruction so far (保管与销毁). */
export function RetentionPage({ frame, view, filled, notice }: Props): JSX.Element {
  const { ctx, site } = frame.c.var
  const { to } = site
  const mayPropose = may(ctx.actor, 'retention.propose')
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[{ label: desk.cases, href: to.cases() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <ErrorSummary errors={filled.errors} />
      <StepOutcome attempt={null} notice={notice} />
      <p class="lead">{words.lead}</p>
      <h2>{words.due}</h2>
      {view.due.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <DueTable to={to} rows={view.due} />
      )}
      {view.hasMore ? <p>{words.more}</p> : null}
      {mayPropose && view.due.length > 0 ? (
        <section class="panel">
          <Form action={to.retention()}>
            <Checkboxes
              {...fieldOf(filled, 'receipts', words.choose)}
              hint={words.chooseHint}
              options={view.due.map(({ receipt, number }) => ({ value: receipt, label: number }))}
            />
            <SubmitRow label={words.propose} danger />
          </Form>
        </section>
      ) : null}
      <h2>{words.lists}</h2>
      {view.lists.length === 0 ? <p>{words.noLists}</p> : <Lists to={to} rows={view.lists} />}
    </DeskPage>
  )
}

function DueTable({ to, rows }: { to: Paths; rows: readonly DueCase[] }): JSX.Element {
  return (
    <DataTable
      caption={words.due}
      columns={[
        { label: words.number, kind: 'title' },
        { label: words.group, kind: 'text' },
        { label: words.term, kind: 'date' },
        { label: words.endedOn, kind: 'date' },
        { label: words.keptUntil, kind: 'date' },
      ]}
      rows={rows.map(({ receipt, number, outcome, group, years, endedOn, keptUntil }) => ({
        cells: [
          <a href={to.case(receipt)}>{number}</a>,
          group === 'disputed' || outcome === null ? groupNames[group] : outcomeLabel(outcome),
          words.years(years),
          endedOn,
          keptUntil,
        ],
      }))}
    />
  )
}

function Lists({ to, rows }: { to: Paths; rows: readonly DestructionLine[] }): JSX.Element {
  return (
    <DataTable
      caption={words.lists}
      columns={[
        { label: words.list, kind: 'title' },
        { label: words.state, kind: 'date' },
        { label: words.proposed, kind: 'text' },
        { label: words.decided, kind: 'text' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a href={to.destruction(row.id)}>
            {row.number === null ? minuteOf(row.proposedAt) : destructionNumber(row.number)}
          </a>,
          destructionStateNames[row.state],
          row.proposedBy,
          row.decidedBy ?? '',
        ],
      }))}
    />
  )
}
