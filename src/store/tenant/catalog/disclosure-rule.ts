import { readBatch } from '../../read.ts'
import { statement, type Statement } from '../../statement.ts'

/** A rule of the register as it is stored; `seq` counts its changes. */
export type RuleRow = {
  id: string
  seq: number
  system: string
  title: string
  number: string | null
  edition: string
  issuedOn: string
  fromOn: string
  toOn: string | null
  itemId: string | null
}

const columns = `id, seq, system, title, number, edition, issued_on AS issuedOn, from_on AS fromOn,
  to_on AS toOn, item_id AS itemId`

/** Most rules of one register. */
const mostRules = 200

/** Reads the register of rules (公开制度), those in force the longest first. */
export async function readRules(db: D1Database): Promise<readonly RuleRow[]> {
  const [rows] = await readBatch<[RuleRow]>(db, [
    statement(
      `SELECT ${columns} FROM disclosure_rule ORDER BY system, from_on, id LIMIT ? + 0`,
      mostRules,
    ),
  ])
  return rows
}

/** Plans a rule, new or changed. */
export function putRule(row: RuleRow, at: number): Statement {
  return statement(
    `INSERT INTO disclosure_rule (id, seq, system, title, number, edition, issued_on, from_on,
       to_on, item_id, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, system = excluded.system,
       title = excluded.title, number = excluded.number, edition = excluded.edition,
       issued_on = excluded.issued_on, from_on = excluded.from_on, to_on = excluded.to_on,
       item_id = excluded.item_id, changed_at = excluded.changed_at`,
    row.id,
    row.seq,
    row.system,
    row.title,
    row.number,
    row.edition,
    row.issuedOn,
    row.fromOn,
    row.toOn,
    row.itemId,
    at,
  )
}
