import type { Level } from '../../domain/incident/types.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Plan } from '../../store/commit.ts'
import { insertIncident, insertIncidentStep } from '../../store/tenant/incident.ts'

/** An incident as it is opened; `isRemoved` when the same commit takes the item away. */
export type NewIncident = {
  id: string
  what: string
  level: Level
  itemId: string | null
  staffId: string
  now: number
  isRemoved: boolean
}

/**
 * Plans an incident (开启应急处置): its row, its first steps and their events. An emergency removal
 * adds this plan to its own, so that both stand in one commit or neither does.
 */
export function planIncident(incident: NewIncident): Plan {
  const { id, what, level, itemId, staffId, now, isRemoved } = incident
  const on = localDateOf(now)
  const opened: NewEvent = {
    entity: 'incident',
    entityId: id,
    seq: 1,
    kind: 'incident.opened',
    data: { on, level, item: itemId },
  }
  const removed: NewEvent = {
    entity: 'incident',
    entityId: id,
    seq: 2,
    kind: 'incident.stepped',
    data: { step: 'removed', on },
  }
  const steps = isRemoved ? ['reported', 'removed'] : ['reported']
  return {
    events: isRemoved ? [opened, removed] : [opened],
    statements: [
      insertIncident({
        id,
        version: steps.length,
        state: steps.at(-1) ?? 'reported',
        level,
        what,
        itemId,
        openedAt: now,
        openedBy: staffId,
      }),
      ...steps.map((step, index) =>
        insertIncidentStep(id, { seq: index + 1, step, at: now, by: staffId, note: null }),
      ),
    ],
  }
}
