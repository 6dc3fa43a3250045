import { fromText } from '../../document/from-text.ts'
import type { Block, DocumentTree } from '../../document/tree.ts'
import { formWithOthers } from '../from-tables.ts'
import {
  applicationsLayout,
  disputesLayout,
  type FigureCell,
  proactiveLayout,
  type TableLayout,
} from '../layout.ts'
import { layoutBlock } from '../layout-grid.ts'
import type { AnnualReport, Figure } from '../types.ts'
import { type ReportProse, reportSections, type SectionKey } from './sections.data.ts'

/** The tables of a report in the layout of its form (表二至表四); the form of 2008 had none. */
export function reportTables({
  format,
  applications,
}: Pick<AnnualReport, 'format' | 'applications'>): Partial<Record<SectionKey, TableLayout>> {
  if (format === '2008') return {}
  const form = formWithOthers({ format, applications })
  return {
    proactive: proactiveLayout(form),
    applications: applicationsLayout(form.otherRows),
    reviewLitigation: disputesLayout,
  }
}

/** The figure of a cell of a report's table; null is a blank. */
export function figureAt(
  report: AnnualReport,
  table: TableLayout['table'],
  { row, column }: Pick<FigureCell, 'row' | 'column'>,
): Figure {
  const rows: Readonly<
    Record<string, Readonly<Record<string, Figure | undefined>> | null | undefined>
  > = report[table] ?? {}
  return rows[row]?.[column] ?? null
}

/**
 * Writes a report as a document (年报文稿): six sections, the three tables in the official layout under
 * theirs. Word, PDF, page and text are made from it like from every other.
 */
export function reportDocument(report: AnnualReport, prose: ReportProse): DocumentTree {
  const tables = reportTables(report)
  const all = reportSections.flatMap(({ key, title }): Block[] => {
    const layout = tables[key]
    const text = prose[key].trim()
    const blocks: Block[] = [{ type: 'heading', level: 1, text: [{ text: title }] }]
    if (layout !== undefined) {
      blocks.push(layoutBlock(layout, (cell) => cellText(figureAt(report, layout.table, cell))))
    }
    return text === '' ? blocks : blocks.concat(fromText(text).blocks)
  })
  return { v: 1, blocks: all }
}

function cellText(figure: Figure): string {
  return figure === null ? '' : String(figure)
}
