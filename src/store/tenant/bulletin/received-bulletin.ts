import { type Statement, statement } from '../../statement.ts'

/** A bulletin that the office above sent down (收到的简报); `content` is JSON. */
export type ReceivedBulletinRow = {
  letter_id: string
  sender: string
  bulletin: string
  kind: string
  period: string
  title: string
  doc_number: string
  content: string
  received_at: number
}

/** Plans the row of a received bulletin. */
export function insertReceivedBulletin(row: ReceivedBulletinRow): Statement {
  return statement(
    `INSERT INTO received_bulletin
       (letter_id, sender, bulletin, kind, period, title, doc_number, content, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.letter_id,
    row.sender,
    row.bulletin,
    row.kind,
    row.period,
    row.title,
    row.doc_number,
    row.content,
    row.received_at,
  )
}

/** Reads one received bulletin. */
export function selectReceivedBulletin(letterId: string): Statement {
  return statement(
    `SELECT letter_id, sender, bulletin, kind, period, title, doc_number, content, received_at
     FROM received_bulletin WHERE letter_id = ?`,
    letterId,
  )
}

/** A received bulletin in a list. */
export type ReceivedBulletinLine = Omit<ReceivedBulletinRow, 'content'>

/** Reads the newest bulletins that came. */
export function selectReceivedBulletins(limit: number): Statement {
  return statement(
    `SELECT letter_id, sender, bulletin, kind, period, title, doc_number, received_at
     FROM received_bulletin ORDER BY received_at DESC, letter_id LIMIT ? + 0`,
    limit,
  )
}
