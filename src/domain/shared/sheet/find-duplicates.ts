import type { CellProblem, Finding } from './problems.ts'

/** Names every line of a file that has a key in common with another (重复), each with the other's line. */
export function findDuplicates<T extends { line: number }>(
  rows: readonly T[],
  column: string,
  keyOf: (row: T) => string | null,
): Finding<CellProblem>[] {
  const first = new Map<string, { line: number; isNamed: boolean }>()
  const found: Finding<CellProblem>[] = []
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, { line: row.line, isNamed: false })
      continue
    }
    if (!earlier.isNamed) {
      earlier.isNamed = true
      found.push({ line: earlier.line, column, reason: { code: 'duplicate', otherLine: row.line } })
    }
    found.push({ line: row.line, column, reason: { code: 'duplicate', otherLine: earlier.line } })
  }
  return found
}
