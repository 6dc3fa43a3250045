import type { JournalSeal } from '../../../domain/journal/seal.ts'
import { type Statement, statement } from '../../statement.ts'

const columns = 'n, from_id AS fromId, to_id AS toId, events, at, digest'
const newest = `SELECT ${columns} FROM journal_seal ORDER BY n DESC LIMIT 1`

/** Below every id and number that a row can have, of an intruder's making too. */
export const lowest = -1e19
/** Above every such id and number. */
export const highest = 1e19

/** Reads the newest seal (最新封存). */
export function selectNewestSeal(): Statement {
  return statement(newest)
}

/** The journal's last event and the last one that is sealed. */
export type SealState = { lastId: number; sealedTo: number | null }

/** Reads how far the journal is sealed (封存进度): two rows at any size. */
export function selectSealState(): Statement {
  return statement(
    `SELECT (SELECT coalesce(max(id), 0) FROM event) AS lastId,
       (SELECT to_id FROM journal_seal ORDER BY n DESC LIMIT 1) AS sealedTo`,
  )
}

/** Reads the seals below a number, the newest first. */
export function selectSealsBelow(n: number, limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM journal_seal WHERE n < ? ORDER BY n DESC LIMIT ? + 0`,
    n,
    limit,
  )
}

/** Reads seals from a number on. */
export function selectSealsFrom(n: number, limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM journal_seal WHERE n >= ? ORDER BY n LIMIT ? + 0`,
    n,
    limit,
  )
}

/** Reads the seals of some numbers. */
export function selectSealsOf(numbers: readonly number[]): Statement {
  return statement(
    `SELECT ${columns} FROM journal_seal WHERE n IN (SELECT value FROM json_each(?))`,
    JSON.stringify(numbers),
  )
}

const event = `SELECT id, entity, entity_id AS entityId, seq, kind, actor, at, data, commit_id AS commitId
  FROM event`

/** Reads events after one, as a seal covers them. */
export function selectEventsAfter(after: number, limit: number): Statement {
  return statement(`${event} WHERE id > ? ORDER BY id LIMIT ? + 0`, after, limit)
}

/** Reads events after one and up to another. */
export function selectEventsBetween(after: number, upTo: number, limit: number): Statement {
  return statement(`${event} WHERE id > ? AND id <= ? ORDER BY id LIMIT ? + 0`, after, upTo, limit)
}

/** Writes a seal unless somebody was faster; the seals are no history of the agency, so they are no events. */
export async function addSeal(db: D1Database, seal: JournalSeal): Promise<boolean> {
  const made = await db
    .prepare(
      `INSERT INTO journal_seal (n, from_id, to_id, events, at, digest)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING n`,
    )
    .bind(seal.n, seal.fromId, seal.toId, seal.events, seal.at, seal.digest)
    .first()
  return made !== null
}

/** How the last nightly check went (上次核验). */
export type CheckRow = { next: number; at: number; seals: number; faults: string }

/** Reads how the last check went. */
export function selectCheck(): Statement {
  return statement('SELECT next_n AS next, at, seals, faults FROM journal_check WHERE id = 1')
}

/** Keeps how a check went. */
export async function saveCheck(db: D1Database, check: CheckRow): Promise<void> {
  await db
    .prepare(
      `INSERT INTO journal_check (id, next_n, at, seals, faults) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET next_n = excluded.next_n, at = excluded.at, seals = excluded.seals,
         faults = excluded.faults`,
    )
    .bind(check.next, check.at, check.seals, check.faults)
    .run()
}
