import type { CellDelta } from '../shared/journal.ts'

/** How many powers of each type, and how many in all (职权数量). */
export type PowerCounts = { byType: Record<string, number>; total: number }

/** Counts powers by type from cells: those of a stock, or all changes since the beginning. */
export function powerCounts(cells: readonly CellDelta[]): PowerCounts {
  const byType: Record<string, number> = {}
  let total = 0
  for (const { row, col, n } of cells) {
    if (row !== 'powers') continue
    byType[col] = (byType[col] ?? 0) + n
    total += n
  }
  return { byType, total }
}

/** Counts changes of the list by kind (取消、下放、变更……) from the cells of a period. */
export function changeCounts(cells: readonly CellDelta[]): Record<string, number> {
  const byKind: Record<string, number> = {}
  for (const { row, col, n } of cells) {
    if (row === 'powerChanges') byKind[col] = (byKind[col] ?? 0) + n
  }
  return byKind
}
