import { daysBetween, type LocalDate } from '../time/local-date.ts'
import type { State } from './types.ts'

/** How long a proposal has waited (等待时间) and whether that is long; `overdue` counts days past the promised day. */
export type Waiting = { days: number; overdue: number; colour: 'red' | 'yellow' | 'blue' | 'none' }

/** Days after which a proposal that nobody decided turns yellow, and red. */
const slow = { yellow: 7, red: 15 }
/** Days before the promised day at which an adopted one turns yellow. */
const soon = 3

/** Says how a proposal stands today; one that is decided waits no more. */
export function waitingOf(
  { state, arrivedOn, dueOn }: { state: State; arrivedOn: LocalDate; dueOn: LocalDate | null },
  today: LocalDate,
): Waiting {
  const days = Math.max(0, daysBetween(arrivedOn, today))
  if (state === 'adopted' && dueOn !== null) return promised(days, daysBetween(dueOn, today))
  if (state !== 'submitted' && state !== 'open') return { days, overdue: 0, colour: 'none' }
  if (days > slow.red) return { days, overdue: 0, colour: 'red' }
  return { days, overdue: 0, colour: days > slow.yellow ? 'yellow' : 'blue' }
}

function promised(days: number, past: number): Waiting {
  if (past > 0) return { days, overdue: past, colour: 'red' }
  return { days, overdue: 0, colour: past > -soon ? 'yellow' : 'blue' }
}
