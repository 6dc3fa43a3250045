import { type Statement, statement } from '../../statement.ts'

/** A row of table `dispute_file`. */
export type DisputeFileRow = {
  id: string
  purpose: string
  name_sealed: string
  bytes: number
  media_type: string
  sha256: string
  object_key: string
}

const columns = 'id, purpose, name_sealed, bytes, media_type, sha256, object_key'

/** Reads the papers of a dispute. */
export function selectDisputeFiles(dispute: string): Statement {
  return statement(
    `SELECT ${columns} FROM dispute_file WHERE dispute_id = ? ORDER BY id LIMIT 100`,
    dispute,
  )
}

/** Reads one paper of a dispute. */
export function selectDisputeFile(dispute: string, id: string): Statement {
  return statement(
    `SELECT ${columns} FROM dispute_file WHERE id = ? AND dispute_id = ?`,
    id,
    dispute,
  )
}

/** Writes the row of a stored paper. */
export function insertDisputeFile(
  dispute: string,
  { id, purpose, name_sealed, bytes, media_type, sha256, object_key }: DisputeFileRow,
): Statement {
  return statement(
    `INSERT INTO dispute_file (id, dispute_id, purpose, name_sealed, bytes, media_type, sha256, object_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    dispute,
    purpose,
    name_sealed,
    bytes,
    media_type,
    sha256,
    object_key,
  )
}

/** Counts a paper among the changes of its dispute. */
export function touchDispute(id: string, version: number): Statement {
  return statement('UPDATE dispute SET version = ? WHERE id = ?', version, id)
}
