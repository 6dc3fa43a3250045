import { statement, type Statement } from '../../statement.ts'

/** An item whose keeping from the public began, changed or ended; `state` null when it has no row. */
export type InnerChange = {
  version: number
  itemId: string
  state: string | null
  attribute: string | null
  visibility: string | null
  ground: string | null
  title: string | null
  reassessOn: string | null
  at: number
}

/*
 * `+` keeps the planner to the range of places: by the kind of thing it would read the whole journal
 * each time.
 */
/** Reads which items were kept from the public, or no longer, between two places of the journal. */
export function selectInnerChanges(after: number, upTo: number): Statement {
  return statement(
    `SELECT e.id AS version, e.entity_id AS itemId, i.state, i.attribute, i.visibility, i.ground,
       i.title, i.reassess_on AS reassessOn, e.at
     FROM event e LEFT JOIN item i ON i.id = e.entity_id
     WHERE e.id > CAST(?1 AS INTEGER) AND e.id <= CAST(?2 AS INTEGER) AND +e.entity = 'item'
       AND e.kind IN ('item.held', 'item.reassessed', 'item.edited')
     ORDER BY e.id`,
    after,
    upTo,
  )
}
