import type { NewEvent } from '../../domain/shared/journal.ts'
import { type Statement, statement } from '../statement.ts'

/** Takes an event out of the outbox once its work is done. */
export function clearTopic({
  entity,
  entityId,
  seq,
}: Pick<NewEvent, 'entity' | 'entityId' | 'seq'>): Statement {
  return statement(
    'UPDATE event SET topic = NULL WHERE entity = ? AND entity_id = ? AND seq = ?',
    entity,
    entityId,
    seq,
  )
}

/** Takes what one thing owes the queue under a topic out of the outbox once it is done. */
export function settleTopic(entity: string, entityId: string, topic: string): Statement {
  return statement(
    'UPDATE event SET topic = NULL WHERE entity = ? AND entity_id = ? AND topic = ?',
    entity,
    entityId,
    topic,
  )
}
