import { type Statement, statement } from '../../statement.ts'

/** A report that an agency directly below submitted (收到的年报); `content` and `remarks` are JSON. */
export type ReceivedRow = {
  letter_id: string
  version: number
  state: string
  sender: string
  year: number
  edition: number
  content: string
  remarks: string
  opinion: string | null
  received_at: number
  decided_on: string | null
}

const columns = `letter_id, version, state, sender, year, edition, content, remarks, opinion,
  received_at, decided_on`

/** Reads one received report. */
export function selectReceived(letterId: string): Statement {
  return statement(`SELECT ${columns} FROM received_report WHERE letter_id = ?`, letterId)
}

/** Reads the reports received for a year, each sender's newest last. */
export function selectReceivedOfYear(year: number): Statement {
  return statement(
    `SELECT ${columns} FROM received_report WHERE year = ? ORDER BY sender, edition, received_at,
       CASE state WHEN 'cleared' THEN 2 WHEN 'open' THEN 1 ELSE 0 END LIMIT 5000`,
    year,
  )
}

/** Reads a sender's reports for a year that wait for a decision. */
export function selectOpenReceived(year: number, sender: string): Statement {
  return statement(
    `SELECT ${columns} FROM received_report WHERE year = ? AND sender = ? AND state = 'open'
     ORDER BY received_at LIMIT 20`,
    year,
    sender,
  )
}

/** Reads the newest report of a sender for a year that was not returned. */
export function selectStandingReceived(year: number, sender: string): Statement {
  return statement(
    `SELECT ${columns} FROM received_report
     WHERE year = ? AND sender = ? AND state IN ('open', 'cleared')
     ORDER BY edition DESC, received_at DESC LIMIT 1`,
    year,
    sender,
  )
}

/** Plans the whole row of a received report, new or decided. */
export function putReceived(row: ReceivedRow): Statement {
  return statement(
    `INSERT INTO received_report (${columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
     ON CONFLICT (letter_id) DO UPDATE SET version = ?2, state = ?3, remarks = ?8, opinion = ?9,
       decided_on = ?11`,
    row.letter_id,
    row.version,
    row.state,
    row.sender,
    row.year,
    row.edition,
    row.content,
    row.remarks,
    row.opinion,
    row.received_at,
    row.decided_on,
  )
}
