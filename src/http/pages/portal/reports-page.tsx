import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { PublicYear } from '../../../usecases/report/annual/public-reports.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { annualReport } from '../../ui/words/annual-report.ts'
import { tabName } from '../../ui/words/common.ts'
import { fill } from '../../ui/words/office.ts'
import { portal } from '../../ui/words/portal.ts'
import { reportCheck } from '../../ui/words/report-check.ts'
import { columnMeta, columnPath, pageMeta } from './catalog/columns.ts'
import { ItemTable } from './item/item-table.tsx'
import { Faults } from './finding/list-page.tsx'
import type { Listing } from './finding/read-list.ts'

const words = portal.reports

/** The annual reports (公开年报); where there is none, when the law wants one. */
export function ReportsPage({
  c,
  listing,
  years,
}: {
  c: Context<AppEnv>
  listing: Listing
  years: readonly PublicYear[]
}): JSX.Element {
  const { agency, to } = c.get('site')
  const title = tabName('reports')
  const column = columnPath(agency, 'annual-reports').at(-1)
  const { page, query } = listing
  const cursor = page.next === null ? null : new URLSearchParams({ cursor: page.next }).toString()
  return (
    <Page
      c={c}
      title={title}
      current="reports"
      meta={{
        level: 'list',
        column: column === undefined ? pageMeta(title, title, '信息公开年报') : columnMeta(column),
      }}
    >
      <h1>{title}</h1>
      {page.items.length === 0 ? null : <p class="lead">{dueWords(agency)}</p>}
      <p>
        {reportCheck.toCheckerLead}
        <a href={to.checkReport()}>{reportCheck.toChecker}</a>
      </p>
      {years.length === 0 ? null : (
        <ul class="grid-list">
          {years.map(({ year }) => (
            <li>
              <a href={to.report(year)}>{fill(annualReport.publicTitle, { year })}</a>
            </li>
          ))}
        </ul>
      )}
      <Faults listing={listing} />
      {page.items.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{dueWords(agency)}</p>
        </EmptyState>
      ) : (
        <ItemTable rows={page.items} caption={words.caption} />
      )}
      <Pager
        next={cursor === null ? null : `${to.reports()}?${cursor}`}
        first={query.cursor === undefined ? null : to.reports()}
      />
    </Page>
  )
}

function dueWords(agency: Agency): string {
  if (agency.level === 'township') return words.dueTownship
  return agency.kind === 'government' ? words.dueGovernment : words.dueBureau
}
