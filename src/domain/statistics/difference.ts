import type { CellDelta } from '../shared/journal.ts'

/** A figure that differs: what stands, and what the source says. */
export type Difference = {
  period: string
  row: string
  col: string
  stands: number
  source: number
}

/** Compares figures that stand with those of their source (核对); a missing cell is zero. */
export function differences(
  stands: readonly CellDelta[],
  source: readonly CellDelta[],
): Difference[] {
  const merged = new Map<string, Difference>()
  const at = ({ period, row, col }: CellDelta): Difference => {
    const key = JSON.stringify([period, row, col])
    const known = merged.get(key) ?? { period, row, col, stands: 0, source: 0 }
    merged.set(key, known)
    return known
  }
  for (const cell of stands) at(cell).stands += cell.n
  for (const cell of source) at(cell).source += cell.n
  return [...merged.values()].filter((pair) => pair.stands !== pair.source)
}
