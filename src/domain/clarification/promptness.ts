import { daysBetween, type LocalDate } from '../time/local-date.ts'

/** How a clarification stands against the goal of answering within a day (24 小时回应). */
export type Promptness = { days: number; colour: 'red' | 'yellow' | 'blue' | 'none' }

/** Days from the sighting to the answer, or to today while there is none; later than the next day is red. */
export function promptness(
  seenOn: LocalDate,
  answeredOn: LocalDate | null,
  today: LocalDate,
): Promptness {
  const days = Math.max(0, daysBetween(seenOn, answeredOn ?? today))
  if (answeredOn !== null) return { days, colour: 'none' }
  if (days > 1) return { days, colour: 'red' }
  return { days, colour: days === 1 ? 'yellow' : 'blue' }
}
