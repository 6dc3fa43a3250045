import type { Calendar } from '../time/calendar.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { Colour } from './deadline-colour.ts'
import { type WarningThresholds, warningThresholds } from './deadline-rules.data.ts'

/** Due days from `from` to `to`, both included; null leaves an end open. */
export type DueRange = { from: LocalDate | null; to: LocalDate | null }

/**
 * The due days that have a colour (预警级别) on a day, for cases with a limit of `of` working days:
 * what the colour of each says, turned into a range that an index can answer.
 */
export function dueRange(
  colour: Colour,
  of: number,
  today: LocalDate,
  calendar: Calendar,
  thresholds: WarningThresholds = warningThresholds,
): DueRange {
  const lastWith = (left: number): LocalDate =>
    addDays(addWorkingDays(calendar, today, left + 1).on, -1)
  const yellow = lastWith(thresholds.yellowLeft)
  const blueLeft = Math.floor(of - of * thresholds.blueUsed)
  const blue = blueLeft > thresholds.yellowLeft ? lastWith(blueLeft) : yellow
  switch (colour) {
    case 'red':
      return { from: null, to: addDays(today, -1) }
    case 'yellow':
      return { from: today, to: yellow }
    case 'blue':
      return { from: addDays(yellow, 1), to: blue }
    case 'none':
      return { from: addDays(blue, 1), to: null }
    default:
      return colour satisfies never
  }
}
