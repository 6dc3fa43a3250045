import { type Statement, statement } from '../../statement.ts'

/** A row of table `destruction` with the names of those who acted. */
export type DestructionRow = {
  id: string
  version: number
  state: string
  proposed_by: string
  proposer: string | null
  proposed_at: number
  decider: string | null
  decided_at: number | null
  finished_at: number | null
  year: number | null
  serial: number | null
  digest: string | null
}

/** A row of table `destruction_case`. */
export type ListedRow = {
  application_id: string
  state: string
  number: string
  outcome: string | null
  retention_group: string
  years: number
  ended_on: string
  kept_until: string
  destroyed_on: string | null
  files: number
  letters: number
}

const columns = `d.id, d.version, d.state, d.proposed_by, p.name AS proposer, d.proposed_at,
  h.name AS decider, d.decided_at, d.finished_at, d.year, d.serial, d.digest`
const joined = `destruction d LEFT JOIN staff p ON p.id = d.proposed_by
  LEFT JOIN staff h ON h.id = d.decided_by`

/** Reads one list. */
export function selectDestruction(id: string): Statement {
  return statement(`SELECT ${columns} FROM ${joined} WHERE d.id = ?`, id)
}

/** Reads the newest lists. */
export function selectDestructions(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM ${joined} ORDER BY d.proposed_at DESC, d.id DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads lists that are approved and not done, the oldest first. */
export function selectApproved(limit: number): Statement {
  return statement(
    `SELECT id FROM destruction INDEXED BY destruction_approved
     WHERE state = 'approved' ORDER BY decided_at, id LIMIT ? + 0`,
    limit,
  )
}

/** Reads the lines of a list; `state` narrows them to those of one state. */
export function selectListed(id: string, limit: number, state: string | null = null): Statement {
  return statement(
    `SELECT application_id, state, number, outcome, retention_group, years, ended_on, kept_until,
       destroyed_on, files, letters FROM destruction_case
     WHERE destruction_id = ?1 AND (?2 IS NULL OR state = ?2) ORDER BY application_id LIMIT ?3 + 0`,
    id,
    state,
    limit,
  )
}

/** Writes a proposed list. */
export function insertDestruction(id: string, by: string, at: number): Statement {
  return statement(
    `INSERT INTO destruction (id, version, state, proposed_by, proposed_at)
     VALUES (?, 1, 'proposed', ?, ?)`,
    id,
    by,
    at,
  )
}

/** Writes what was decided on a list. */
export function decideDestruction(
  id: string,
  decided: { version: number; state: string; by: string; at: number },
): Statement {
  return statement(
    'UPDATE destruction SET version = ?2, state = ?3, decided_by = ?4, decided_at = ?5 WHERE id = ?1',
    id,
    decided.version,
    decided.state,
    decided.by,
    decided.at,
  )
}

/** Ends a list: it gets the next number of its year, without gaps, and the digest of its lines. */
export function finishDestruction(
  id: string,
  done: { version: number; at: number; year: number; digest: string },
): Statement {
  return statement(
    `UPDATE destruction SET version = ?2, state = 'done', finished_at = ?3, year = ?4, digest = ?5,
       serial = (SELECT coalesce(max(serial), 0) + 1 FROM destruction
         WHERE year = ?4 AND serial IS NOT NULL)
     WHERE id = ?1`,
    id,
    done.version,
    done.at,
    done.year,
    done.digest,
  )
}
