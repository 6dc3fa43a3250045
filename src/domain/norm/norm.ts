import type { Agency } from '../agency/agency.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, addMonths, type LocalDate } from '../time/local-date.ts'
import { addWorkingDays, rollToWorkingDay } from '../time/working-days.ts'
import type { State } from './types.ts'
import { usualSettings, warningMonths } from './validity.data.ts'

/** A normative document in the register (规范性文件); days are YYYY-MM-DD. */
export type Norm = {
  id: string
  version: number
  state: State
  title: string
  /** 制定机关 */ maker: string
  /** 起草单位 */ unit: string | null
  /** 制定依据 */ basis: string | null
  /** the item that publishes it */ itemId: string | null
  draftedBy: string
  draftedOn: string
  /** 合法性审核意见 */ opinion: string | null
  reviewedOn: string | null
  /** the item whose text is reviewed (送审文本) */ textItem: string | null
  /** SHA-256 of the text that passed the review; null while none has */ textDigest: string | null
  numberYear: number | null
  numberSerial: number | null
  /** 统一编号 */ number: string | null
  registeredOn: string | null
  publishedOn: string | null
  /** 施行日期 */ effectiveOn: string | null
  validityYears: number | null
  validitySource: string | null
  /** last day in force */ expiresOn: string | null
  extendedOn: string | null
  inForce: 0 | 1
  endedOn: string | null
  endReason: string | null
  replacedBy: string | null
  /** last day for filing upward (报备期限) */ fileBy: string | null
  /** letter that filed it last */ filingLetter: string | null
  filedOn: string | null
  filingOpinion: string | null
  /** day by which the upper agency wants it corrected */ correctBy: string | null
  /** what the last cleanup decided and that is still to be done */ cleanupNote: string | null
}

/** Something that waits to be done with a document (待办), by a day or without one. */
export type NormDue = {
  what: 'redraft' | 'review' | 'register' | 'publish' | 'file' | 'correct' | 'amend' | 'expiry'
  on: string | null
  isOverdue: boolean
}

/** Lists what is due for a document on a day (到期提醒): work that waits, and the six months before its end. */
export function duesOf(norm: Norm, today: LocalDate): NormDue[] {
  const dues: NormDue[] = []
  const add = (what: NormDue['what'], on: string | null = null): void => {
    dues.push({ what, on, isOverdue: on !== null && on < today })
  }
  if (isSentBack(norm)) add('redraft')
  if (norm.state === 'under-review') add('review')
  if (norm.state === 'reviewed') add('register')
  if (norm.state === 'registered') add('publish')
  if (norm.state === 'published') add('file', norm.fileBy)
  if (norm.state === 'returned') add('correct', norm.correctBy)
  if (norm.inForce === 1 && norm.cleanupNote !== null) add('amend')
  if (norm.inForce === 1 && norm.expiresOn !== null && norm.expiresOn <= warnedUntil(today)) {
    add('expiry', norm.expiresOn)
  }
  return dues
}

/** Whether the legality review sent a draft back (审核退回): its opinion stands until it is submitted again. */
export function isSentBack({ state, opinion }: Pick<Norm, 'state' | 'opinion'>): boolean {
  return state === 'draft' && opinion !== null
}

/** Why somebody sent a document back or wants it changed (退回理由); null when nobody does. */
export function remarkOn(norm: Norm): string | null {
  if (isSentBack(norm)) return norm.opinion
  return norm.state === 'returned' ? norm.filingOpinion : norm.cleanupNote
}

/** The last end of validity that is warned of on a day (到期前六个月). */
export function warnedUntil(today: LocalDate): LocalDate {
  return addMonths(today, warningMonths)
}

/** Last day for filing a published document upward (报备期限): days after publication, rolled over holidays. */
export function fileByOf(agency: Agency, publishedOn: LocalDate, calendar: Calendar): LocalDate {
  const days = agency.settings.normFilingDays ?? usualSettings.normFilingDays
  return rollToWorkingDay(calendar, addDays(publishedOn, days)).on
}

/** Last day for the upper agency's review of a filing (备案审查期限): working days after it came. */
export function reviewByOf(agency: Agency, receivedOn: LocalDate, calendar: Calendar): LocalDate {
  const days = agency.settings.normReviewDays ?? usualSettings.normReviewDays
  return addWorkingDays(calendar, receivedOn, days).on
}

/** Frame of the unified numbers of a year (统一编号): what stands before and after the serial, and its width. */
export function numberFrame(
  agency: Agency,
  year: number,
): { prefix: string; suffix: string; width: number } {
  const { settings, shortName } = agency
  const area = settings.normArea ?? shortName.replace(/(?:人民)?政府$/, '')
  const filled = (settings.normNumberPattern ?? usualSettings.normNumberPattern)
    .replaceAll('{area}', area)
    .replaceAll('{year}', String(year))
  const [prefix = '', width = '1', suffix = ''] = filled.split(/\{serial:(\d)\}/)
  return { prefix, suffix, width: Number(width) }
}

/** The serial in a number that this agency's rule would give in a year; null for another kind of number. */
export function serialOf(agency: Agency, year: number, number: string): number | null {
  const { prefix, suffix } = numberFrame(agency, year)
  if (!number.startsWith(prefix) || !number.endsWith(suffix)) return null
  const digits = number.slice(prefix.length, number.length - suffix.length)
  return /^\d{1,6}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null
}
