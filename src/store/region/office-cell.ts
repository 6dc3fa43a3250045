import type { CellDelta } from '../../domain/shared/journal.ts'

/** What an office sees of its subtree: cells of the asked periods, who reported, and as of when (epoch ms). */
export type OfficeFigures = {
  cells: CellDelta[]
  reported: ReadonlySet<string>
  oldest: number | null
  newest: number | null
  /** figures that changed after their month was closed */
  corrections: number
}

/**
 * Reads an office's figures (汇总数) in one batch: the cells of `periods`, which of its `members`
 * reported a month from `first` to `last`, and when the last reports came in. O(cells + members).
 */
export async function readOffice(
  region: D1Database,
  office: string,
  asked: {
    periods: readonly string[]
    members: readonly string[]
    first: string
    last: string
  },
): Promise<OfficeFigures> {
  const members = JSON.stringify(asked.members)
  const [cells, reported, synced, corrected] = await region.batch<
    CellDelta & { id: string; oldest: number | null; newest: number | null }
  >([
    region
      .prepare(
        `SELECT period, row, col, n FROM office_cell
         WHERE office_id = ? AND period IN (SELECT value FROM json_each(?))`,
      )
      .bind(office, JSON.stringify(asked.periods)),
    region
      .prepare(
        `SELECT value AS id FROM json_each(?) WHERE EXISTS (
           SELECT 1 FROM agency_month WHERE agency_id = value AND month BETWEEN ? AND ?)`,
      )
      .bind(members, asked.first, asked.last),
    region
      .prepare(
        `SELECT min(synced_at) AS oldest, max(synced_at) AS newest FROM agency_sync
         WHERE agency_id IN (SELECT value FROM json_each(?))`,
      )
      .bind(members),
    region
      .prepare(
        `SELECT coalesce(sum(corrections), 0) AS n FROM json_each(?)
         JOIN agency_month ON agency_id = value AND month BETWEEN ? AND ?`,
      )
      .bind(members, asked.first, asked.last),
  ])
  const [times] = rowsOf(synced)
  return {
    cells: rowsOf(cells).map(({ period, row, col, n }) => ({ period, row, col, n })),
    reported: new Set(rowsOf(reported).map((row) => row.id)),
    oldest: times?.oldest ?? null,
    newest: times?.newest ?? null,
    corrections: rowsOf(corrected)[0]?.n ?? 0,
  }
}

function rowsOf<T>(result: D1Result<T> | undefined): T[] {
  return result?.results ?? []
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
