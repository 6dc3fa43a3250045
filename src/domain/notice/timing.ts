import { localDateOf, startOfDay } from '../time/instant.ts'
import { addDays } from '../time/local-date.ts'

const minute = 60_000
const hour = 60 * minute

/** Waits between tries, in ms; after the last of them a notice is given up (重试间隔). */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour] as const

/** Most tries of one notice. */
export const mostTries = waits.length + 1

/** Most notices to one telephone or mailbox on one day, over all agencies of the deployment. */
export const mostPerDay = 3

/** Least time between two notices to one telephone or mailbox, in ms. */
export const leastGap = minute

/** How long a try has, in ms, before another may take the notice up; longer than an adapter's time limit. */
export const lease = 2 * minute

/** When a notice that failed for the `tries`-th time is tried again (epoch ms), or null: never. */
export function nextTry(tries: number, now: number): number | null {
  const wait = waits[tries - 1]
  return wait === undefined ? null : now + wait
}

/** When what is over the day's number goes out: at nine of the next day in Shanghai (epoch ms). */
export function nextDay(now: number): number {
  return startOfDay(addDays(localDateOf(now), 1)) + 9 * hour
}
