import { type LocalDate, parseLocalDate } from '../../time/local-date.ts'
import { type Instant, localDateOf, parseInstant, startOfDay } from '../../time/instant.ts'
import { serialToText } from './serial-date.ts'

/** A moment as a cell gives it: exact, or only its day (then `at` is the day's first moment). */
export type CellMoment = { at: Instant; on: LocalDate; isExact: boolean }

/** How serial numbers are to be taken: null in texts, where a number is no date. */
export type SerialCount = { is1904: boolean } | null

/**
 * Reads a day as people write it: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, with or
 * without a time behind it, or a workbook's serial number of five digits; null for anything else.
 */
export function readCellDate(text: string, serials: SerialCount): LocalDate | null {
  return readCellMoment(text, serials)?.on ?? null
}

/** Reads a moment: RFC 3339, or a day as {@link readCellDate} takes it, or a day and a Shanghai time. */
export function readCellMoment(text: string, serials: SerialCount): CellMoment | null {
  const plain = text.normalize('NFKC').trim()
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

function writeSerial(text: string, is1904: boolean): string {
  return /^\d{5}(?:\.\d+)?$/.test(text) ? (serialToText(Number(text), is1904) ?? '') : text
}

const TIME = String.raw`(?:[T ]*(\d{1,2})[:时](\d{1,2})分?(?::?(\d{1,2})秒?)?(?:\.0+)?)?`
const WRITTEN = new RegExp(
  String.raw`^(\d{4}) *(?:[-/.]|年) *(\d{1,2}) *(?:[-/.]|月) *(\d{1,2}) *日?${TIME}$`,
)
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`)
