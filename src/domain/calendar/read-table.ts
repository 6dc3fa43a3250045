import type { FieldProblem } from '../shared/refusal.ts'
import type { CalendarTable } from '../time/edition.ts'
import { addDays, type LocalDate, parseLocalDate } from '../time/local-date.ts'
import { isWeekend } from '../time/statutory-holidays.ts'
import { readNoticeLine } from './notice.ts'

/** A line that cannot stand, counted from 1, and why (放假安排中的问题). */
export type TableFault = Extract<FieldProblem, { problem: 'calendar-line' }>

type Row = { line: number } & (
  | { off: { name: string; from: LocalDate; to: LocalDate } }
  | { work: LocalDate }
)

const separators = /[,，\t;；]/
const workWord = '上班'
/** The longest stretch of days off that a notice ever gave has 10 days. */
const longestStretch = 15
const mostLines = 200

/**
 * Reads a table of days off and of weekend days worked (放假安排表): lines `name,from,to` and
 * `上班,day`, as they are kept and as a sheet gives them, or the numbered paragraphs of the State
 * Council's notice. Every line that cannot stand is named.
 */
export function readCalendarTable(
  text: string,
  year: number,
): { table: CalendarTable; faults: TableFault[] } {
  const faults: TableFault[] = []
  const rows: Row[] = []
  for (const [at, line] of text.split('\n').slice(0, mostLines).entries()) {
    const read = rowsOf(line.trim(), at + 1, year)
    if (read === null) faults.push(faultAt(at + 1, 'unreadable', line.trim().slice(0, 40)))
    else rows.push(...read)
  }
  const table = {
    off: rows.flatMap((row) => ('off' in row ? [row.off] : [])),
    work: rows.flatMap((row) => ('work' in row ? [row.work] : [])),
  }
  return { table, faults: [...faults, ...contradictions(rows, year)] }
}

/** Writes a table as it is typed and kept, one line each. */
export function calendarText({ off, work }: CalendarTable): string {
  return [
    ...off.map(({ name, from, to }) => `${name},${from},${to}`),
    ...work.map((on) => `${workWord},${on}`),
  ].join('\n')
}

// Null for a line that speaks of days but cannot be read; none for one that speaks of no day.
function rowsOf(text: string, line: number, year: number): Row[] | null {
  if (!/\d/.test(text)) return []
  const cells = text.split(separators).map((cell) => cell.trim())
  const from = parseLocalDate(cells[1] ?? '')
  if (from !== null) return typedRow(cells, from, line)
  const said = readNoticeLine(text, year)
  if (said !== null) {
    return [...said.off.map((off) => ({ line, off })), ...said.work.map((work) => ({ line, work }))]
  }
  const speaksOfDays = /月|\d{4}-/.test(text) && !/^.{0,6}\d{4}年\d+月\d+日$/.test(text)
  return speaksOfDays ? null : []
}

function typedRow(cells: readonly string[], from: LocalDate, line: number): Row[] | null {
  const [name = '', first = '', last = ''] = cells
  if (cells.length > 3 || name === '') return null
  if (name === workWord) return last === '' || last === first ? [{ line, work: from }] : null
  const to = last === '' ? from : parseLocalDate(last)
  return to === null ? null : [{ line, off: { name, from, to } }]
}

function contradictions(rows: readonly Row[], year: number): TableFault[] {
  const off = new Set<LocalDate>()
  const work = new Set<LocalDate>()
  const days = rows.flatMap((row) => ('off' in row ? offFaults(row.off, row.line, year, off) : []))
  const worked = rows.flatMap((row) => {
    if (!('work' in row)) return []
    const why = workFault(row.work, year, { off, work })
    work.add(row.work)
    return why === null ? [] : [faultAt(row.line, why, row.work)]
  })
  return [...days, ...worked]
}

function offFaults(
  { from, to }: { from: LocalDate; to: LocalDate },
  line: number,
  year: number,
  off: Set<LocalDate>,
): TableFault[] {
  if (from > to) return [faultAt(line, 'backwards', from)]
  if (addDays(from, longestStretch) <= to) return [faultAt(line, 'too-many-days', from)]
  if (!isOf(from, year) || !isOf(to, year)) return [faultAt(line, 'other-year', from)]
  const faults: TableFault[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (off.has(on)) faults.push(faultAt(line, 'twice', on))
    off.add(on)
  }
  return faults
}

function workFault(
  on: LocalDate,
  year: number,
  { off, work }: { off: ReadonlySet<LocalDate>; work: ReadonlySet<LocalDate> },
): TableFault['why'] | null {
  if (!isOf(on, year)) return 'other-year'
  if (work.has(on)) return 'twice'
  if (off.has(on)) return 'off-and-work'
  return isWeekend(on) ? null : 'workday-already'
}

// A notice reaches back into the last days of the year before: 元旦 begins on 30 December, say.
function isOf(on: LocalDate, year: number): boolean {
  return on >= `${year - 1}-12-20` && on <= `${year}-12-31`
}

function faultAt(line: number, why: TableFault['why'], what: string): TableFault {
  return { problem: 'calendar-line', line, why, what }
}
