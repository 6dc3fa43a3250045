import type { CellDelta } from '../../domain/shared/journal.ts'
import { readBatch } from '../read.ts'
import { statement } from '../statement.ts'
import { type CoverageAsked, selectCorrectionSum, selectMissing, selectTimes } from './coverage.ts'

/** What an office sees of its subtree: cells of the asked periods, who did not report, and as of when (epoch ms). */
export type OfficeFigures = {
  cells: CellDelta[]
  missing: readonly string[]
  oldest: number | null
  newest: number | null
  /** figures that changed after their month was closed */
  corrections: number
}

/**
 * Reads an office's figures (汇总数) in one batch: the cells of `periods`, which members did not
 * report in the coverage's period, and when the last reports came in. O(cells + members that lack).
 */
export async function readOffice(
  region: D1Database,
  periods: readonly string[],
  coverage: CoverageAsked,
): Promise<OfficeFigures> {
  const [cells, missing, [times], [corrected]] = await readBatch<
    [CellDelta, { id: string }, { oldest: number | null; newest: number | null }, { n: number }]
  >(region, [
    statement(
      `SELECT period, row, col, n FROM office_cell
       WHERE office_id = ? AND period IN (SELECT value FROM json_each(?))`,
      coverage.office,
      JSON.stringify(periods),
    ),
    selectMissing(coverage),
    selectTimes(coverage.members),
    selectCorrectionSum(coverage),
  ])
  return {
    cells,
    missing: missing.map(({ id }) => id),
    oldest: times?.oldest ?? null,
    newest: times?.newest ?? null,
    corrections: corrected?.n ?? 0,
  }
}

/** Reads the cells of several offices, each for all of `periods`: O(offices), whatever other periods they have. */
export async function readOffices(
  region: D1Database,
  offices: readonly string[],
  periods: readonly string[],
): Promise<(CellDelta & { office: string })[]> {
  const { results } = await region
    .prepare(
      `SELECT office_id AS office, period, row, col, n FROM office_cell
       WHERE office_id IN (SELECT value FROM json_each(?1))
         AND period IN (SELECT value FROM json_each(?2))`,
    )
    .bind(JSON.stringify(offices), JSON.stringify(periods))
    .all<CellDelta & { office: string }>()
  return results
}

/** How far the agencies below have closed their months (结账), and what changed afterwards. */
export type ClosingRow = { id: string; closed: number; corrections: number }

/** Reads, of each member, how many months from `first` to `last` are closed, and their corrections. */
export async function readClosings(
  region: D1Database,
  members: readonly string[],
  first: string,
  last: string,
): Promise<ClosingRow[]> {
  const { results } = await region
    .prepare(
      `SELECT value AS id, count(closed_at) AS closed, coalesce(sum(corrections), 0) AS corrections
       FROM json_each(?) LEFT JOIN agency_month ON agency_id = value AND month BETWEEN ? AND ?
       GROUP BY value`,
    )
    .bind(JSON.stringify(members), first, last)
    .all<ClosingRow>()
  return results
}
