import type { FieldError } from '../../shared/refusal.ts'
import { foldWord } from '../../shared/sheet/cell-text.ts'
import { readCsv } from '../../shared/sheet/csv.ts'
import type { Row, RowsField } from './kind.ts'
import { readValue } from './read-value.ts'

/** Most rows of a table inside an item. */
const maxRows = 2000

/** A row as it was typed, and its place: the index in a list, or the line of a pasted text. */
type Typed = { at: number; cells: Readonly<Record<string, unknown>> }

/**
 * Reads the rows of a table field from a list of records or from lines pasted out of a spreadsheet,
 * cells parted by tabs, with or without a header line; blank rows are left out and every fault is
 * named by its row (`/fields/<key>/<row>/<column>`); `places` tells where each row was typed.
 */
export function readRows(
  field: RowsField,
  raw: unknown,
): { rows: Row[]; places: number[]; errors: FieldError[] } {
  const pointer = `/fields/${field.key}`
  const typed = typedRows(field, raw, pointer)
  if (!Array.isArray(typed)) return { rows: [], places: [], errors: [typed] }
  const rows: Row[] = []
  const places: number[] = []
  const errors: FieldError[] = []
  for (const { at, cells } of typed) {
    const read = readRow(field, cells, `${pointer}/${at}`)
    for (const error of read.errors) errors.push(error)
    if (Object.keys(read.row).length === 0) continue
    rows.push(read.row)
    places.push(at)
  }
  return { rows, places, errors }
}

function readRow(
  field: RowsField,
  cells: Typed['cells'],
  pointer: string,
): { row: Row; errors: FieldError[] } {
  const known = new Set(field.columns.map(({ key }) => key))
  const errors: FieldError[] = Object.keys(cells)
    .filter((key) => !known.has(key))
    .map((key) => ({ pointer: `${pointer}/${key}`, problem: 'unknown-field' }))
  const row: Record<string, string | number> = {}
  for (const column of field.columns) {
    const read = readValue(column, cells[column.key], true)
    if ('problem' in read) errors.push({ pointer: `${pointer}/${column.key}`, ...read.problem })
    else if (read.value !== null && typeof read.value !== 'boolean') row[column.key] = read.value
  }
  return { row, errors }
}

function typedRows(field: RowsField, raw: unknown, pointer: string): Typed[] | FieldError {
  if (raw === undefined || raw === null) return []
  if (typeof raw === 'string') return pastedRows(field, raw, pointer)
  if (!Array.isArray(raw)) return { pointer, problem: 'wrong-type', expected: 'array' }
  if (raw.length > maxRows) return { pointer, problem: 'too-many', limit: maxRows }
  const list: readonly unknown[] = raw
  const wrong = list.findIndex((row) => !isRecord(row))
  if (wrong >= 0)
    return { pointer: `${pointer}/${wrong}`, problem: 'wrong-type', expected: 'object' }
  return list.flatMap((cells, at) => (isRecord(cells) ? [{ at, cells }] : []))
}

function pastedRows(field: RowsField, text: string, pointer: string): Typed[] | FieldError {
  // The line before it names the separator, so that commas inside amounts part nothing.
  const read = readCsv(`sep=\t\n${text}`)
  if (!read.ok)
    return { pointer: `${pointer}/${read.line - 2}`, problem: 'ill-formed', what: 'row' }
  const [stray] = read.rejected
  if (stray?.line !== undefined && stray.line !== null) {
    return { pointer: `${pointer}/${stray.line - 2}`, problem: 'ill-formed', what: 'row' }
  }
  const header = headerOf(field, read.records[0]?.cells ?? [])
  const body = header === null ? read.records : read.records.slice(1)
  if (body.length > maxRows) return { pointer, problem: 'too-many', limit: maxRows }
  const keys = header ?? field.columns.map(({ key }) => key)
  const wide = body.find(({ cells }) => cells.slice(keys.length).some((cell) => cell.trim() !== ''))
  if (wide !== undefined) {
    return { pointer: `${pointer}/${wide.line - 2}`, problem: 'too-many', limit: keys.length }
  }
  return body.map(({ line, cells }) => ({
    at: line - 2,
    cells: Object.fromEntries(keys.map((key, index) => [key, cells[index]])),
  }))
}

/** Keys in the order of a pasted header; null when the first line is no header but a row. */
function headerOf(field: RowsField, cells: readonly string[]): string[] | null {
  const labels = new Map(field.columns.map(({ key, label }) => [foldWord(label), key]))
  const words = cells.map(foldWord).filter((word) => word !== '')
  const keys = words.flatMap((word) => labels.get(word) ?? [])
  return keys.length === words.length && new Set(keys).size === keys.length && keys.length > 0
    ? keys
    : null
}

/** Tells whether a value of unknown shape is a record. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
