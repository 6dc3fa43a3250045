import type { Calendar } from '../time/calendar.ts'
import { addDays, daysBetween, type LocalDate } from '../time/local-date.ts'
import { workingDaysBetween } from '../time/working-days.ts'
import type { Rule } from './rule.ts'
import type { Evidence, Outcome, RuleColour, RuleState } from './types.ts'

/** What a rule is judged by: itself, the day, and the agency's working days. */
export type Look = { rule: Rule; today: LocalDate; calendar: Calendar }

/** How many pieces of evidence an outcome carries at most. */
export const mostEvidence = 20

/** An outcome without a finding yet; each judgement fills in what it found. */
export function blank({ rule }: Pick<Look, 'rule'>, state: RuleState): Outcome {
  return {
    rule: rule.id,
    level: rule.level,
    state,
    colour: state === 'tripped' ? trippedColour(rule) : null,
    measured: null,
    threshold: rule.threshold,
    tripsOn: null,
    daysLeft: null,
    goodUntil: null,
    evidence: [],
    points: state === 'tripped' ? rule.points : 0,
  }
}

/** What a warning costs nobody knows, so it stays 黄; whatever fails or costs points is 红. */
function trippedColour({ level }: Rule): RuleColour {
  return level === 'warning' ? 'yellow' : 'red'
}

/** Judges a rule that trips on a day (距触发天数): `tripsOn` is the first day that is too late, null for never. */
export function dated(
  look: Look,
  tripsOn: LocalDate | null,
  found: Pick<Outcome, 'measured' | 'evidence'> & Partial<Outcome>,
): Outcome {
  if (tripsOn === null) return { ...blank(look, 'clear'), ...found }
  const daysLeft = leftOf(look, tripsOn)
  const { blue, yellow } = look.rule.near
  if (daysLeft < 1) return { ...blank(look, 'tripped'), ...found, tripsOn, daysLeft }
  if (daysLeft > blue) return { ...blank(look, 'clear'), ...found, tripsOn, daysLeft }
  const colour = daysLeft > yellow ? 'blue' : 'yellow'
  return { ...blank(look, 'near'), ...found, colour, tripsOn, daysLeft }
}

/** Judges a rule that counts (计数): it trips at its threshold and is near when little is lacking. */
export function counted(
  look: Look,
  measured: number,
  evidence: readonly Evidence[],
  threshold: number = look.rule.threshold,
): Outcome {
  const { near, points, pointsFor } = look.rule
  const found = { measured, threshold, evidence: evidence.slice(0, mostEvidence) }
  const lacking = threshold - measured
  if (lacking <= 0) {
    const cost = pointsFor === 'each' ? tenths(points * measured) : points
    return { ...blank(look, 'tripped'), ...found, points: cost }
  }
  if (measured === 0 || lacking > near.blue) return { ...blank(look, 'clear'), ...found }
  return { ...blank(look, 'near'), ...found, colour: lacking > near.yellow ? 'blue' : 'yellow' }
}

/** Points as the table knows them: tenths. */
export function tenths(points: number): number {
  return Math.round(points * 10) / 10
}

function leftOf({ rule, today, calendar }: Look, tripsOn: LocalDate): number {
  if (rule.watches[0]?.window.unit !== 'working-days') return daysBetween(today, tripsOn)
  const yesterday = addDays(today, -1)
  // Counted are the working days that are left, today among them; once too late, those gone by.
  return today < tripsOn
    ? workingDaysBetween(calendar, yesterday, addDays(tripsOn, -1))
    : 0 - workingDaysBetween(calendar, addDays(tripsOn, -1), today)
}
