import type { CalendarTable } from '../time/edition.ts'
import { type LocalDate, parseLocalDate } from '../time/local-date.ts'

const stretch =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?放假/g
const workWord = '上班'
const day = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g

/**
 * Reads one paragraph of the State Council's notice (放假安排通知): “一、元旦：1月1日（周四）至3日（周六）
 * 放假调休，共3天。1月4日（周日）上班。” Null when it says nothing of days off or worked, or names a
 * day that does not exist.
 */
export function readNoticeLine(text: string, year: number): CalendarTable | null {
  const plain = text.replaceAll(/[（(][^（）()]*[）)]/g, '').replaceAll(/\s/g, '')
  const name = /^(?:[一二三四五六七八九十]+、)?([^：:，。\d]{1,20})[：:]/.exec(plain)?.[1]
  if (name === undefined) return null
  const sentences = plain.split(/[。；;]/)
  const off = sentences.flatMap((sentence) =>
    [...sentence.matchAll(stretch)].map((found) => stretchOf(name, found, year)),
  )
  const work = sentences
    .filter((sentence) => sentence.endsWith(workWord))
    .flatMap((sentence) => [...sentence.matchAll(day)].map((found) => dayOf(found, year)))
  const known = off.filter((one) => one !== null)
  const worked = work.filter((on) => on !== null)
  const isWhole = known.length === off.length && worked.length === work.length
  return isWhole && off.length + work.length > 0 ? { off: known, work: worked } : null
}

type Found = RegExpExecArray

function stretchOf(name: string, found: Found, year: number): CalendarTable['off'][number] | null {
  const [, fromYear, fromMonth = '', fromDay = '', toYear, toMonth, toDay] = found
  const begins = fromYear ?? String(year)
  const from = dateOf(begins, fromMonth, fromDay)
  const to = toDay === undefined ? from : dateOf(toYear ?? begins, toMonth ?? fromMonth, toDay)
  return from === null || to === null ? null : { name, from, to }
}

function dayOf([, itsYear, month = '', date = '']: Found, year: number): LocalDate | null {
  return dateOf(itsYear ?? String(year), month, date)
}

/** Finds number and day of issue in a pasted notice (文号、印发日期); '' for what is not there. */
export function sourceIn(text: string): { docNumber: string; issuedOn: string } {
  const docNumber = /国办(?:发明电|发)〔\d{4}〕\d+号/.exec(text)?.[0] ?? ''
  const [, year = '', month = '', date = ''] =
    /^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/m.exec(text) ?? []
  return { docNumber, issuedOn: dateOf(year, month, date) ?? '' }
}

function dateOf(year: string, month: string, date: string): LocalDate | null {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}
