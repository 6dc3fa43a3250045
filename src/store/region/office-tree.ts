import type { CellDelta } from '../../domain/shared/journal.ts'
import { prepare } from '../statement.ts'
import { selectTimes } from './coverage.ts'

/** Cells of several offices, which agencies reported which months, and as of when (epoch ms). */
export type OfficeCells = {
  cells: (CellDelta & { office: string })[]
  months: { id: string; month: string }[]
  oldest: number | null
  newest: number | null
}

/**
 * Reads some rows of cells of many offices in some periods (多机关取数), the months that each of
 * `members` reported from `first` to `last`, and when they were reported, in one batch: O(members).
 * Periods before anything was counted below `root` are left out.
 */
export async function readOfficeCells(
  region: D1Database,
  asked: {
    root: string
    offices: readonly string[]
    periods: readonly string[]
    rows: readonly string[]
    members: readonly string[]
    /** which months each reported, or only whether any: then the first stands for it */
    reported: 'each' | 'any'
    first: string
    last: string
  },
): Promise<OfficeCells> {
  const members = JSON.stringify(asked.members)
  const [cells, months, synced] = await region.batch<
    OfficeCells['cells'][number] & { id: string; month: string } & OfficeCells
  >([
    region
      .prepare(
        `SELECT office.value AS office, c.period, c.row, c.col, c.n
         FROM json_each(?2) asked CROSS JOIN json_each(?1) office
         CROSS JOIN office_cell c ON c.office_id = office.value AND c.period = asked.value
           AND c.row IN (SELECT value FROM json_each(?3))
         WHERE asked.value >= (SELECT min(period) FROM office_cell WHERE office_id = ?4)`,
      )
      .bind(
        JSON.stringify(asked.offices),
        JSON.stringify(asked.periods),
        JSON.stringify(asked.rows),
        asked.root,
      ),
    region
      .prepare(
        asked.reported === 'each'
          ? `SELECT m.agency_id AS id, m.month FROM json_each(?1) member
             CROSS JOIN agency_month m ON m.agency_id = member.value AND m.month BETWEEN ?2 AND ?3`
          : `SELECT value AS id, ?2 AS month FROM json_each(?1) WHERE EXISTS (
             SELECT 1 FROM agency_month WHERE agency_id = value AND month BETWEEN ?2 AND ?3)`,
      )
      .bind(members, asked.first, asked.last),
    ...prepare(region, [selectTimes(asked.members)]),
  ])
  return {
    cells: (cells?.results ?? []).map(({ office, period, row, col, n }) => ({
      office,
      period,
      row,
      col,
      n,
    })),
    months: (months?.results ?? []).map(({ id, month }) => ({ id, month })),
    oldest: synced?.results[0]?.oldest ?? null,
    newest: synced?.results[0]?.newest ?? null,
  }
}
