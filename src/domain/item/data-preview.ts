import { readCsv } from '../shared/sheet/csv.ts'
import { decodeText } from '../shared/sheet/decode-text.ts'
import { unguardFormula } from '../shared/sheet/formula-guard.ts'
import type { FileProblem } from '../shared/sheet/problems.ts'
import { sniffFile, sniffText } from '../shared/sheet/sniff.ts'
import { readXlsx } from '../shared/sheet/xlsx.ts'
import { parseNumber, parseTime } from './data-cell.ts'

/** What a column of a data file holds (列类型). */
export type DataType = 'number' | 'time' | 'text'

/** A data file to look at (数据预览): its first rows, and how many there are. */
export type DataPreview = {
  header: readonly string[]
  types: readonly DataType[]
  rows: readonly (readonly string[])[]
  rowCount: number
  columnCount: number
}

/** Most rows and columns that a preview shows, and the longest cell. */
export const previewLimits = { rows: 50, columns: 40, cell: 300 } as const

/** Largest file that is previewed, in bytes: a page may not cost what an import costs. */
export const maxPreviewBytes = 2 * 1024 * 1024

const titleRows = 5

/** Reads CSV or XLSX bytes for a preview; what cannot be shown says why, nothing throws. */
export function previewData(
  bytes: Uint8Array,
): { ok: true; preview: DataPreview } | { ok: false; reason: FileProblem } {
  if (bytes.length > maxPreviewBytes) {
    return { ok: false, reason: { code: 'file-too-large', limitBytes: maxPreviewBytes } }
  }
  const read = recordsOf(bytes)
  if (!read.ok) return read
  const records = read.records.filter((cells) => cells.some(isFilled))
  // Titles over the whole width stand above the header.
  const found = records.slice(0, titleRows).findIndex((cells) => cells.filter(isFilled).length > 1)
  const [head, ...body] = records.slice(Math.max(found, 0))
  if (head === undefined) return { ok: false, reason: { code: 'header-missing' } }
  if (body.length === 0) return { ok: false, reason: { code: 'no-rows' } }
  const shown = body.slice(0, previewLimits.rows)
  const filled = [head, ...shown].map((cells) => cells.findLastIndex(isFilled) + 1)
  const columnCount = Math.max(...filled)
  const width = Math.min(previewLimits.columns, columnCount)
  const columns = Array.from({ length: width }, (_, index) => index)
  const rows = shown.map((cells) => columns.map((index) => cut(cells[index] ?? '')))
  return {
    ok: true,
    preview: {
      header: columns.map((index) => cut(head[index] ?? '') || `第 ${index + 1} 列`),
      types: columns.map((index) => typeOf(rows.map((row) => row[index] ?? ''))),
      rows,
      rowCount: body.length,
      columnCount,
    },
  }
}

function recordsOf(
  bytes: Uint8Array,
): { ok: true; records: string[][] } | { ok: false; reason: FileProblem } {
  const sniffed = sniffFile(bytes)
  if (sniffed.kind === 'refused') return { ok: false, reason: sniffed.reason }
  if (sniffed.kind === 'xlsx') {
    const read = readXlsx(bytes)
    return read.ok ? { ok: true, records: read.rows.map(({ cells }) => cells) } : read
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const foreign = sniffText(decoded.text)
  if (foreign !== null) return { ok: false, reason: foreign }
  const read = readCsv(decoded.text)
  if (!read.ok) return read
  return { ok: true, records: read.records.map(({ cells }) => cells.map(unguardFormula)) }
}

function typeOf(cells: readonly string[]): DataType {
  const filled = cells.filter(isFilled)
  if (filled.length === 0) return 'text'
  if (filled.every((cell) => parseTime(cell) !== null)) return 'time'
  return filled.every((cell) => parseNumber(cell) !== null) ? 'number' : 'text'
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

function cut(cell: string): string {
  const text = cell.trim()
  return text.length <= previewLimits.cell ? text : `${text.slice(0, previewLimits.cell)}…`
}
