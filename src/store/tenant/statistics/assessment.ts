import { type Statement, statement } from '../../statement.ts'

/** A mark that an officer entered (手工记分), with the name of who did. */
export type MarkRow = {
  id: string
  bulletin: string
  agency: string
  line: string
  points: number
  what: string
  proof: string
  name: string
}

/** Reads the marks of an assessment by agency, oldest first. */
export function selectMarks(bulletin: string): Statement {
  return statement(
    `SELECT m.id, m.bulletin, m.agency, m.line, m.points, m.what, m.proof,
       coalesce(s.name, m.entered_by) AS name
     FROM assessment_mark m LEFT JOIN staff s ON s.id = m.entered_by
     WHERE m.bulletin = ? ORDER BY m.agency, m.entered_at, m.id LIMIT 5000`,
    bulletin,
  )
}

/** Plans a mark. */
export function insertMark(row: Omit<MarkRow, 'name'> & { by: string; at: number }): Statement {
  return statement(
    `INSERT INTO assessment_mark (id, bulletin, agency, line, points, what, proof, entered_by, entered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.bulletin,
    row.agency,
    row.line,
    row.points,
    row.what,
    row.proof,
    row.by,
    row.at,
  )
}

/** Plans the removal of a mark. */
export function deleteMark(bulletin: string, id: string): Statement {
  return statement('DELETE FROM assessment_mark WHERE bulletin = ? AND id = ?', bulletin, id)
}

/** An objection of an agency below (考核异议); `marks` is JSON. */
export type ObjectionRow = {
  bulletin: string
  agency: string
  version: number
  state: string
  letter_id: string
  marks: string
  text: string
  reason: string | null
  received_at: number
}

const columns = 'bulletin, agency, version, state, letter_id, marks, text, reason, received_at'

/** Reads the objections to an assessment. */
export function selectObjections(bulletin: string): Statement {
  return statement(
    `SELECT ${columns} FROM assessment_objection WHERE bulletin = ? ORDER BY received_at LIMIT 2000`,
    bulletin,
  )
}

/** Plans the whole row of an objection, new or decided. */
export function putObjection(row: ObjectionRow): Statement {
  return statement(
    `INSERT INTO assessment_objection (${columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
     ON CONFLICT (bulletin, agency) DO UPDATE SET version = ?3, state = ?4, reason = ?8`,
    row.bulletin,
    row.agency,
    row.version,
    row.state,
    row.letter_id,
    row.marks,
    row.text,
    row.reason,
    row.received_at,
  )
}

/** A sheet that the office above showed to this agency (收到的考核表); `content` is JSON. */
export type ReceivedSheetRow = {
  sender: string
  bulletin: string
  version: number
  state: string
  letter_id: string
  content: string
  object_by: string
  objection: string | null
  reason: string | null
  received_at: number
}

const sheetColumns = `sender, bulletin, version, state, letter_id, content, object_by, objection, reason,
  received_at`

/** Reads one sheet that came. */
export function selectReceivedSheet(sender: string, bulletin: string): Statement {
  return statement(
    `SELECT ${sheetColumns} FROM received_sheet WHERE sender = ? AND bulletin = ?`,
    sender,
    bulletin,
  )
}

/** Reads the sheets that came, the newest first. */
export function selectReceivedSheets(): Statement {
  return statement(`SELECT ${sheetColumns} FROM received_sheet ORDER BY received_at DESC LIMIT 20`)
}

/** Plans the whole row of a received sheet, new or changed. */
export function putReceivedSheet(row: ReceivedSheetRow): Statement {
  return statement(
    `INSERT INTO received_sheet (${sheetColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
     ON CONFLICT (sender, bulletin) DO UPDATE SET version = ?3, state = ?4, content = ?6,
       objection = ?8, reason = ?9`,
    row.sender,
    row.bulletin,
    row.version,
    row.state,
    row.letter_id,
    row.content,
    row.object_by,
    row.objection,
    row.reason,
    row.received_at,
  )
}
