import { type FieldError, type FieldProblem, ok, refuse, type Result } from '../shared/refusal.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type Count, countCalendar, countWorkingDays, type TraceRow } from './deadline-count.ts'
import { checkDates, type DeadlineRequest } from './deadline-input.ts'
import { type ClockName, type DeadlineRule, deadlineRules } from './deadline-rules.data.ts'
import { startOf, type Start } from './deadline-start.ts'

/**
 * A time limit (期限): its last day and first counted day, whether it may move because a year's
 * calendar is not published, every step of the count, and the articles.
 */
export type Deadline = {
  dueOn: LocalDate
  firstDay: LocalDate
  provisional: boolean
  trace: TraceRow[]
  law: string[]
}

/** A time limit with the number of days, or months, that it counts. */
export type CountedDeadline = Deadline & { of: number }

/**
 * Computes one of the ten time limits of the law (条例第26、30、32—34条, 行政复议法, 行政诉讼法);
 * refuses missing or contradictory days, and numbers of days that the law does not allow.
 */
export function computeDeadline(request: DeadlineRequest, calendar: Calendar): Result<Deadline> {
  const counted = countDeadline(request, calendar)
  if (!counted.ok) return counted
  const { dueOn, firstDay, provisional, trace, law } = counted.value
  return ok({ dueOn, firstDay, provisional, trace, law })
}

/** The same as {@link computeDeadline}, with the number of days. */
export function countDeadline(
  request: DeadlineRequest,
  calendar: Calendar,
): Result<CountedDeadline> {
  const errors = checkDates(request)
  if (errors.length > 0) return invalid(errors)
  const start = startOf(request)
  if ('missing' in start) return invalid([{ pointer: `/${start.missing}`, problem: 'required' }])
  const rule = ruleFor(request.clock, start.ruleOn)
  if (rule === null) {
    const other = firstRuleDay(request.clock)
    return invalid([{ pointer: `/${start.field}`, problem: 'before', other }])
  }
  const wrong = checkNumbers(request, rule)
  if (wrong.length > 0) return invalid(wrong)
  const of = (request.days ?? rule.days ?? 0) + (request.extensionDays ?? 0)
  const law = [...new Set([...rule.law, ...start.law, ...pauseLaw(request, rule)])]
  return ok({ ...count(request, calendar, rule, start, of), law, of })
}

/** The longest extension that the law of a receipt day allows (延期上限, 条例第33条), in working days. */
export function longestExtension(receivedOn: LocalDate): number {
  return ruleFor('reply', receivedOn)?.extension ?? 0
}

function count(
  request: DeadlineRequest,
  calendar: Calendar,
  { kind }: DeadlineRule,
  start: Start,
  of: number,
): Count {
  if (kind !== 'working') return countCalendar(calendar, start, kind, of)
  const spans = (request.pauses ?? []).map(({ sentOn, returnedOn }) => ({
    after: sentOn,
    through: returnedOn,
  }))
  return countWorkingDays(calendar, start, of, spans)
}

function checkNumbers(request: DeadlineRequest, rule: DeadlineRule): FieldError[] {
  const errors: FieldError[] = []
  const { days, extensionDays = 0, pauses = [] } = request
  const daysProblem = checkDays(days, rule)
  if (daysProblem !== null) errors.push({ pointer: '/days', ...daysProblem })
  if (extensionDays < 0 || extensionDays > rule.extension) {
    errors.push({ pointer: '/extensionDays', problem: 'out-of-range', min: 0, max: rule.extension })
  }
  if (rule.pauses === null && pauses.length > 0) {
    errors.push({ pointer: '/pauses', problem: 'too-many', limit: 0 })
  }
  return errors
}

function checkDays(days: number | undefined, rule: DeadlineRule): FieldProblem | null {
  if (days === undefined) return rule.days === null ? { problem: 'required' } : null
  const { min, max } = rule.choose ?? { min: rule.days ?? 0, max: rule.days ?? 0 }
  return days >= min && days <= max ? null : { problem: 'out-of-range', min, max }
}

function pauseLaw(request: DeadlineRequest, rule: DeadlineRule): string[] {
  return rule.pauses === null || (request.pauses ?? []).length === 0 ? [] : [rule.pauses]
}

function ruleFor(clock: ClockName, on: LocalDate): DeadlineRule | null {
  const rule = deadlineRules.find(
    (row) => row.clock === clock && row.from <= on && (row.to === null || on <= row.to),
  )
  return rule ?? null
}

function firstRuleDay(clock: ClockName): string {
  const days = deadlineRules.filter((row) => row.clock === clock).map((row) => row.from)
  return days.toSorted()[0] ?? ''
}

function invalid(errors: readonly FieldError[]): Result<never> {
  return refuse({ code: 'invalid', errors })
}
