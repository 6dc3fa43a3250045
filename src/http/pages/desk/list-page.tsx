import type { JSX } from 'hono/jsx/jsx-runtime'
import { figureOf } from '../../../domain/statistics/figure.ts'
import { isTiming, timings } from '../../../domain/statistics/result-groups.ts'
import { readPeriod } from '../../../domain/statistics/period.ts'
import type { CaseList } from '../../../usecases/application/list-cases.ts'
import type { CaseRow } from '../../../usecases/application/case-row.ts'
import { may } from '../../../usecases/permissions.ts'
import type { Paths } from '../../paths.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable, type TableRow } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { channelLabels, classLabel, outcomeLabel, stateLabels } from '../../ui/words/application.ts'
import { dueText } from '../../ui/words/case.ts'
import { caseReviewWords } from '../../ui/words/case-review.ts'
import { calendarWords } from '../../ui/words/calendar.ts'
import { desk } from '../../ui/words/desk.ts'
import { sealWords } from '../../ui/words/seal.ts'
import { figureName, looking } from '../../ui/words/looking.ts'
import { periodName } from '../../ui/words/office.ts'
import { sameRequest } from '../../ui/words/same-request.ts'
import { retentionWords } from '../../ui/words/retention.ts'
import { labelOf } from '../label-of.ts'
import { type CaseTab, caseTabs, tabQuery } from './case/tabs.ts'
import type { Frame } from './frame.ts'

/** The cases of the desk (办件列表): by due day, colour always with its words, thirty to a page. */
export function CaseListPage(props: {
  frame: Frame
  tab: CaseTab
  q: string
  /** the figure of table three whose cases are listed; empty for the lists of work */
  counted: Readonly<Record<string, string>>
  list: CaseList
  isFirst: boolean
}): JSX.Element {
  const { frame, tab, q, counted, list, isFirst } = props
  const { to } = frame.c.var.site
  const heading = countedName(counted)
  const query = heading !== null ? counted : q === '' ? tabQuery(tab) : { q }
  return (
    <DeskPage {...frame} title={desk.cases} current="cases">
      <h1>{desk.cases}</h1>
      <nav class="switch" aria-label={desk.tabsLabel}>
        <ul>
          {caseTabs.map((name) => (
            <li>
              <a
                href={to.cases(tabQuery(name))}
                aria-current={name === tab && q === '' && heading === null ? 'true' : undefined}
              >
                {desk.tabs[name]}
                {name === 'done' || name === 'co-overdue' ? null : (
                  <span class="switch-count">{list.counts[name]}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Form action={to.cases()} method="get" className="find">
        <label for="find-q">{desk.find}</label>
        <input id="find-q" class="input" type="search" name="q" value={q} maxlength={100} />
        <button type="submit" class="button-line">
          {desk.findButton}
        </button>
      </Form>
      {heading === null ? null : (
        <>
          <h2>{heading}</h2>
          <p class="c-note">{looking.recordsHint}</p>
        </>
      )}
      {list.items.length === 0 ? (
        <EmptyState title={q === '' ? desk.noCases : desk.noneFound}>
          <p>{desk.noCasesWhy}</p>
        </EmptyState>
      ) : (
        <CaseTable to={to} rows={list.items} />
      )}
      <Pager
        next={list.next === null ? null : to.cases({ ...query, cursor: list.next })}
        first={isFirst ? null : to.cases(query)}
      />
      <ul class="ways">
        {waysOn(frame, tab === 'done').map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

/** Where work on cases goes on beside the list; closed ones lead to their reviews and to the end of their keeping. */
function waysOn({ c }: Frame, isDone: boolean): { href: string; label: string }[] {
  const { to } = c.var.site
  const { actor } = c.var.ctx
  return [
    { href: to.sameRequests(), label: sameRequest.link },
    { href: to.deskCalendar(), label: calendarWords.link },
    ...(may(actor, 'seal.list') ? [{ href: to.seals(), label: sealWords.title }] : []),
    ...(isDone ? [{ href: to.caseReviews(), label: caseReviewWords.link }] : []),
    ...(isDone && may(actor, 'retention.list')
      ? [{ href: to.retention(), label: retentionWords.link }]
      : []),
  ]
}

/** Names the figure whose cases are listed; null for the lists of work. */
function countedName(counted: Readonly<Record<string, string>>): string | null {
  const { row = '', class: column = 'total', period = '' } = counted
  const span = readPeriod(period)
  if (isTiming(row)) return span === null ? null : `${periodName(span)}，${timings[row]}`
  const figure = figureOf(`applications.${row}.${column}`)
  return figure === null || span === null ? null : `${periodName(span)}，${figureName(figure)}`
}

function CaseTable({ to, rows }: { to: Paths; rows: readonly CaseRow[] }): JSX.Element {
  return (
    <div class="cases">
      <DataTable
        caption={desk.cases}
        columns={[
          { label: desk.subject, kind: 'title' },
          { label: desk.due, kind: 'reason' },
          { label: desk.dueOn, kind: 'date' },
          { label: desk.number, kind: 'date' },
          { label: desk.state, kind: 'date' },
          { label: desk.applicantClass, kind: 'date' },
          { label: desk.channel, kind: 'date' },
          { label: desk.receivedOn, kind: 'date' },
        ]}
        rows={rows.map((row) => rowOf(to, row))}
      />
    </div>
  )
}

function rowOf(to: Paths, row: CaseRow): TableRow {
  return {
    cells: [
      <a id={`c-${row.receipt}`} href={to.case(row.receipt)}>
        {row.subject === '' ? row.receipt : row.subject}
      </a>,
      <Due row={row} />,
      row.dueOn === null ? '' : `${row.dueOn}${row.provisional ? `（${desk.provisional}）` : ''}`,
      row.number ?? desk.noNumber,
      stateLabels[row.state],
      classLabel(row.applicantClass),
      labelOf(channelLabels, row.channel),
      row.receivedOn ?? '',
    ],
  }
}

/** How a case stands (期限标签): colour and words together; a decided case shows its result. */
export function Due({ row }: { row: CaseRow }): JSX.Element | null {
  if (row.outcome !== null) return <span>{outcomeLabel(row.outcome)}</span>
  if (row.dueOn === null) {
    return (
      <>
        <Tag tone="grey">{desk.waiting}</Tag>
        {row.contactTries === null || row.contactTries === 0 ? null : (
          <> {desk.contactTries(row.contactTries)}</>
        )}
      </>
    )
  }
  const text = dueText(row.colourReason, row.daysLeft)
  return (
    <>
      {text === '' ? null : <Tag tone={row.colour}>{text}</Tag>}
      {row.coUnitsLate ? (
        <>
          {' '}
          <Tag tone="red">{desk.coUnitsLate}</Tag>
        </>
      ) : null}
    </>
  )
}
