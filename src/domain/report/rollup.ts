import { figureAt, reportTables } from './annual/document.ts'
import { isHead, type TableLayout } from './layout.ts'
import type { AnnualReport, Figure } from './types.ts'

/** A total that is not the sum of its parts (汇总不符, E8): what stands, and what the parts add up to. */
export type RollupFault = { total: number; sum: number }

/** Compares a total with its parts (汇总核对); null where they agree. */
export function rollupFault(total: number, parts: readonly number[]): RollupFault | null {
  const sum = parts.reduce((all, part) => all + part, 0)
  return sum === total ? null : { total, sum }
}

/** A cell of a government's tables that is not the sum of its members' cells. */
export type RollupCell = RollupFault & { table: TableLayout['table']; row: string; column: string }

/**
 * Compares every cell of a government's tables with the sum of its members' (汇总数等于各机关之和, E8). A
 * blank of a member counts as 0, a blank of the whole is not compared; money is compared to the 分.
 */
export function checkRollup(whole: AnnualReport, members: readonly AnnualReport[]): RollupCell[] {
  return Object.values(reportTables(whole)).flatMap(({ table, rows }) =>
    rows.flat().flatMap((cell): RollupCell[] => {
      if (isHead(cell)) return []
      const total = figureAt(whole, table, cell)
      if (total === null) return []
      const parts = members.map((member) => figureAt(member, table, cell))
      const fault = rollupFault(inParts(total), parts.map(inParts))
      const { row, column } = cell
      return fault === null ? [] : [{ table, row, column, total, sum: fault.sum / partsOfOne }]
    }),
  )
}

/** Parts of one: 万元 to the 分. */
const partsOfOne = 1_000_000

function inParts(figure: Figure): number {
  return Math.round((figure ?? 0) * partsOfOne)
}
