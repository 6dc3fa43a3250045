import type { JSX } from 'hono/jsx/jsx-runtime'
import { figureAt, reportTables } from '../../../domain/report/annual/document.ts'
import type { FigureCell, TableLayout } from '../../../domain/report/layout.ts'
import type { Remark } from '../../../domain/report/annual/types.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { markup, none, type Markup } from '../../ui/markup.ts'
import { OfficialTable } from '../../ui/official-table.tsx'
import { annualReport as words } from '../../ui/words/annual-report.ts'
import { cellOfRemark, reportTableNames } from '../../ui/words/report.ts'

/** Where the records behind a cell are; null where there is no page for them. */
export type CellHref = (table: TableLayout['table'], cell: FigureCell) => string | null

/** One of the three tables of a report in its official layout (年报表格), every figure a link where it may. */
export function ReportTable({
  report,
  section,
  hrefOf,
  remarks,
}: {
  report: AnnualReport
  section: 'proactive' | 'applications' | 'reviewLitigation'
  hrefOf?: CellHref
  remarks: readonly Remark[]
}): JSX.Element | null {
  const layout = reportTables(report)[section]
  if (layout === undefined) return null
  return (
    <OfficialTable
      layout={layout}
      caption={reportTableNames[layout.table]}
      figure={(cell) =>
        markup`${shown(report, layout.table, cell, hrefOf)}${notes(layout.table, cell, remarks)}`
      }
    />
  )
}

/** Marks a cell that the office above said something of, with the way to what it said. */
function notes(
  table: TableLayout['table'],
  { row, column }: FigureCell,
  remarks: readonly Remark[],
): Markup {
  const numbers = remarks.flatMap(({ at }, n) => {
    const about = cellOfRemark(at)
    return about?.table === table && about.row === row && about.column === column ? [n + 1] : []
  })
  const links = numbers.map((n) => markup` <a href="#remark-${n}">[${words.remark}${n}]</a>`)
  return markup`${links}`
}

function shown(
  report: AnnualReport,
  table: TableLayout['table'],
  cell: FigureCell,
  hrefOf: CellHref | undefined,
): Markup {
  const figure = figureAt(report, table, cell)
  if (figure === null) return none
  const href = figure === 0 ? null : (hrefOf?.(table, cell) ?? null)
  return href === null ? markup`${String(figure)}` : markup`<a href="${href}">${String(figure)}</a>`
}
