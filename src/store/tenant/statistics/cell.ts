import type { CellDelta } from '../../../domain/shared/journal.ts'
import { type Statement, statement } from '../../statement.ts'

/** An agency's months at one moment: `version` is its last event then, 0 when there is none. */
export type Snapshot = {
  version: number
  cells: { month: string; row: string; col: string; n: number }[]
  /** when months were closed (epoch ms), and how many of their figures changed afterwards */
  closings: { month: string; closedAt: number; corrections: number }[]
}

/** Reads all figures of some months and the journal's end in one batch, so that they belong together. */
export async function readMonths(db: D1Database, months: readonly string[]): Promise<Snapshot> {
  const asked = JSON.stringify(months)
  const [end, cells, closings] = await db.batch<{
    id: number
    month: string
    row: string
    col: string
    n: number
    closedAt: number
  }>([
    db.prepare('SELECT coalesce(max(id), 0) AS id FROM event'),
    db
      .prepare(
        `SELECT period AS month, row, col, n FROM cell
         WHERE period IN (SELECT value FROM json_each(?))`,
      )
      .bind(asked),
    db
      .prepare(
        `SELECT m.month, m.closed_at AS closedAt,
           (SELECT count(*) FROM correction c WHERE c.month = m.month) AS n
         FROM closed_month m WHERE m.month IN (SELECT value FROM json_each(?))`,
      )
      .bind(asked),
  ])
  return {
    version: end?.results[0]?.id ?? 0,
    cells: (cells?.results ?? []).map(({ month, row, col, n }) => ({ month, row, col, n })),
    closings: (closings?.results ?? []).map(({ month, closedAt, n }) => ({
      month,
      closedAt,
      corrections: n,
    })),
  }
}

/** Reads every figure of an agency and the journal's end in one batch. */
export async function readAllCells(
  db: D1Database,
): Promise<{ version: number; cells: CellDelta[] }> {
  const [end, cells] = await db.batch<CellDelta & { id: number }>([
    db.prepare('SELECT coalesce(max(id), 0) AS id FROM event'),
    db.prepare('SELECT period, row, col, n FROM cell'),
  ])
  return {
    version: end?.results[0]?.id ?? 0,
    cells: (cells?.results ?? []).map(({ period, row, col, n }) => ({ period, row, col, n })),
  }
}

/** Reads an agency's figures of some periods: months, years. */
export function selectCells(periods: readonly string[]): Statement {
  return statement(
    'SELECT period, row, col, n FROM cell WHERE period IN (SELECT value FROM json_each(?))',
    JSON.stringify(periods),
  )
}

/** Reads an agency's figures of one row of some periods. */
export function selectCellsOfRow(row: string, periods: readonly string[]): Statement {
  return statement(
    `SELECT period, row, col, n FROM cell
     WHERE period IN (SELECT value FROM json_each(?)) AND row = ?`,
    JSON.stringify(periods),
    row,
  )
}
