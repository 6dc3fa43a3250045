import type { Cleanup } from '../../../domain/norm/cleanup.ts'
import { bulk, statement, type Statement } from '../../statement.ts'

const columns = `id, version, state, title, opened_on AS openedOn, decided_on AS decidedOn`

/** A document of a cleanup, with what is proposed or was decided for it. */
export type CleanupRow = {
  documentId: string
  number: string | null
  title: string
  publishedOn: string | null
  expiresOn: string | null
  inForce: 0 | 1
  itemId: string | null
  /** whether the public can read its text now */ isShown: 0 | 1
  decision: string | null
  reason: string | null
}

/** Reads a cleanup. */
export function selectCleanup(id: string): Statement {
  return statement(`SELECT ${columns} FROM norm_cleanup WHERE id = ?`, id)
}

/** Reads the newest cleanups. */
export function selectCleanups(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM norm_cleanup ORDER BY opened_on DESC, id DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads the newest cleanups that were decided. */
export function selectDecidedCleanups(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM norm_cleanup WHERE state = 'decided'
     ORDER BY opened_on DESC, id DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads the documents of a cleanup by day of publication. */
export function selectCleanupRows(id: string, limit: number): Statement {
  return statement(
    `SELECT r.document_id AS documentId, n.number, n.title, n.published_on AS publishedOn,
       n.expires_on AS expiresOn, n.in_force AS inForce, n.item_id AS itemId,
       EXISTS (SELECT 1 FROM published p WHERE p.id = n.item_id) AS isShown, r.decision, r.reason
     FROM norm_cleanup_row r JOIN norm_document n ON n.id = r.document_id
     WHERE r.cleanup_id = ? ORDER BY n.published_on, n.id LIMIT ? + 0`,
    id,
    limit,
  )
}

/**
 * Plans a cleanup of documents in force, at most `limit`: those that none has decided yet or the
 * longest ago, the oldest first. What stands in an open one, or has expired, is left out.
 */
export function insertCleanup(cleanup: Cleanup, limit: number): Statement[] {
  const { id, version, state, title, openedOn } = cleanup
  return [
    statement(
      'INSERT INTO norm_cleanup (id, version, state, title, opened_on) VALUES (?, ?, ?, ?, ?)',
      id,
      version,
      state,
      title,
      openedOn,
    ),
    statement(
      `INSERT INTO norm_cleanup_row (cleanup_id, document_id)
       SELECT ?1, n.id FROM norm_document n WHERE n.in_force = 1 AND n.published_on IS NOT NULL
         AND (n.expires_on IS NULL OR n.expires_on >= ?3) AND NOT EXISTS (
           SELECT 1 FROM norm_cleanup c JOIN norm_cleanup_row r ON r.cleanup_id = c.id
           WHERE c.state = 'open' AND r.document_id = n.id)
       ORDER BY (SELECT coalesce(max(c.decided_on), '') FROM norm_cleanup c
           JOIN norm_cleanup_row r ON r.cleanup_id = c.id
           WHERE c.state = 'decided' AND r.document_id = n.id AND r.decision IS NOT NULL),
         n.published_on, n.id LIMIT ?2 + 0`,
      id,
      limit,
      openedOn,
    ),
  ]
}

/** Counts the documents that a cleanup would take in. */
export function countForCleanup(today: string): Statement {
  return statement(
    `SELECT count(*) AS n FROM norm_document n WHERE n.in_force = 1 AND n.published_on IS NOT NULL
       AND (n.expires_on IS NULL OR n.expires_on >= ?) AND NOT EXISTS (
         SELECT 1 FROM norm_cleanup c JOIN norm_cleanup_row r ON r.cleanup_id = c.id
         WHERE c.state = 'open' AND r.document_id = n.id)`,
    today,
  )
}

/** Plans what is proposed for documents of an open cleanup. */
export function proposeRows(
  id: string,
  version: number,
  rows: readonly { document: string; decision: string | null; reason: string | null }[],
): Statement[] {
  return [
    statement('UPDATE norm_cleanup SET version = ?2 WHERE id = ?1', id, version),
    ...bulk(
      `UPDATE norm_cleanup_row SET decision = t.decision, reason = t.reason
       FROM (SELECT value->>'document' AS document, value->>'decision' AS decision,
               value->>'reason' AS reason FROM json_each(?1)) t
       WHERE cleanup_id = ?2 AND document_id = t.document`,
      rows,
      id,
    ),
  ]
}

/** Plans that only these documents have a decision: others are out of force since it was proposed. */
export function keepDecisions(id: string, documents: readonly string[]): Statement {
  return statement(
    `UPDATE norm_cleanup_row SET decision = NULL, reason = NULL
     WHERE cleanup_id = ?1 AND document_id NOT IN (SELECT value FROM json_each(?2))`,
    id,
    JSON.stringify(documents),
  )
}

/** Plans that a cleanup is decided. */
export function closeCleanup(id: string, version: number, decidedOn: string): Statement {
  return statement(
    `UPDATE norm_cleanup SET version = ?2, state = 'decided', decided_on = ?3 WHERE id = ?1`,
    id,
    version,
    decidedOn,
  )
}
