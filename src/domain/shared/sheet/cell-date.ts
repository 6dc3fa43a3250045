import { type LocalDate, parseLocalDate } from '../../time/local-date.ts'
import { type Instant, localDateOf, parseInstant, startOfDay } from '../../time/instant.ts'
import { serialToText } from './serial-date.ts'

/** A moment as a cell gives it: exact, or only its day (then `at` is the day's first moment). */
export type CellMoment = { at: Instant; on: LocalDate; isExact: boolean }

/** How serial numbers are to be taken: null in texts, where a number is no date. */
export type SerialCount = { is1904: boolean } | null

/**
 * Reads a day as people write it: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 二〇二六年三月二日, 20260302,
 * with or without a time behind it, or a workbook's serial number of five digits; null for anything else.
 */
export function readCellDate(text: string, serials: SerialCount): LocalDate | null {
  return readCellMoment(text, serials)?.on ?? null
}

/** Reads a moment: RFC 3339, or a day as {@link readCellDate} takes it, or a day and a Shanghai time. */
export function readCellMoment(text: string, serials: SerialCount): CellMoment | null {
  const plain = inDigits(text.normalize('NFKC').trim())
  const instant = parseInstant(plain)
  if (instant !== null) return { at: instant, on: localDateOf(instant), isExact: true }
  const written = serials === null ? plain : writeSerial(plain, serials.is1904)
  const match = WRITTEN.exec(written) ?? COMPACT.exec(written)
  if (match === null) return null
  const [, year = '', month = '', day = '', ...time] = match
  const on = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (on === null) return null
  if (time[0] === undefined) return { at: startOfDay(on), on, isExact: false }
  const clock = time.map((part: string | undefined) => (part ?? '0').padStart(2, '0')).join(':')
  const at = parseInstant(`${on}T${clock}+08:00`)
  return at === null ? null : { at, on, isExact: true }
}

/** The day of a document in Chinese numerals (汉字日期) in digits; any other text as it is. */
function inDigits(text: string): string {
  const [, year = '', month = '', day = ''] = NUMERALS.exec(text.replaceAll(/[零○]/g, '〇')) ?? []
  if (year === '') return text
  const digits = year.replaceAll(/./g, (one) => String(DIGITS.indexOf(one)))
  return `${digits}年${below100(month)}月${below100(day)}日`
}

function below100(numeral: string): number {
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral]
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

const DIGITS = '〇一二三四五六七八九'
const NUMERALS =
  /^([〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/

function writeSerial(text: string, is1904: boolean): string {
  return /^\d{5}(?:\.\d+)?$/.test(text) ? (serialToText(Number(text), is1904) ?? '') : text
}

const TIME = String.raw`(?:[T ]*(\d{1,2})[:时](\d{1,2})分?(?::?(\d{1,2})秒?)?(?:\.0+)?)?`
const WRITTEN = new RegExp(
  String.raw`^(\d{4}) *(?:[-/.]|年) *(\d{1,2}) *(?:[-/.]|月) *(\d{1,2}) *[日号]?${TIME}$`,
)
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`)
