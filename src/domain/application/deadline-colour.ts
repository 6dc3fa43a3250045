import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { workingDaysBetween } from '../time/working-days.ts'
import { type WarningThresholds, warningThresholds } from './deadline-rules.data.ts'

/** Warning colours (预警级别): 红 past due, 黄 nearly due, 蓝 half used. */
export type Colour = 'red' | 'yellow' | 'blue' | 'none'

/** A colour with its reason; `left` counts working days, negative once the due day is past. */
export type Warning = {
  colour: Colour
  code: 'overdue' | 'nearly-due' | 'half-used' | 'in-time'
  left: number
  of: number
}

/**
 * The warning colour of an open case on a day: from its due day and the `of` days of its limit.
 * A consultation that is still open counts as days left.
 */
export function colourOf(
  clock: { dueOn: LocalDate; of: number },
  today: LocalDate,
  calendar: Calendar,
  thresholds: WarningThresholds = warningThresholds,
): Warning {
  const { dueOn, of } = clock
  if (today > dueOn) {
    // Past due on a rest day no working day may have gone by yet; it is overdue all the same.
    const left = -Math.max(1, workingDaysBetween(calendar, dueOn, today))
    return { colour: 'red', code: 'overdue', left, of }
  }
  const left = workingDaysBetween(calendar, today, dueOn)
  if (left <= thresholds.yellowLeft) return { colour: 'yellow', code: 'nearly-due', left, of }
  if (of - left >= of * thresholds.blueUsed) return { colour: 'blue', code: 'half-used', left, of }
  return { colour: 'none', code: 'in-time', left, of }
}
