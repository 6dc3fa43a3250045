import type { Calendar } from '../time/calendar.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts'
import type { Colour } from './deadline-colour.ts'
import { longestLimit, type WarningThresholds, warningThresholds } from './deadline-rules.data.ts'

/**
 * Place of an open case in the desk's list (在办件次序): due day and two digits of the days that its
 * limit counts, or '0' while its applicant is waited for. The database makes it of its columns.
 */
export type OpenKey = string

/** A stretch of the list: keys from `from` up to, not including, `to`. */
export type KeyRange = { from: OpenKey; to: OpenKey }

/** The key of cases without a running clock (等候申请人). */
export const waitingKey: OpenKey = '0'

/**
 * The stretches of the list that have a warning colour on a day (预警), in their order, for every
 * length of limit: red is all that is past due, yellow what is nearly due; how near a case must be
 * to be blue depends on its limit, so blue has one stretch for each due day.
 */
export function colourRanges(
  colour: Exclude<Colour, 'none'>,
  today: LocalDate,
  calendar: Calendar,
  thresholds: WarningThresholds = warningThresholds,
): KeyRange[] {
  const blueFrom = addWorkingDays(calendar, today, thresholds.yellowLeft + 1).on
  switch (colour) {
    case 'red':
      return [{ from: '1', to: today }]
    case 'yellow':
      return [{ from: today, to: blueFrom }]
    case 'blue':
      return blueRanges(blueFrom, today, calendar, thresholds)
    default:
      return colour satisfies never
  }
}

/** How many cases stand in each tab of the desk (各类件数). */
export type OpenCounts = Record<'open' | 'waiting' | 'replied' | Exclude<Colour, 'none'>, number>

/** Sums what is kept by key into the tabs of the desk as they stand on a day. */
export function openCounts(
  kept: Readonly<Record<OpenKey, number>>,
  today: LocalDate,
  calendar: Calendar,
): OpenCounts {
  const { replied = 0, ...open } = kept
  const keys = Object.entries(open)
  const inside = (ranges: readonly KeyRange[]): number =>
    sum(keys.filter(([key]) => ranges.some(({ from, to }) => from <= key && key < to)))
  return {
    open: sum(keys),
    waiting: open[waitingKey] ?? 0,
    replied,
    red: inside(colourRanges('red', today, calendar)),
    yellow: inside(colourRanges('yellow', today, calendar)),
    blue: inside(colourRanges('blue', today, calendar)),
  }
}

function blueRanges(
  from: LocalDate,
  today: LocalDate,
  calendar: Calendar,
  { blueUsed }: WarningThresholds,
): KeyRange[] {
  const ranges: KeyRange[] = []
  for (let on = from; ; on = addDays(on, 1)) {
    // Half used, `of - left >= of * blueUsed`, solved for the shortest limit that says so.
    const shortest = Math.ceil(workingDaysBetween(calendar, today, on) / (1 - blueUsed))
    if (shortest > longestLimit) return ranges
    ranges.push({ from: `${on}${String(shortest).padStart(2, '0')}`, to: `${on}99` })
  }
}

function sum(entries: readonly (readonly [string, number])[]): number {
  return entries.reduce((total, [, n]) => total + n, 0)
}
