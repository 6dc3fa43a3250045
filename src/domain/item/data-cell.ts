import { readCellDate } from '../shared/sheet/cell-date.ts'

/** A figure as tables print it (数值单元格): 1,234.5, 12.3%, -5; null for anything else. */
export function parseNumber(cell: string): number | null {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^(-?)[¥￥]/, '$1')
    .replace(/%$/, '')
  if (!/^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,20})?$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}

/**
 * A year, half-year, quarter, month or day as an order of time (时间单元格): later ones are greater;
 * null for anything else. A bare number counts as a year from 1900 to 2100 only.
 */
export function parseTime(cell: string): number | null {
  const text = cell.normalize('NFKC').trim()
  const year = /^((?:19|20)\d{2}|2100)(?:年度?)?$/.exec(text)
  if (year !== null) return Number(year[1]) * 10_000
  const half = /^(\d{4})年?([上下])半年$/.exec(text)
  if (half !== null) return Number(half[1]) * 10_000 + (half[2] === '上' ? 600 : 1200)
  const quarter = /^(\d{4})年?(?:第?([一二三四1-4])季度|-?Q([1-4]))$/.exec(text)
  if (quarter !== null) {
    const word = quarter[2] ?? quarter[3] ?? ''
    const nth = '一二三四'.includes(word) ? '一二三四'.indexOf(word) + 1 : Number(word)
    return Number(quarter[1]) * 10_000 + nth * 300
  }
  const month = /^(\d{4})(?:年|[-/.])(0?[1-9]|1[0-2])月?$/.exec(text)
  if (month !== null) return Number(month[1]) * 10_000 + Number(month[2]) * 100
  const bare = /^([1-9]|1[0-2])月份?$/.exec(text)
  if (bare !== null) return Number(bare[1]) * 100
  const day = readCellDate(text, null)
  return day === null ? null : Number(day.replaceAll('-', ''))
}
