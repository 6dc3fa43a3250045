import type { OutcomeKey } from '../shared/report-keys.data.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { computeDeadline } from './deadline.ts'

/**
 * Which way is open against a decision (救济途径): reconsideration first (复议前置, 行政复议法第23条),
 * reconsideration or court as the applicant likes (行政复议法第20条, 行政诉讼法第46条), or no promise
 * of a suit because courts decline such cases (法释〔2025〕8号).
 */
export type Remedy = 'review-first' | 'review-or-court' | 'no-promise'

/**
 * The remedy by the legal basis of the outcome, not by its group on the report: only refusals under
 * articles 14 to 16 have to go to reconsideration first.
 */
const remedies: Readonly<Record<OutcomeKey, Remedy>> = {
  granted: 'review-or-court',
  partialGrant: 'review-first',
  'denied.stateSecret': 'review-first',
  'denied.lawForbidden': 'review-first',
  'denied.threeSecuritiesOneStability': 'review-first',
  'denied.thirdPartyRights': 'review-first',
  'denied.internalAffairs': 'review-first',
  'denied.processInfo': 'review-first',
  'denied.enforcementFile': 'review-first',
  'denied.adminInquiry': 'no-promise',
  'unable.notHeld': 'review-or-court',
  'unable.needsCreation': 'review-or-court',
  'unable.stillUnclear': 'review-or-court',
  'notProcessed.petition': 'no-promise',
  'notProcessed.repeated': 'no-promise',
  'notProcessed.publication': 'no-promise',
  'notProcessed.excessive': 'review-or-court',
  'notProcessed.reconfirm': 'review-or-court',
  'other.overdueCorrection': 'review-or-court',
  'other.overdueFee': 'review-or-court',
  'other.misc': 'review-or-court',
}

/** The remedy that a reply with this outcome has to name. */
export function remedyOf(outcome: OutcomeKey): Remedy {
  return remedies[outcome]
}

/** The last day for one way against a decision (救济期限); provisional while its year's holidays are not published. */
export type RemedyDay = {
  clock: 'reconsideration' | 'litigation'
  dueOn: LocalDate
  provisional: boolean
}

const ways: Readonly<Record<Remedy, readonly RemedyDay['clock'][]>> = {
  'review-first': ['reconsideration'],
  'review-or-court': ['reconsideration', 'litigation'],
  'no-promise': [],
}

/**
 * The last days for the ways that a decision leaves open (行政复议法第20条 60 日, 行政诉讼法第46条
 * 6 个月), counted from the day it was served, by the law of that day.
 */
export function remedyDays(remedy: Remedy, servedOn: LocalDate, calendar: Calendar): RemedyDay[] {
  return ways[remedy].flatMap((clock) => {
    const counted = computeDeadline({ clock, startOn: servedOn }, calendar)
    if (!counted.ok) return []
    const { dueOn, provisional } = counted.value
    return [{ clock, dueOn, provisional }]
  })
}
