import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FilingList } from '../../../../usecases/norm/list-filings.ts'
import type { FilingLine } from '../../../../usecases/norm/show-filing.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { filingOutcomes, filingStates, norm as words } from '../../../ui/words/norm.ts'
import { labelOf } from '../../label-of.ts'
import type { Frame } from '../frame.ts'
import { agencyName } from '../letter/lines.tsx'
import { NormSwitch } from './norm-switch.tsx'

/** What agencies below have filed (下级报备): what waits for a review first, then all, newest first. */
export function FilingsPage(props: {
  frame: Frame
  list: FilingList
  isFirst: boolean
}): JSX.Element {
  const { frame, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.filings} current="norms">
      <h1>{words.filings}</h1>
      <p class="lead">{words.filingsLead}</p>
      <NormSwitch frame={frame} current="filings" />
      {list.open.length === 0 || !isFirst ? null : (
        <section>
          <h2>{words.filingsOpen}</h2>
          <FilingTable frame={frame} caption={words.filingsOpen} filings={list.open} />
        </section>
      )}
      {list.items.length === 0 ? (
        <EmptyState title={words.noFilings}>
          <p>{words.noFilingsWhy}</p>
        </EmptyState>
      ) : (
        <section>
          <h2>{words.views.filings}</h2>
          <FilingTable frame={frame} caption={words.filings} filings={list.items} />
        </section>
      )}
      <Pager
        next={list.next === null ? null : to.filings({ cursor: list.next })}
        first={isFirst ? null : to.filings()}
      />
    </DeskPage>
  )
}

function FilingTable(props: {
  frame: Frame
  caption: string
  filings: readonly FilingLine[]
}): JSX.Element {
  const { frame, caption, filings } = props
  const { to } = frame.c.var.site
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: words.name, kind: 'title' },
        { label: words.number, kind: 'code' },
        { label: words.sender },
        { label: words.filedOn, kind: 'date' },
        { label: words.reviewBy, kind: 'date' },
        { label: words.state },
      ]}
      rows={filings.map((filing) => ({
        cells: [
          <a href={to.filing(filing.letterId)}>{filing.title}</a>,
          filing.number,
          agencyName(frame, filing.sender),
          filing.filedOn,
          filing.dueOn,
          <FilingState filing={filing} />,
        ],
      }))}
    />
  )
}

/** How a filing stands, with what is late about it, in words. */
export function FilingState({ filing }: { filing: FilingLine }): JSX.Element {
  const { state, isLate, isOverdue, outcome } = filing
  return (
    <>
      <Tag tone={state === 'open' ? 'blue' : state === 'accepted' ? 'green' : 'grey'}>
        {filingStates[state]}
        {outcome === null ? '' : `：${labelOf(filingOutcomes, outcome)}`}
      </Tag>
      {isOverdue ? <Tag tone="red">{words.overdue}</Tag> : null}
      {isLate ? <Tag tone="yellow">{words.late}</Tag> : null}
    </>
  )
}
