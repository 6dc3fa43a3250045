import type { Patch } from '../../domain/topic/decide.ts'
import { type Statement, statement } from '../statement.ts'

/** A row of table `topic` as officers' verbs read it; `sealed` and `contact_sealed` are what a citizen wrote. */
export type TopicRow = {
  id: string
  receipt: string
  version: number
  state: string
  origin: string
  arrived_at: number
  sealed: string | null
  contact_sealed: string | null
  title: string | null
  grounds: string | null
  listed_at: number | null
  seconds: number
  due_on: string | null
  decided_at: number | null
  reason: string | null
  item_id: string | null
  item_title: string | null
  merged_into: string | null
}

/** What the public may read of a topic: nothing but what an officer let appear. */
export type PublicTopicRow = {
  id: string
  state: string
  title: string
  grounds: string | null
  listed_at: number
  seconds: number
  due_on: string | null
  decided_at: number | null
  reason: string | null
  item_id: string | null
  item_title: string | null
}

const columns = `t.id, t.receipt, t.version, t.state, t.origin, t.arrived_at, t.sealed,
  t.contact_sealed, t.title, t.grounds, t.listed_at, t.seconds, t.due_on, t.decided_at, t.reason,
  t.item_id, p.title AS item_title, t.merged_into`

// A list of the desk does not tell what a topic led to, so it reads no item beside each line.
const listed = `t.id, t.receipt, t.version, t.state, t.origin, t.arrived_at, t.sealed,
  t.contact_sealed, t.title, t.grounds, t.listed_at, t.seconds, t.due_on, t.decided_at, t.reason,
  t.item_id, NULL AS item_title, t.merged_into`

const publicColumns = `t.id, t.state, t.title, t.grounds, t.listed_at, t.seconds, t.due_on,
  t.decided_at, t.reason, p.id AS item_id, p.title AS item_title`

/** Reads one topic. */
export function selectTopic(id: string): Statement {
  return statement(
    `SELECT ${columns} FROM topic t LEFT JOIN published p ON p.id = t.item_id WHERE t.id = ?`,
    id,
  )
}

/** Reads the topic of a receipt. */
export function selectTopicByReceipt(receipt: string): Statement {
  return statement(
    `SELECT ${columns} FROM topic t LEFT JOIN published p ON p.id = t.item_id WHERE t.receipt = ?`,
    receipt,
  )
}

/** Reads topics that nobody has decided, the longest waiting first, after a place. */
export function selectWaitingTopics(
  after: { at: number; id: string } | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${listed} FROM topic t
     WHERE t.decided_at IS NULL AND (t.arrived_at, t.id) > (?1, ?2)
     ORDER BY t.arrived_at, t.id LIMIT ?3 + 0`,
    after?.at ?? 0,
    after?.id ?? '',
    limit,
  )
}

/** Reads decided topics, newest first, before a place. */
export function selectDecidedTopics(
  after: { at: number; id: string } | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${listed} FROM topic t
     WHERE t.decided_at IS NOT NULL AND (t.decided_at, t.id) < (?1, ?2)
     ORDER BY t.decided_at DESC, t.id DESC LIMIT ?3 + 0`,
    after?.at ?? Number.MAX_SAFE_INTEGER,
    after?.id ?? '',
    limit,
  )
}

/** Reads topics that are open to the public, newest first, before a place. */
export function selectListedTopics(
  after: { at: number; id: string } | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${publicColumns} FROM topic t LEFT JOIN published p ON p.id = t.item_id
     WHERE t.listed_at IS NOT NULL AND (t.listed_at, t.id) < (?1, ?2)
     ORDER BY t.listed_at DESC, t.id DESC LIMIT ?3 + 0`,
    after?.at ?? Number.MAX_SAFE_INTEGER,
    after?.id ?? '',
    limit,
  )
}

/** Reads one topic as the public may read it. */
export function selectListedTopic(id: string): Statement {
  return statement(
    `SELECT ${publicColumns} FROM topic t LEFT JOIN published p ON p.id = t.item_id
     WHERE t.id = ? AND t.listed_at IS NOT NULL`,
    id,
  )
}

/** Reads where a merged topic that was once open leads. */
export function selectMergedInto(id: string): Statement {
  return statement(
    'SELECT merged_into FROM topic WHERE id = ? AND title IS NOT NULL AND merged_into IS NOT NULL',
    id,
  )
}

/** Writes a new topic. */
export function insertTopic(row: {
  id: string
  receipt: string
  state: string
  origin: string
  arrivedAt: number
  sealed: string | null
  contactSealed: string | null
  title: string | null
  grounds: string | null
  listedAt: number | null
}): Statement {
  return statement(
    `INSERT INTO topic (id, receipt, version, state, origin, arrived_at, sealed, contact_sealed,
       title, grounds, listed_at)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.receipt,
    row.state,
    row.origin,
    row.arrivedAt,
    row.sealed,
    row.contactSealed,
    row.title,
    row.grounds,
    row.listedAt,
  )
}

/** Writes what a step changed. */
export function updateTopic(id: string, patch: Patch): Statement {
  return statement(
    `UPDATE topic SET version = ?2, state = ?3, title = coalesce(?4, title),
       grounds = coalesce(?5, grounds), due_on = coalesce(?7, due_on),
       decided_at = coalesce(?8, decided_at), reason = coalesce(?9, reason),
       item_id = coalesce(?10, item_id), merged_into = coalesce(?11, merged_into),
       listed_at = CASE WHEN ?12 = 1 THEN NULL ELSE coalesce(?6, listed_at) END
     WHERE id = ?1`,
    id,
    patch.version,
    patch.state,
    patch.title ?? null,
    patch.grounds ?? null,
    patch.listedAt ?? null,
    patch.dueOn ?? null,
    patch.decidedAt ?? null,
    patch.reason ?? null,
    patch.itemId ?? null,
    patch.mergedInto ?? null,
    patch.isUnlisted === true ? 1 : 0,
  )
}

/** Adds to the count of those who second a topic. */
export function addSeconds(id: string, n: number): Statement {
  return statement('UPDATE topic SET seconds = seconds + ? WHERE id = ?', n, id)
}

/** Gives the seconds of one topic to another, when the two are merged. */
export function passSeconds(from: string, into: string): Statement {
  return statement(
    `UPDATE topic SET seconds = seconds + 1 + (SELECT seconds FROM topic WHERE id = ?1)
     WHERE id = ?2`,
    from,
    into,
  )
}

/** Forgets how to reach those whose topic was decided before an instant. */
export function forgetContacts(decidedBefore: number): Statement {
  return statement(
    'UPDATE topic SET contact_sealed = NULL WHERE contact_sealed IS NOT NULL AND decided_at < ?',
    decidedBefore,
  )
}
