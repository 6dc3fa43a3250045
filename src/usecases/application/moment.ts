import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import type { Moment } from '../../domain/application/change.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'

/** When and by whom a step is taken, in the calendar of the agency. */
export function momentOf({ actor, agency, now }: Pick<Ctx, 'actor' | 'agency' | 'now'>): Moment {
  return {
    today: localDateOf(now),
    calendar: agencyCalendar(agency),
    staff: actor.type === 'staff' ? actor.id : null,
  }
}
