import type { JSX } from 'hono/jsx/jsx-runtime'
import { readPeriod } from '../../../domain/statistics/period.ts'
import type { Complaint } from '../../../usecases/dispute/complaint-view.ts'
import type { Complaints } from '../../../usecases/dispute/list-complaints.ts'
import type { Paths } from '../../paths.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { complaint, complaintFindings, complaintOriginNames } from '../../ui/words/dispute.ts'
import { periodName } from '../../ui/words/office.ts'
import { labelOf } from '../label-of.ts'
import type { Frame } from '../desk/frame.ts'
import { DisputeSwitch } from './desk-switch.tsx'
import { DueTag } from './due-tag.tsx'

/** Complaints about the handling of applications at the desk (投诉), the oldest open one first. */
export function ComplaintsPage(props: {
  frame: Frame
  part: 'open' | 'answered'
  /** the figure whose complaints are listed: its period and finding; empty for the lists of work */
  filter: Readonly<Record<string, string>>
  list: Complaints
  mayEnter: boolean
  hasDisputes: boolean
  isFirst: boolean
  isEntered: boolean
}): JSX.Element {
  const { frame, part, filter, list, mayEnter, hasDisputes, isFirst, isEntered } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={complaint.title} current="disputes">
      <h1>{complaint.title}</h1>
      {isEntered ? <Notice tone="success" title={complaint.entered} /> : null}
      <p class="lead">{complaint.lead}</p>
      {mayEnter ? (
        <p class="submit">
          <a class="button" href={to.newComplaint()}>
            {complaint.enter}
          </a>
        </p>
      ) : null}
      <DisputeSwitch
        to={to}
        part={part === 'open' ? 'complaints' : 'answered'}
        hasDisputes={hasDisputes}
        hasComplaints
      />
      {countedName(filter) === null ? null : <h2>{countedName(filter)}</h2>}
      {list.items.length === 0 ? (
        <EmptyState title={complaint.none}>
          <p>{complaint.noneWhy}</p>
        </EmptyState>
      ) : (
        <ComplaintTable to={to} rows={list.items} />
      )}
      <Pager
        next={
          list.next === null ? null : to.complaints({ state: part, ...filter, cursor: list.next })
        }
        first={isFirst ? null : to.complaints({ state: part, ...filter })}
      />
    </DeskPage>
  )
}

/** Names the figure whose complaints are listed; null for the lists of work. */
function countedName({
  period = '',
  finding = '',
}: Readonly<Record<string, string>>): string | null {
  const span = readPeriod(period)
  if (span === null) return null
  const of =
    finding === ''
      ? complaint.answered
      : labelOf({ ...complaintFindings, confirmed: complaint.confirmed }, finding)
  return `${periodName(span)}，${of}`
}

/** Complaints as a table. */
export function ComplaintTable(props: { to: Paths; rows: readonly Complaint[] }): JSX.Element {
  const { to, rows } = props
  return (
    <DataTable
      caption={complaint.title}
      columns={[
        { label: complaint.text, kind: 'title' },
        { label: complaint.case, kind: 'date' },
        { label: complaint.dueOn, kind: 'date' },
        { label: complaint.finding, kind: 'date' },
        { label: complaint.origin, kind: 'date' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a href={to.complaint(row.id)}>{beginning(row.text)}</a>,
          <a href={to.case(row.receipt)}>{row.number ?? row.receipt}</a>,
          <DueTag on={row.answeredOn ?? row.dueOn} near={row.nearness} />,
          row.finding === null ? complaint.open : complaintFindings[row.finding],
          complaintOriginNames[row.origin],
        ],
      }))}
    />
  )
}

const shownCharacters = 40

function beginning(text: string): string {
  const letters = Array.from(text.replaceAll('\n', ' '))
  return letters.length <= shownCharacters
    ? letters.join('')
    : `${letters.slice(0, shownCharacters).join('')}…`
}
