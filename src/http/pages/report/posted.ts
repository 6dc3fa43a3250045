import type { Context } from 'hono'
import { layoutsOf, type ReportFacts } from '../../../domain/report/from-tables.ts'
import { formatOfYear, type ReportForm, reportForms } from '../../../domain/report/forms.data.ts'
import { layoutGrid } from '../../../domain/report/layout-grid.ts'
import { readTables, type ReportTables, rowsOfText } from '../../../domain/report/read-tables.ts'
import { reportLevels } from '../../../domain/report/types.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { readReportFile } from '../../../usecases/report/read-report-file.ts'
import type { AppEnv } from '../../app-env.ts'
import type { FormErrors } from '../../ui/form-names.ts'
import { reasonWords } from '../../ui/words/findings.ts'
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
  { text, files }: FormValues,
  way: Way,
  last: number,
): Promise<Posted | { errors: FormErrors }> {
  const errors: Record<string, string> = {}
  const year = /^\s*\d{4}\s*$/.test(text.get('year') ?? '') ? Number(text.get('year')) : 0
  if (year < 2008 || year > last) errors['year'] = fill(words.wrongYear, { year: last })
  const main = await rowsFrom(
    way === 'upload' ? files.get('file')?.[0] : undefined,
    way,
    text,
    year,
  )
  const tables = readTables(main.rows, year)
  const field = way === 'upload' ? 'file' : way === 'paste' ? 'pasted' : 'cells'
  if (main.error !== null) errors[field] = main.error
  else if (isEmpty(tables)) errors[field] = main.isGiven ? words.unreadable : missing[way]
  const before = await previousFrom(
    files.get('previousFile')?.[0],
    text.get('previousPasted') ?? '',
  )
  const previous = before === null ? null : readTables(before.rows, year - 1)
  if (before !== null && previous !== null && (before.error !== null || isEmpty(previous))) {
    errors[before.field] = before.error ?? words.previousUnreadable
  }
  if (Object.keys(errors).length > 0) return { errors }
  const facts = { ...bodyOf(text), year }
  return { facts, tables, text: `${text.get('text') ?? ''}\n${main.text}`, previous }
}

const missing = { upload: words.chooseFile, paste: words.pasteFirst, type: words.typeFirst }

function isEmpty({ proactive, applications, reviewLitigation }: ReportTables): boolean {
  return proactive === null && applications === null && reviewLitigation === null
}

type Source = { rows: string[][]; text: string; error: string | null; isGiven: boolean }

async function rowsFrom(
  file: File | undefined,
  way: Way,
  text: ReadonlyMap<string, string>,
  year: number,
): Promise<Source> {
  const none = { rows: [], text: '', error: null, isGiven: false }
  if (way === 'upload') return file === undefined ? none : readFile(file)
  const rows = way === 'paste' ? rowsOfText(text.get('pasted') ?? '') : typedRows(text, year)
  return { ...none, rows, isGiven: rows.length > 0 }
}

async function readFile(file: File): Promise<Source> {
  const read = await readReportFile(new Uint8Array(await file.arrayBuffer()))
  return read.ok
    ? { rows: read.rows, text: read.text, error: null, isGiven: true }
    : { rows: [], text: '', error: reasonWords(read.reason), isGiven: true }
}

async function previousFrom(
  file: File | undefined,
  pasted: string,
): Promise<(Source & { field: string }) | null> {
  if (file !== undefined) return { ...(await readFile(file)), field: 'previousFile' }
  if (pasted.trim() === '') return null
  const rows = rowsOfText(pasted)
  return { rows, text: '', error: null, isGiven: true, field: 'previousPasted' }
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
