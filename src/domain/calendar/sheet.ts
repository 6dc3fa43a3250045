import { ok, refuseField, type Result } from '../shared/refusal.ts'
import { readTable } from '../shared/sheet/read-table.ts'

/**
 * Turns a sheet (上传的放假安排表, CSV or XLSX: 名称、开始日期、结束日期) into the lines that are typed;
 * refuses what is no table. Its days are checked as those of typed lines are.
 */
export function calendarSheet(bytes: Uint8Array): Result<string> {
  const read = readTable(bytes)
  if (!read.ok || read.table.rejected.length > 0) {
    return refuseField('/table', { problem: 'ill-formed', what: 'calendar-table' })
  }
  const { header, rows } = read.table
  const columns = header.slice(0, 3)
  // A sheet without headings begins with a row of its own.
  const first = columns.some((word) => /\d/.test(word)) ? [lineOf([...columns])] : []
  const lines = rows.map(({ cells }) => lineOf(columns.map((name) => cells.get(name) ?? '')))
  return ok([...first, ...lines].join('\n'))
}

function lineOf(cells: readonly string[]): string {
  return cells
    .map((cell) => dayOf(cell.trim()))
    .join(',')
    .replace(/,+$/, '')
}

// Sheets write 2027/1/3 and 2027年1月3日 as well.
function dayOf(cell: string): string {
  const found = /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?$/.exec(cell)
  if (found === null) return cell
  const [, year = '', month = '', day = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
