import { type Statement, statement } from '../statement.ts'

/** A reference as it was asked, with the published item that it names. */
export type ReferenceRow = { asked: string; id: string; title: string }

/** Finds published items by id or index number (按编号或索引号找信息). */
export function selectReferences(asked: readonly string[]): Statement {
  return statement(
    `SELECT value AS asked, p.id AS id, p.title AS title FROM json_each(?1)
     JOIN published p ON p.id = coalesce((SELECT item_id FROM index_number WHERE number = value), value)
     LIMIT 200`,
    JSON.stringify(asked),
  )
}
