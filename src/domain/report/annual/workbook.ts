import { type FormSheet, writeFormXlsx } from '../../shared/sheet/write-form-xlsx.ts'
import { isHead } from '../layout.ts'
import type { AnnualReport } from '../types.ts'
import { figureAt, reportTables } from './document.ts'
import { reportSections } from './sections.data.ts'

/** A section of a report with its text as readers get it. */
type ToldSection = { title: string; text: string }

const tableNames = { proactive: '表二', applications: '表三', reviewLitigation: '表四' } as const
const widths = {
  proactive: [26, 20, 20, 20],
  applications: [9, 14, 40, 10, 10, 10, 12, 12, 10, 10],
  reviewLitigation: Array.from({ length: 15 }, () => 9),
} as const

/** Writes a report as a workbook (年报工作簿): the three tables in the official layout, and the text. */
export function reportWorkbook(
  title: string,
  report: AnnualReport,
  sections: readonly ToldSection[],
): Uint8Array {
  const tables = reportSections.flatMap(({ key, title: name }): FormSheet[] => {
    const layout = reportTables(report)[key]
    if (layout === undefined) return []
    return [
      {
        name: tableNames[layout.table],
        title: name,
        widths: widths[layout.table],
        rows: layout.rows.map((row) =>
          row.map((cell) => ({
            content: isHead(cell) ? cell.text : figureAt(report, layout.table, cell),
            columns: cell.columns,
            rows: cell.rows,
            head: isHead(cell),
          })),
        ),
      },
    ]
  })
  const words = sections
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ title: name, text }) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      return [[cellOf(name, true)]].concat(lines.map((line) => [cellOf(line, false)]))
    })
  return writeFormXlsx([...tables, { name: '正文', title, widths: [100], rows: words }])
}

function cellOf(content: string, head: boolean): FormSheet['rows'][number][number] {
  return { content, columns: 1, rows: 1, head }
}
