import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Disputes } from '../../../usecases/dispute/list.ts'
import type { DisputeLine } from '../../../usecases/dispute/view.ts'
import type { Paths } from '../../paths.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { dispute, disputeKinds, disputeResults, disputeStates } from '../../ui/words/dispute.ts'
import type { Frame } from '../desk/frame.ts'
import { type DisputePart, DisputeSwitch } from './desk-switch.tsx'
import { DueTag } from './due-tag.tsx'

/** What was asked of the list beside its part: the records behind one figure of table 4. */
export type DisputeAsked = {
  state: 'open' | 'decided' | 'pending'
  kind?: string | undefined
  result?: string | undefined
  period?: string | undefined
}

/** Reconsiderations and suits at the desk (复议诉讼): what has to be answered soonest first. */
export function DisputesPage(props: {
  frame: Frame
  asked: DisputeAsked
  heading: string | null
  list: Disputes
  mayAct: boolean
  hasComplaints: boolean
  isFirst: boolean
}): JSX.Element {
  const { frame, asked, heading, list, mayAct, hasComplaints, isFirst } = props
  const { to } = frame.c.var.site
  const part: DisputePart | null =
    heading !== null || asked.state === 'pending' ? null : asked.state
  return (
    <DeskPage {...frame} title={dispute.title} current="disputes">
      <h1>{dispute.title}</h1>
      <p class="lead">{dispute.lead}</p>
      {mayAct ? (
        <p class="submit">
          <a class="button" href={to.newDispute()}>
            {dispute.register}
          </a>
        </p>
      ) : null}
      <DisputeSwitch to={to} part={part} hasDisputes hasComplaints={hasComplaints} />
      {heading === null ? null : (
        <p>
          <strong>{heading}</strong> <a href={to.disputes()}>{dispute.all}</a>
        </p>
      )}
      {list.items.length === 0 ? (
        <EmptyState title={dispute.none}>
          <p>{dispute.noneWhy}</p>
        </EmptyState>
      ) : (
        <DisputeTable to={to} rows={list.items} />
      )}
      <Pager
        next={list.next === null ? null : to.disputes({ ...asked, cursor: list.next })}
        first={isFirst ? null : to.disputes(asked)}
      />
    </DeskPage>
  )
}

/** Disputes as a table. */
export function DisputeTable(props: { to: Paths; rows: readonly DisputeLine[] }): JSX.Element {
  const { to, rows } = props
  return (
    <DataTable
      caption={dispute.title}
      columns={[
        { label: dispute.organ, kind: 'title' },
        { label: dispute.kind, kind: 'date' },
        { label: dispute.dueOn, kind: 'date' },
        { label: dispute.state, kind: 'date' },
        { label: dispute.acceptedOn, kind: 'date' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a href={to.dispute(row.id)}>{nameOf(row)}</a>,
          disputeKinds[row.kind],
          <DayCell row={row} />,
          stateText(row),
          row.acceptedOn,
        ],
      }))}
    />
  )
}

function DayCell({ row }: { row: DisputeLine }): JSX.Element {
  if (row.decidedOn !== null) return <span>{row.decidedOn}</span>
  return row.due === null ? (
    <span>{dispute.noDue}</span>
  ) : (
    <DueTag on={row.due.dueOn} near={row.nearness} />
  )
}

/** A dispute by its organ and number. */
export function nameOf({ organ, caseNumber }: Pick<DisputeLine, 'organ' | 'caseNumber'>): string {
  return caseNumber === null ? organ : `${organ} ${caseNumber}`
}

/** How a dispute stands, with its result once it has one. */
export function stateText({ state, result }: Pick<DisputeLine, 'state' | 'result'>): string {
  return result === null
    ? disputeStates[state]
    : `${disputeStates[state]}：${disputeResults[result]}`
}
