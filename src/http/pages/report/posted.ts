import type { Context } from 'hono'
import { layoutsOf, type ReportFacts } from '../../../domain/report/from-tables.ts'
import { formatOfYear, type ReportForm, reportForms } from '../../../domain/report/forms.data.ts'
import { layoutGrid } from '../../../domain/report/layout-grid.ts'
import { readTables, type ReportTables, rowsOfText } from '../../../domain/report/read-tables.ts'
import { reportLevels } from '../../../domain/report/types.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { readReportFile, type ReportFile } from '../../../usecases/report/read-report-file.ts'
import type { AppEnv } from '../../app-env.ts'
import type { FormErrors } from '../../ui/form-names.ts'
import { foreignWords, reasonWords } from '../../ui/words/findings.ts'
import { fill } from '../../ui/words/office.ts'
import { reportCheck as words } from '../../ui/words/report-check.ts'
import type { FormValues } from '../form-values.ts'

/** The ways in which a report is given to the checker. */
export const ways = ['upload', 'paste', 'type'] as const
export type Way = (typeof ways)[number]

/** What was posted, as it can be checked. */
export type Posted = {
  facts: ReportFacts
  tables: ReportTables
  text: string
  previous: ReportTables | null
}

/** Tells a way from other words; files where nothing else is asked for. */
export function wayOf(word: string | undefined): Way {
  return ways.find((way) => way === word) ?? 'upload'
}

/** The name of the input of a figure. */
export function cellName(table: string, { row, column }: { row: string; column: string }): string {
  return `${table}/${row}/${column}`
}

/** The last year that can be reported on: the one that is running. */
export function thisYear(c: Context<AppEnv>): number {
  return yearOf(localDateOf(c.var.ctx.now))
}

/** Reads what was posted in one of the ways, or what is wrong with it by field. */
export async function readPosted(
  values: FormValues,
  way: Way,
  last: number,
): Promise<Posted | { errors: FormErrors }> {
  const { text } = values
  const year = yearIn(text.get('year') ?? '', last)
  const form = year ?? last
  const main = await mainSource(values, way, form)
  const before = await previousSource(values)
  const tables = readTables(main.rows, form)
  const previous = before === null ? null : readTables(before.rows, form - 1)
  const errors: FormErrors = {
    ...(year === null ? { year: fill(words.wrongYear, { year: last }) } : {}),
    ...sourceFault(fieldOf[way], main, tables, main.isGiven ? words.unreadable : first[way]),
    ...(before === null
      ? {}
      : sourceFault(before.field, before, previous, words.previousUnreadable)),
  }
  if (Object.keys(errors).length > 0) return { errors }
  const facts = { ...bodyOf(text), year: form }
  return { facts, tables, text: `${text.get('text') ?? ''}\n${main.text}`, previous }
}

const fieldOf = { upload: 'file', paste: 'pasted', type: 'cells' } as const
const first = { upload: words.chooseFile, paste: words.pasteFirst, type: words.typeFirst } as const

function sourceFault(
  field: string,
  { error }: Source,
  tables: ReportTables | null,
  unreadable: string,
): FormErrors {
  const fault = error ?? (tables === null || isEmpty(tables) ? unreadable : null)
  return fault === null ? {} : { [field]: fault }
}

function yearIn(text: string, last: number): number | null {
  const year = /^\s*\d{4}\s*$/.test(text) ? Number(text) : 0
  return year >= 2008 && year <= last ? year : null
}

function isEmpty({ proactive, applications, reviewLitigation }: ReportTables): boolean {
  return proactive === null && applications === null && reviewLitigation === null
}

/** What was given of a report: rows of cells and the text around them, or why there are none. */
export type Source = { rows: string[][]; text: string; error: string | null; isGiven: boolean }

const nothing: Source = { rows: [], text: '', error: null, isGiven: false }

async function mainSource({ text, files }: FormValues, way: Way, year: number): Promise<Source> {
  if (way === 'upload') {
    const file = files.get('file')?.[0]
    return file === undefined ? nothing : readFile(file)
  }
  const rows = way === 'paste' ? rowsOfText(text.get('pasted') ?? '') : typedRows(text, year)
  return { ...nothing, rows, isGiven: rows.length > 0 }
}

/** Reads a file of a report, or why it is not read, in words. */
export async function readFile(file: File): Promise<Source> {
  const read = await readReportFile(new Uint8Array(await file.arrayBuffer()))
  return read.ok
    ? { rows: read.rows, text: read.text, error: null, isGiven: true }
    : { rows: [], text: '', error: faultWords(read), isGiven: true }
}

function faultWords({ reason, line }: Extract<ReportFile, { ok: false }>): string {
  const why =
    reason.code === 'foreign-file'
      ? fill(words.foreignFile, { kind: foreignWords(reason.kind) })
      : reasonWords(reason)
  return line === undefined ? why : fill(words.atLine, { line, reason: why })
}

/** The year before, from a file or pasted; null where neither is given. */
async function previousSource({
  text,
  files,
}: FormValues): Promise<(Source & { field: string }) | null> {
  const file = files.get('previousFile')?.[0]
  if (file !== undefined) return { ...(await readFile(file)), field: 'previousFile' }
  const pasted = text.get('previousPasted') ?? ''
  if (pasted.trim() === '') return null
  return { ...nothing, rows: rowsOfText(pasted), isGiven: true, field: 'previousPasted' }
}

/** The cells that were typed, in the layout of the form that was shown; tables without any are left out. */
function typedRows(text: ReadonlyMap<string, string>, year: number): string[][] {
  return layoutsOf(shownForm(text, year)).flatMap((layout) => {
    const typed = (cell: { row: string; column: string }): string =>
      text.get(cellName(layout.table, cell)) ?? ''
    const isTyped = [...text].some(
      ([name, value]) => name.startsWith(`${layout.table}/`) && value.trim() !== '',
    )
    return isTyped ? layoutGrid(layout, typed) : []
  })
}

/** The form that was typed into, told by the cells that came back. */
export function shownForm(text: ReadonlyMap<string, string>, year: number): ReportForm {
  const isTrial = text.has(cellName('proactive', { row: 'regulations', column: 'newlyMade' }))
  const isSingle = text.has(cellName('applications', { row: 'other', column: 'total' }))
  const form = reportForms[isTrial ? '2019' : formatOfYear(Math.max(year, 2021))]
  return { ...form, otherRows: isSingle ? 'single' : 'triple' }
}

function bodyOf(text: ReadonlyMap<string, string>): Omit<ReportFacts, 'year'> {
  const chosen = text.get('level') ?? ''
  const agency = (text.get('agency') ?? '').trim().slice(0, 200)
  if (chosen === 'office') return { agency, level: 'bureau', rulemaking: true }
  const level = reportLevels.find((one) => one === chosen) ?? 'bureau'
  return { agency, level, rulemaking: false }
}
