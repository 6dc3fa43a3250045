import type { FindingRule } from './finding.ts'
import type { BulletinKind } from './kinds.data.ts'

/** What is known of an agency in a period, with all below it (机关情况), as far as findings rest on it. */
export type AgencyFacts = {
  agency: string
  name: string
  /** answers in time, of those that a deadline is known of; null where nobody reported */
  timely: number | null
  timed: number | null
  /** items published by month; null where nobody reported it */
  months: readonly { month: string; published: number | null }[]
  /** months that an agency has not reported, as `name month` */
  silent: readonly string[]
  /** figures by hand that an agency of it has not entered */
  lackingCells: number
  /** the annual report whose day has passed and that has not come, by its year */
  lackingReport: number | null
  /** open cases past their day, known of the agency itself alone */
  overdueOpen: number | null
  /** rules of the self-inspection that are tripped, of the agency itself alone */
  tripped: readonly { rule: string; what: string }[]
}

const always = ['late-replies', 'unreported-months', 'unreported-cells'] as const
const full = [...always, 'blank-month', 'no-annual-report'] as const

/** Which rules each kind of bulletin runs (各类简报的问题规则). */
export const rulesOfKind: Readonly<Record<BulletinKind, readonly FindingRule[]>> = {
  'monthly-summary': always,
  'quarterly-circular': full,
  'half-year-assessment': full,
  'self-inspection': [
    'late-replies',
    'overdue-open',
    'unreported-cells',
    'no-annual-report',
    'self-inspection',
  ],
}
