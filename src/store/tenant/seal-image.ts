import { type Statement, statement } from '../statement.ts'

/** A row of table `seal_image` with the names of those who put it there and approved it. */
export type SealRow = {
  id: string
  version: number
  state: string
  object_key: string
  sha256: string
  from_day: string
  until_day: string | null
  proposed_by: string
  proposed_at: number
  decided_by: string | null
  decided_at: number | null
  proposer: string | null
  decider: string | null
}

const from = `SELECT i.id, i.version, i.state, i.object_key, i.sha256, i.from_day, i.until_day,
  i.proposed_by, i.proposed_at, i.decided_by, i.decided_at, p.name AS proposer, d.name AS decider
  FROM seal_image i LEFT JOIN staff p ON p.id = i.proposed_by LEFT JOIN staff d ON d.id = i.decided_by`

/** Reads the newest pictures of the seal. */
export function selectSeals(limit: number): Statement {
  return statement(`${from} ORDER BY i.proposed_at DESC, i.id LIMIT ? + 0`, limit)
}

/** Reads one of them. */
export function selectSeal(id: string): Statement {
  return statement(`${from} WHERE i.id = ?`, id)
}

/** The picture that an instrument issued on a day bears. */
export type SealInUseRow = { object_key: string; sha256: string }

/** Reads the picture that instruments of a day bear: the one that came into use last. */
export function selectSealOn(day: string): Statement {
  return statement(
    `SELECT object_key, sha256 FROM seal_image INDEXED BY seal_image_from
     WHERE state = 'approved' AND from_day <= ?1 ORDER BY from_day DESC, id LIMIT 1`,
    day,
  )
}

/** Writes a picture that was proposed. */
export function insertSeal(
  row: Pick<SealRow, 'id' | 'object_key' | 'sha256' | 'from_day' | 'proposed_by' | 'proposed_at'>,
): Statement {
  return statement(
    `INSERT INTO seal_image (id, version, state, object_key, sha256, from_day, proposed_by, proposed_at)
     VALUES (?, 1, 'proposed', ?, ?, ?, ?, ?)`,
    row.id,
    row.object_key,
    row.sha256,
    row.from_day,
    row.proposed_by,
    row.proposed_at,
  )
}

/** Moves a picture on: approved, or ended as of a day. */
export function decideSeal(
  id: string,
  to: { version: number; state: string; until: string | null; by: string; at: number },
): Statement {
  return statement(
    `UPDATE seal_image SET version = ?2, state = ?3, until_day = ?4, decided_by = ?5, decided_at = ?6
     WHERE id = ?1`,
    id,
    to.version,
    to.state,
    to.until,
    to.by,
    to.at,
  )
}
