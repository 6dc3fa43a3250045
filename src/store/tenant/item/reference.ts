import { type Statement, statement } from '../../statement.ts'

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

/** A reference as it was asked, with the item of the agency that it names. */
export type NamedItem = { asked: string; id: string; isPublic: 0 | 1 }

/** Finds items by id or index number, published or on their way (按编号或索引号找稿件). */
export function selectNamedItems(asked: readonly string[]): Statement {
  return statement(
    `SELECT asked, id, EXISTS (SELECT 1 FROM published p WHERE p.id = named.id) AS isPublic FROM (
       SELECT value AS asked,
         coalesce((SELECT item_id FROM index_number WHERE number = value), value) AS id
       FROM json_each(?1)) named
     WHERE EXISTS (SELECT 1 FROM item i WHERE i.id = named.id)
       OR EXISTS (SELECT 1 FROM published p WHERE p.id = named.id)`,
    JSON.stringify(asked),
  )
}
