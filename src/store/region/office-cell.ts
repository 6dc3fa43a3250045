import type { CellDelta } from '../../domain/shared/journal.ts'

/** What an office sees of its subtree: cells of the asked periods, who reported, and as of when (epoch ms). */
export type OfficeFigures = {
  cells: CellDelta[]
  reported: ReadonlySet<string>
  oldest: number | null
  newest: number | null
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
  const [cells, reported, synced] = await region.batch<
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
  ])
  const times = synced?.results[0]
  return {
    cells: (cells?.results ?? []).map(({ period, row, col, n }) => ({ period, row, col, n })),
    reported: new Set((reported?.results ?? []).map((row) => row.id)),
    oldest: times?.oldest ?? null,
    newest: times?.newest ?? null,
  }
}

/** Reads the cells of several offices, each for all of `periods`: O(offices). */
export async function readOffices(
  region: D1Database,
  offices: readonly string[],
  periods: readonly string[],
): Promise<(CellDelta & { office: string })[]> {
  const { results } = await region
    .prepare(
      `SELECT office.value AS office, c.period, c.row, c.col, c.n
       FROM json_each(?1) office, json_each(?2) asked
       JOIN office_cell c ON c.office_id = office.value AND c.period = asked.value`,
    )
    .bind(JSON.stringify(offices), JSON.stringify(periods))
    .all<CellDelta & { office: string }>()
  return results
}
