import type { ChangePatch } from '../../../domain/service/decide-change.ts'
import { type Statement, statement } from '../../statement.ts'

/** A row of table `power_change`, as it is stored. */
export type PowerChangeRow = {
  id: string
  version: number
  state: string
  reason: string
  basis: string
  entries: string
  n_entries: number
  drafted_by: string
  drafted_at: number
  proposed_by: string | null
  checked_by: string | null
  opinion: string | null
  approved_on: string | null
  revision: number | null
}

/** A revision of the list (清单版本). */
export type RevisionRow = {
  revision: number
  approved_on: string
  reason: string
  n_entries: number
}

const columns = `id, version, state, reason, basis, entries, n_entries, drafted_by, drafted_at,
  proposed_by, checked_by, opinion, approved_on, revision`
// A list does not need the entries, which may be a thousand.
const listed = `id, version, state, reason, basis, '[]' AS entries, n_entries, drafted_by, drafted_at,
  proposed_by, checked_by, opinion, approved_on, revision`

/** Reads one change. */
export function selectPowerChange(id: string): Statement {
  return statement(`SELECT ${columns} FROM power_change WHERE id = ?`, id)
}

/** Reads the changes under way, oldest first. */
export function selectOpenPowerChanges(limit: number): Statement {
  return statement(
    `SELECT ${listed} FROM power_change WHERE state IN ('draft', 'proposed', 'checked')
     ORDER BY drafted_at, id LIMIT ? + 0`,
    limit,
  )
}

/** Reads approved changes, newest first. */
export function selectApprovedPowerChanges(limit: number): Statement {
  return statement(
    `SELECT ${listed} FROM power_change WHERE revision IS NOT NULL ORDER BY revision DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads the newest revisions of the list. */
export function selectRevisions(limit: number): Statement {
  return statement(
    `SELECT revision, approved_on, reason, n_entries FROM power_change
     WHERE revision IS NOT NULL ORDER BY revision DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads the number of the list's newest revision, 0 before the first. */
export function selectRevision(): Statement {
  return statement(
    'SELECT coalesce(max(revision), 0) AS n FROM power_change WHERE revision IS NOT NULL',
  )
}

/** Reads the journal's changes of the list in days from one to another, both included. */
export function selectListEvents(from: string, to: string): Statement {
  return statement(
    `SELECT e.kind, e.data FROM power_change c
     JOIN event e ON e.entity = 'power-list' AND e.entity_id = 'list' AND e.seq = c.revision
     WHERE c.approved_on IS NOT NULL AND c.approved_on >= ? AND c.approved_on <= ?`,
    from,
    to,
  )
}

/** Writes a new change. */
export function insertPowerChange(row: {
  id: string
  reason: string
  basis: string
  entries: readonly unknown[]
  draftedBy: string
  draftedAt: number
}): Statement {
  return statement(
    `INSERT INTO power_change (id, version, state, reason, basis, entries, n_entries, drafted_by, drafted_at)
     VALUES (?, 1, 'draft', ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.reason,
    row.basis,
    JSON.stringify(row.entries),
    row.entries.length,
    row.draftedBy,
    row.draftedAt,
  )
}

/** Writes a draft again; whoever writes it is its author from then on. */
export function rewritePowerChange(row: {
  id: string
  version: number
  reason: string
  basis: string
  entries: readonly unknown[]
  draftedBy: string
}): Statement {
  return statement(
    `UPDATE power_change SET version = ?2, reason = ?3, basis = ?4, entries = ?5, n_entries = ?6,
       drafted_by = ?7 WHERE id = ?1`,
    row.id,
    row.version,
    row.reason,
    row.basis,
    JSON.stringify(row.entries),
    row.entries.length,
    row.draftedBy,
  )
}

/** Writes what a step changed. */
export function updatePowerChange(
  id: string,
  patch: ChangePatch,
  revision: number | null,
): Statement {
  return statement(
    `UPDATE power_change SET version = ?2, state = ?3,
       proposed_by = CASE WHEN ?4 THEN ?5 ELSE proposed_by END,
       checked_by = CASE WHEN ?6 THEN ?7 ELSE checked_by END,
       opinion = coalesce(?8, opinion), approved_by = coalesce(?9, approved_by),
       approved_on = coalesce(?10, approved_on), revision = coalesce(?11, revision)
     WHERE id = ?1`,
    id,
    patch.version,
    patch.state,
    patch.proposedBy === undefined ? 0 : 1,
    patch.proposedBy ?? null,
    patch.checkedBy === undefined ? 0 : 1,
    patch.checkedBy ?? null,
    patch.opinion ?? null,
    patch.approvedBy ?? null,
    patch.approvedOn ?? null,
    revision,
  )
}
