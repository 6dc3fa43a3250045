import type { JSX } from 'hono/jsx/jsx-runtime'
import { reportSections, type SectionKey } from '../../../domain/report/annual/sections.data.ts'
import type { Remark } from '../../../domain/report/annual/types.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { paragraphs } from '../paragraphs.tsx'
import { type CellHref, ReportTable } from './report-tables.tsx'

/** The six sections of a report as they are read (年报正文): text with its figures in place, tables where they belong. */
export function ReportText(props: {
  report: AnnualReport
  textOf: (section: SectionKey) => string
  hrefOf?: CellHref
  /** what the office above said of cells */ remarks?: readonly Remark[]
}): JSX.Element {
  const { report, textOf, hrefOf, remarks = [] } = props
  return (
    <div class="report-text">
      {reportSections.map(({ key, title }) => (
        <section>
          <h2>{title}</h2>
          {key === 'proactive' || key === 'applications' || key === 'reviewLitigation' ? (
            <ReportTable
              report={report}
              section={key}
              remarks={remarks}
              {...(hrefOf === undefined ? {} : { hrefOf })}
            />
          ) : null}
          {paragraphs(textOf(key))}
        </section>
      ))}
    </div>
  )
}
