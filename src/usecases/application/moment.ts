import type { Moment } from '../../domain/application/change.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'

/** When and by whom a step is taken, in the calendar of the agency. */
export function momentOf({
  actor,
  calendar,
  now,
}: Pick<Ctx, 'actor' | 'calendar' | 'now'>): Moment {
  return {
    today: localDateOf(now),
    calendar,
    staff: actor.type === 'staff' ? actor.id : null,
  }
}
