import type { LateCount } from '../../../domain/statistics/correction.ts'
import { bulk, type Statement, statement } from '../../statement.ts'

/** A figure of a closed month that changed (更正): `by` is who wrote the reason. */
export type CorrectionRow = {
  month: string
  commitId: string
  row: string
  col: string
  was: number
  became: number
  cause: string
  entity: string
  entityId: string
  events: number
  actor: string
  at: number
  reason: string | null
  by: string | null
}

/** How many figures of some months changed after closing, and how many of them lack their reason. */
export type CorrectionCount = { n: number; open: number }

const columns = `c.month, c.commit_id AS commitId, c.row, c.col, c.was, c.became, c.cause, c.entity,
  c.entity_id AS entityId, c.events, c.actor, c.at, c.reason, s.name AS "by"`

/** Plans the corrections of a commit: rows for those months that are closed; before the figures change. */
export function addCorrections(
  counts: readonly LateCount[],
  commit: { id: string; actor: string; at: number; reason: string | null; staff: string | null },
): Statement[] {
  return bulk(
    `INSERT INTO correction (month, commit_id, row, col, was, became, cause, entity, entity_id, events,
       actor, at, reason, reason_by)
     SELECT m.month, ?2, value->>'row', value->>'col', coalesce(c.n, 0),
       coalesce(c.n, 0) + (value->>'n'), value->>'kind', value->>'entity', value->>'entityId',
       value->>'events', ?3, ?4, ?5, ?6
     FROM json_each(?1) JOIN closed_month m ON m.month = value->>'period'
     LEFT JOIN cell c ON c.period = m.month AND c.row = value->>'row' AND c.col = value->>'col'`,
    counts,
    commit.id,
    commit.actor,
    commit.at,
    commit.reason,
    commit.staff,
  )
}

/** Reads the corrections of the months from `first` to `last`, the newest month first. */
export function selectCorrections(first: string, last: string, limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM correction c LEFT JOIN staff s ON s.id = c.reason_by
     WHERE c.month BETWEEN ? AND ? ORDER BY c.month DESC, c.commit_id DESC, c.row, c.col LIMIT ? + 0`,
    first,
    last,
    limit,
  )
}

/** Counts the corrections of the months from `first` to `last`. */
export function countCorrections(first: string, last: string): Statement {
  return statement(
    `SELECT count(*) AS n, count(*) - count(reason) AS open FROM correction
     WHERE month BETWEEN ? AND ?`,
    first,
    last,
  )
}

/** Reads whether a commit corrected figures, and how many lack their reason. */
export function selectCommitCorrections(commitId: string): Statement {
  return statement(
    `SELECT count(*) AS n, count(*) - count(reason) AS open FROM correction WHERE commit_id = ?`,
    commitId,
  )
}

/** Writes the reason of all corrections of a commit. */
export function explainCorrections(commitId: string, reason: string, staff: string): Statement {
  return statement(
    `UPDATE correction SET reason = ?2, reason_by = ?3 WHERE commit_id = ?1 AND reason IS NULL`,
    commitId,
    reason,
    staff,
  )
}
