import type { Entity } from '../../../domain/shared/journal.ts'
import { type Statement, statement } from '../../statement.ts'

/** Reads the history of a thing in its order (办理过程), with the names of officers. */
export function selectHistoryOf(entity: Entity, id: string): Statement {
  return statement(
    `SELECT seq, kind, actor, name, at, data FROM event
     LEFT JOIN staff ON staff.id = substr(actor, 7) AND actor LIKE 'staff:%'
     WHERE entity = ? AND entity_id = ? ORDER BY seq LIMIT 200`,
    entity,
    id,
  )
}
