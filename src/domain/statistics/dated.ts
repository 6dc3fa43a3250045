import type { CellDelta } from '../shared/journal.ts'

/** Counts `n` on a day in its month and its year (按日期归月、归年). */
export function dated(on: string, row: string, col: string, n: number): CellDelta[] {
  return [
    { period: on.slice(0, 7), row, col, n },
    { period: on.slice(0, 4), row, col, n },
  ]
}

/** Counts `n` on a day in its month alone; a longer period is the sum of its months. */
export function monthly(on: string, row: string, col: string, n: number): CellDelta[] {
  return [{ period: on.slice(0, 7), row, col, n }]
}
