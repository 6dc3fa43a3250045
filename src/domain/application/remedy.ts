import type { Agency } from '../agency/agency.ts'
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

/** Since when a refusal to disclose has to go to reconsideration first (行政复议法 2023 年修订施行). */
const reviewFirstSince = '2024-01-01'
/** Since when a suit may be brought within six months (行政诉讼法 2014 年修正施行). */
const suitLawSince = '2015-05-01'

/** The remedy that a reply with this outcome, given on this day (YYYY-MM-DD), has to name. */
export function remedyOf(outcome: OutcomeKey, on: string = reviewFirstSince): Remedy {
  const remedy = remedies[outcome]
  return remedy === 'review-first' && on < reviewFirstSince ? 'review-or-court' : remedy
}

type Reviewed = Pick<Agency, 'kind' | 'guide' | 'settings' | 'above'>

/**
 * Who reconsiders (复议机关, 行政复议法第24条、第27条): the same-level government for a department, the
 * government above for a government, the next higher department where the line is vertical; by name
 * where it is known. Before 2024 a department's applicant might also choose the department above.
 */
export function reviewOrgan(
  { kind, settings, above }: Omit<Reviewed, 'guide'>,
  on: string = reviewFirstSince,
): string {
  if (settings.verticalSystem !== undefined) return settings.reviewOrgan ?? '上一级主管部门'
  const isBureau = kind === 'bureau'
  const organ = settings.reviewOrgan ?? above ?? (isBureau ? '本级人民政府' : '上一级人民政府')
  return isBureau && on < reviewFirstSince ? `${organ}或者上一级主管部门` : organ
}

/** The law of a day on the time for a suit (起诉期限): six months, three before 行政诉讼法 was revised. */
function suitPeriod(on: string): string {
  return on < suitLawSince
    ? '三个月内直接向人民法院提起行政诉讼（行政诉讼法第三十九条）'
    : '六个月内直接向人民法院提起行政诉讼（行政诉讼法第四十六条）'
}

/** What a reply tells about remedies (救济告知), in sentences, as letters and pages say it. */
export function remedyTexts(remedy: Remedy, agency: Reviewed, on: string): string[] {
  const organ = reviewOrgan(agency, on)
  const { supervision } = agency.guide
  const complaint = `认为本机关没有依法履行政府信息公开义务的，可以向${supervision.body}投诉、举报，电话 ${supervision.telephone}。`
  // 复议期限在修订前后分别是第九条和第二十条。
  const period = on < reviewFirstSince ? '第九条' : '第二十条'
  switch (remedy) {
    case 'review-first':
      return [
        `对不予公开的决定不服的，应当先申请行政复议：自知道本决定之日起六十日内，向${organ}提出（行政复议法第二十条、第二十三条）。`,
        '对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼（行政诉讼法第四十五条）。',
        complaint,
      ]
    case 'review-or-court':
      return [
        `对本答复不服的，可以自知道本答复之日起六十日内向${organ}申请行政复议（行政复议法${period}），也可以自知道本答复之日起${suitPeriod(on)}。`,
        complaint,
      ]
    case 'no-promise':
      return [
        `认为本答复侵犯合法权益的，可以向${organ}反映或者依法申请行政复议，是否受理由其依法决定。`,
        complaint,
      ]
    default:
      return remedy satisfies never
  }
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
