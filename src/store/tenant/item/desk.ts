import { statement, type Statement } from '../../statement.ts'

/** A line of an item's history (办理过程): `by` is the name of who did it, `at` epoch ms. */
export type ItemEventRow = {
  at: number
  kind: string
  by: string
  edition: number | null
  /** of a review: its level and what it said */ level: string | null
  verdict: string | null
}

/** Reads what happened to an item, newest first, at most two hundred events. */
export function selectItemHistory(id: string): Statement {
  return statement(
    `SELECT e.at, e.kind, coalesce(s.name, e.actor) AS "by", e.data->>'edition' AS edition,
       e.data->>'level' AS level, e.data->>'verdict' AS verdict
     FROM event e LEFT JOIN staff s ON e.actor = 'staff:' || s.id
     WHERE e.entity = 'item' AND e.entity_id = ? ORDER BY e.seq DESC LIMIT 200`,
    id,
  )
}

/** Reads the index number of an item, which it keeps also after it was withdrawn. */
export function selectIndexNumber(id: string): Statement {
  return statement('SELECT number FROM index_number WHERE item_id = ?', id)
}
