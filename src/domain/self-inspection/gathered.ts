import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Evidence, RuleId } from './types.ts'

/** A column as the rules see it (栏目): `freshUntil` is the last day on which its cadence is kept. */
export type ColumnSight = {
  id: string
  name: string
  columnType: string
  /** no column above it is of the same type (一级栏目) */ isTop: boolean
  isStanding: boolean
  isEmpty: boolean
  lastOn: LocalDate | null
  freshUntil: LocalDate | null
  /** its description only repeats its name */ isUndescribed: boolean
}

/** What an officer recorded of a thing that the product cannot see (人工核查记录). */
export type HandRecord = {
  id: string
  rule: RuleId
  /** the account, mailbox, page or question; '' for the site */ object: string
  on: LocalDate
  /** there is nothing of this kind (不涉及) */ absent: boolean
  tries: number | null
  failed: number | null
  elsewhere: number | null
  /** since when the oldest message waits; null for none */ sinceOn: LocalDate | null
  /** when something new last came */ lastOn: LocalDate | null
  replyOn: LocalDate | null
}

/** What the product itself holds on a day, as far as the rules ask (自查依据); lists are cut, counts are whole. */
export type Gathered = {
  today: LocalDate
  calendar: Calendar
  /** day of the newest item of the home page */ newestOn: LocalDate | null
  columns: readonly ColumnSight[]
  /** messages of the public without an answer, the oldest first */ waiting: readonly Evidence[]
  /** when the public last read an answer */ lastReplyOn: LocalDate | null
  /** open emergencies; one is contained when what may not be public is taken away */
  incidents: readonly (Evidence & { isContained: boolean })[]
  /** publications under an earlier day, each with its reason */ backdated: readonly Evidence[]
  services: { total: number; poor: number; evidence: readonly Evidence[] }
  /** links to pages of this site that do not exist; null where nobody looked */
  deadLinks: readonly Evidence[] | null
  /** facts of the site that its manifest lacks */ gaps: readonly Evidence[]
  /** documents without an interpretation, and interpretations without a document */
  unlinked: { n: number; evidence: readonly Evidence[] }
  /** whether a search for the newest item finds it; null where there is none, or nobody looked */
  isFound: boolean | null
  records: readonly HandRecord[]
}
