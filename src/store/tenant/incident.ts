import { type Statement, statement } from '../statement.ts'

/** A row of table `incident` with the title of its item, while that is known. */
export type IncidentRow = {
  id: string
  version: number
  state: string
  level: string
  what: string
  item_id: string | null
  opened_at: number
  closed_at: number | null
}

/** A step of an incident; `name` is the officer's. */
export type IncidentStepRow = {
  seq: number
  step: string
  at: number
  name: string | null
  note: string | null
}

const columns = 'id, version, state, level, what, item_id, opened_at, closed_at'

/** Reads one incident. */
export function selectIncident(id: string): Statement {
  return statement(`SELECT ${columns} FROM incident WHERE id = ?`, id)
}

/** Reads the newest incidents. */
export function selectIncidents(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM incident ORDER BY opened_at DESC, id DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads the steps of an incident in their order. */
export function selectIncidentSteps(id: string): Statement {
  return statement(
    `SELECT x.seq, x.step, x.at, s.name, x.note FROM incident_step x
     LEFT JOIN staff s ON s.id = x.by WHERE x.incident_id = ? ORDER BY x.seq LIMIT 20`,
    id,
  )
}

/** Writes a new incident. */
export function insertIncident(row: {
  id: string
  version: number
  state: string
  level: string
  what: string
  itemId: string | null
  openedAt: number
  openedBy: string
}): Statement {
  return statement(
    `INSERT INTO incident (id, version, state, level, what, item_id, opened_at, opened_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.version,
    row.state,
    row.level,
    row.what,
    row.itemId,
    row.openedAt,
    row.openedBy,
  )
}

/** Writes a step that was taken. */
export function insertIncidentStep(
  id: string,
  step: { seq: number; step: string; at: number; by: string; note: string | null },
): Statement {
  return statement(
    'INSERT INTO incident_step (incident_id, seq, step, at, by, note) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    step.seq,
    step.step,
    step.at,
    step.by,
    step.note,
  )
}

/** Moves an incident on. */
export function updateIncident(
  id: string,
  patch: { version: number; state: string; closedAt: number | null },
): Statement {
  return statement(
    'UPDATE incident SET version = ?2, state = ?3, closed_at = ?4 WHERE id = ?1',
    id,
    patch.version,
    patch.state,
    patch.closedAt,
  )
}
