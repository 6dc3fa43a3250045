import type { Patch } from '../../domain/clarification/decide.ts'
import { bulk, type Statement, statement } from '../statement.ts'

/** A row of table `clarification`, as it is stored. */
export type ClarificationRow = {
  id: string
  version: number
  state: string
  claim: string
  source: string
  source_url: string | null
  seen_on: string
  checked_by: string
  facts: string
  drafted_by: string
  drafted_at: number
  published_at: number | null
  withdrawn_on: string | null
  reason: string | null
  corrections: string
}

/** An item that a clarification concerns; `title` is null once it is not public any more. */
export type ConcernedRow = { id: string; title: string | null }

/** Where a list by a number or day goes on: after that place. */
export type ClarificationPlace = { at: string | number; id: string }

const columns = `id, version, state, claim, source, source_url, seen_on, checked_by, facts,
  drafted_by, drafted_at, published_at, withdrawn_on, reason, corrections`

/** Reads one clarification. */
export function selectClarification(id: string): Statement {
  return statement(`SELECT ${columns} FROM clarification WHERE id = ?`, id)
}

/** Reads the items that a clarification concerns. */
export function selectConcerned(id: string): Statement {
  return statement(
    `SELECT x.item_id AS id, p.title AS title FROM clarification_item x
     LEFT JOIN published p ON p.id = x.item_id
     WHERE x.clarification_id = ? ORDER BY x.item_id LIMIT 50`,
    id,
  )
}

/** Reads drafts and checked texts, the longest unanswered first, after a place. */
export function selectOpenClarifications(
  after: ClarificationPlace | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} FROM clarification
     WHERE published_at IS NULL AND (seen_on, id) > (?1, ?2) ORDER BY seen_on, id LIMIT ?3 + 0`,
    after?.at ?? '',
    after?.id ?? '',
    limit,
  )
}

/** Reads published clarifications, newest first, after a place. */
export function selectListedClarifications(
  after: ClarificationPlace | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} FROM clarification
     WHERE listed_at IS NOT NULL AND (listed_at, id) < (?1, ?2)
     ORDER BY listed_at DESC, id DESC LIMIT ?3 + 0`,
    after?.at ?? Number.MAX_SAFE_INTEGER,
    after?.id ?? '',
    limit,
  )
}

/** Reads withdrawn clarifications, newest first, after a place. */
export function selectWithdrawnClarifications(
  after: ClarificationPlace | null,
  limit: number,
): Statement {
  return statement(
    `SELECT ${columns} FROM clarification
     WHERE withdrawn_on IS NOT NULL AND (withdrawn_on, id) < (?1, ?2)
     ORDER BY withdrawn_on DESC, id DESC LIMIT ?3 + 0`,
    after?.at ?? '9999-12-31',
    after?.id ?? '',
    limit,
  )
}

/** Writes a new clarification. */
export function insertClarification(row: {
  id: string
  claim: string
  source: string
  sourceUrl: string | null
  seenOn: string
  checkedBy: string
  facts: string
  draftedBy: string
  draftedAt: number
}): Statement {
  return statement(
    `INSERT INTO clarification (id, version, state, claim, source, source_url, seen_on,
       checked_by, facts, drafted_by, drafted_at)
     VALUES (?, 1, 'draft', ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.claim,
    row.source,
    row.sourceUrl,
    row.seenOn,
    row.checkedBy,
    row.facts,
    row.draftedBy,
    row.draftedAt,
  )
}

/** Writes a draft again; whoever writes it is its author from then on. */
export function rewriteClarification(row: {
  id: string
  version: number
  claim: string
  source: string
  sourceUrl: string | null
  seenOn: string
  checkedBy: string
  facts: string
  draftedBy: string
}): Statement {
  return statement(
    `UPDATE clarification SET version = ?2, claim = ?3, source = ?4, source_url = ?5, seen_on = ?6,
       checked_by = ?7, facts = ?8, drafted_by = ?9 WHERE id = ?1`,
    row.id,
    row.version,
    row.claim,
    row.source,
    row.sourceUrl,
    row.seenOn,
    row.checkedBy,
    row.facts,
    row.draftedBy,
  )
}

/** Sets the items that a clarification concerns. */
export function setConcerned(id: string, items: readonly string[]): Statement[] {
  return [
    statement('DELETE FROM clarification_item WHERE clarification_id = ?', id),
    ...bulk(
      `INSERT INTO clarification_item (item_id, clarification_id)
       SELECT value, ?2 FROM json_each(?1)`,
      items,
      id,
    ),
  ]
}

/** Writes what a step changed; a withdrawn one leaves the public lists. */
export function updateClarification(id: string, patch: Patch): Statement {
  return statement(
    `UPDATE clarification SET version = ?2, state = ?3, facts = coalesce(?4, facts),
       reason = coalesce(?5, reason), corrections = coalesce(?6, corrections),
       published_at = coalesce(?7, published_at), withdrawn_on = ?8,
       listed_at = CASE WHEN ?8 IS NULL THEN coalesce(?7, published_at) END
     WHERE id = ?1`,
    id,
    patch.version,
    patch.state,
    patch.facts ?? null,
    patch.reason ?? null,
    patch.corrections === undefined ? null : JSON.stringify(patch.corrections),
    patch.publishedAt ?? null,
    patch.withdrawnOn ?? null,
  )
}
