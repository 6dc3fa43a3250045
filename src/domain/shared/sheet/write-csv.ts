import { type DecimalCell, decimalText } from './decimal-cell.ts'
import { guardFormula } from './formula-guard.ts'

/** Writes a table as CSV (RFC 4180) that Excel and WPS open rightly: UTF-8 with a mark, CRLF, no formulas. */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null | DecimalCell)[])[],
): Uint8Array {
  const lines = [header, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`)
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`)
}

function writeCell(cell: string | number | null | DecimalCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return decimalText(cell)
  const text = guardFormula(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
