import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ReportCoverage } from '../../../domain/report/annual/compile.ts'
import type { PublicReport, PublicYear } from '../../../usecases/report/annual/public-reports.ts'
import type { AppEnv } from '../../app-env.ts'
import { reportFormats } from '../../report-file.ts'
import { Page } from '../../ui/layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { annualReport as words } from '../../ui/words/annual-report.ts'
import { fill } from '../../ui/words/office.ts'
import { pageMeta } from '../portal/catalog/columns.ts'
import { ReportText } from './report-text.tsx'

/** The report of a year as the public reads it (年度报告): six sections, the tables in the official layout, files. */
export function PublicReportPage(props: {
  c: Context<AppEnv>
  view: PublicReport
  years: readonly PublicYear[]
}): JSX.Element {
  const { c, view, years } = props
  const { to } = c.var.site
  const { year, title, report, sections } = view
  const others = years.filter((one) => one.year !== year)
  return (
    <Page
      c={c}
      title={title}
      current="reports"
      meta={{ level: 'list', column: pageMeta(title, title, '信息公开年报') }}
    >
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { label: words.published, value: view.publishedAt.slice(0, 10) },
          ...(view.edition > 1 && view.note !== null
            ? [{ label: words.corrected, value: view.note }]
            : []),
          ...(view.coverage === null
            ? []
            : [{ label: words.coverage, value: coverageText(view.coverage) }]),
          {
            label: words.downloads,
            value: (
              <span class="no-print">
                {reportFormats.map((format) => (
                  <>
                    <a href={to.reportFile(year, format)}>{names[format]}</a>{' '}
                  </>
                ))}
                <a href={to.api(`/annual-reports/${year}`)}>JSON</a>
              </span>
            ),
          },
        ]}
      />
      <ReportText
        report={report}
        textOf={(section) => sections.find(({ key }) => key === section)?.text ?? ''}
      />
      <p class="more no-print">
        <a href={to.item(view.itemId)}>{words.asItem}</a>
      </p>
      {others.length === 0 ? null : (
        <nav class="no-print" aria-label={words.otherYears}>
          <h2>{words.otherYears}</h2>
          <ul class="grid-list">
            {others.map((one) => (
              <li>
                <a href={to.report(one.year)}>{fill(words.publicTitle, { year: one.year })}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Page>
  )
}

function coverageText({ reporting, of, missing }: ReportCoverage): string {
  const counted = fill(words.coverageOf, { of, n: reporting })
  return missing.length === 0 ? counted : `${counted}；${words.silent}：${missing.join('、')}`
}

const names = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' } as const
