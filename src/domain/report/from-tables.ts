import { claimsInText } from './claims-in-text.ts'
import { formatOfYear, type ReportForm, reportForms } from './forms.data.ts'
import {
  applicationsLayout,
  disputesLayout,
  type FigureCell,
  proactiveLayout,
  type TableLayout,
} from './layout.ts'
import { layoutGrid } from './layout-grid.ts'
import type { ReportTables } from './read-tables.ts'
import type { AnnualReport, ReportLevel } from './types.ts'

/** What the tables of a report do not say: whose it is and of which year. */
export type ReportFacts = {
  agency: string
  level: ReportLevel
  rulemaking: boolean
  year: number
}

/** Makes a report of tables that were read (成表入核), with the figures that its text states. */
export function reportOfTables(
  facts: ReportFacts,
  tables: ReportTables,
  text: string,
): AnnualReport {
  const { proactive, applications, reviewLitigation } = tables
  const format = formOfTables(tables, facts.year).format
  const narrative = claimsInText(text, facts.level)
  return { ...facts, format, proactive, applications, reviewLitigation, narrative }
}

/** The form that tables were filled in: that of the year, unless table two has the columns of another. */
export function formOfTables(
  { proactive, applications }: Pick<ReportTables, 'proactive' | 'applications'>,
  year: number,
): ReportForm {
  const columns = new Set(Object.values(proactive ?? {}).flatMap((row) => Object.keys(row ?? {})))
  const format = columns.has('newlyMade')
    ? '2019'
    : columns.has('inForce')
      ? '2021'
      : formatOfYear(Math.max(year, 2019))
  return formWithOthers({ format, applications })
}

/** A form with （六）其他处理 in as many rows as the tables have: agencies went on with the one row of 2019. */
export function formWithOthers({
  format,
  applications,
}: Pick<AnnualReport, 'format' | 'applications'>): ReportForm {
  const form = reportForms[format]
  if (applications == null) return form
  if (applications['other.misc'] != null) return { ...form, otherRows: 'triple' }
  return applications.other == null ? form : { ...form, otherRows: 'single' }
}

/** The layouts of the three tables of a form (三张表的格式). */
export function layoutsOf(form: ReportForm): readonly TableLayout[] {
  return [proactiveLayout(form), applicationsLayout(form.otherRows), disputesLayout]
}

/** What stands in a cell of tables that were read: the figure, or the text that is none. */
export function textAt(
  tables: ReportTables,
  table: TableLayout['table'],
  { row, column }: Pick<FigureCell, 'row' | 'column'>,
): string {
  const fault = tables.faults.find(
    (one) => one.table === table && one.row === row && one.column === column,
  )
  if (fault !== undefined) return fault.text
  const cells: Readonly<Record<string, Readonly<Record<string, number | null>> | null>> =
    tables[table] ?? {}
  const value = cells[row]?.[column]
  return value === null || value === undefined ? '' : String(value)
}

/** Writes tables that were read as lines of tab-separated cells, as they could be pasted again. */
export function pasteOfTables(tables: ReportTables, year: number): string {
  return layoutsOf(formOfTables(tables, year))
    .filter(({ table }) => tables[table] != null)
    .flatMap((layout) =>
      layoutGrid(layout, (cell) => textAt(tables, layout.table, cell)).map((row) =>
        row.map((text) => text.replaceAll(/[\t\n\r]/g, ' ')).join('\t'),
      ),
    )
    .join('\n')
}
