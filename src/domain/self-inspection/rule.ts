import type { Calendar } from '../time/calendar.ts'
import { addDays, addMonths, type LocalDate } from '../time/local-date.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { RuleId, RuleLevel } from './types.ts'

/** A stretch that something may take (期限): so many days, months or working days. */
export type Window = { n: number; unit: 'days' | 'months' | 'working-days' }

/** Columns of some national types, and how long each may go without anything new. */
export type Watch = { columnTypes: readonly string[]; window: Window }

/** What a record made by hand states besides its day and its proof (人工核查的内容). */
export type Asked =
  | 'object'
  | 'verdict'
  | 'tries'
  | 'failed'
  | 'elsewhere'
  | 'sinceOn'
  | 'lastOn'
  | 'replyOn'

/**
 * A rule as data (指标). `standing` says how surely we know its number: the text was read, a secondary
 * source, or memory; `points` are taken once, or for each; `near` are the days before it trips at
 * which it turns 蓝 and 黄 (for a rule that counts: how many short of the threshold); `hand` is what
 * officers record where the product cannot see it, alone or beside what it sees.
 */
export type Rule = {
  id: RuleId
  level: RuleLevel
  source: string
  standing: 'proven' | 'secondary' | 'memory'
  clause: string
  threshold: number
  unit: 'days' | 'percent' | 'columns' | 'matters' | 'questions' | 'links' | 'gaps'
  watches: readonly Watch[]
  points: number
  pointsFor: 'once' | 'each'
  near: { blue: number; yellow: number }
  hand: {
    alone: boolean
    asks: readonly Asked[]
    /** a thing of this kind may not exist at all (不涉及) */ absent: boolean
    /** days for which a record speaks */ validDays: number
  } | null
}

/** The last day within a window that runs from a day (期限届满日). */
export function lastDay({ n, unit }: Window, since: LocalDate, calendar: Calendar): LocalDate {
  switch (unit) {
    case 'days':
      return addDays(since, n)
    case 'months':
      return addMonths(since, n)
    case 'working-days':
      return addWorkingDays(calendar, since, n).on
    default:
      return unit satisfies never
  }
}

/** The window of a rule that has just one. */
export function windowOf({ id, watches }: Rule): Window {
  const [first] = watches
  if (first === undefined) throw new Error(`rule ${id} has no window`)
  return first.window
}

/** The other numbers that an agency's manifest gives a rule (本地标准). */
export type RuleSetting = {
  threshold?: number | undefined
  /** instead of the length of its window, in the window's own unit */ within?: number | undefined
  points?: number | undefined
  validDays?: number | undefined
}

/** A rule with an agency's own numbers. */
export function ruleWith(rule: Rule, own: RuleSetting | undefined): Rule {
  if (own === undefined) return rule
  const { threshold = rule.threshold, points = rule.points, within, validDays } = own
  return {
    ...rule,
    threshold,
    points,
    watches: rule.watches.map((watch) =>
      within === undefined ? watch : { ...watch, window: { ...watch.window, n: within } },
    ),
    hand: rule.hand === null ? null : { ...rule.hand, validDays: validDays ?? rule.hand.validDays },
  }
}
