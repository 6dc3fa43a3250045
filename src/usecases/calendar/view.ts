import {
  calendarActions,
  calendarLifecycle,
  type CalendarAction,
  type CalendarState,
  calendarStates,
} from '../../domain/calendar/lifecycle.ts'
import { storedContent } from '../../domain/calendar/input.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import {
  type CalendarScope,
  calendarScopes,
  type CalendarSource,
  type CalendarTable,
} from '../../domain/time/edition.ts'
import type { CalendarVersionRow } from '../../store/tenant/calendar.ts'
import type { Ctx } from '../context.ts'

/** A version of a year's table as the desk shows it (放假安排的一个版本). */
export type CalendarVersion = {
  id: string
  version: number
  scope: CalendarScope
  year: number
  /** counts from 1 within scope and year; null for a draft */
  n: number | null
  state: CalendarState
  table: CalendarTable
  source: CalendarSource
  draftedBy: string | null
  draftedAt: string | null
  checkedBy: string | null
  checkedAt: string | null
  /** steps that are open to this person now */
  actions: CalendarAction[]
}

/** Shows a stored version; who drew a draft up is not offered to check it. */
export function calendarVersion(
  { actor, agency }: Pick<Ctx, 'actor' | 'agency'>,
  row: CalendarVersionRow,
): CalendarVersion {
  const state = calendarStates.find((one) => one === row.state)
  const scope = calendarScopes.find((one) => one === row.scope)
  if (state === undefined || scope === undefined) throw new Error('stored word is not known')
  const mayAct = actor.type === 'staff' && maySet(agency, scope)
  const open = mayAct
    ? openActions<CalendarState, CalendarAction>(calendarLifecycle, state, actor.roles)
    : []
  const isDrafter = actor.type === 'staff' && row.drafted_by === actor.id
  return {
    id: row.id,
    version: row.version,
    scope,
    year: row.year,
    n: row.n,
    state,
    ...storedContent.parse(JSON.parse(row.content)),
    draftedBy: row.drafter,
    draftedAt: row.drafted_at === null ? null : toRfc3339(row.drafted_at),
    checkedBy: row.checker,
    checkedAt: row.checked_at === null ? null : toRfc3339(row.checked_at),
    actions: calendarActions.filter(
      (action) => open.includes(action) && !(action === 'check' && isDrafter),
    ),
  }
}

/** Whether an agency sets tables of a scope: the national ones are the prefecture office's alone. */
export function maySet(agency: Ctx['agency'], scope: CalendarScope): boolean {
  return scope === 'local' || agency.parentId === null
}

/** The id under which an officer's act is written down. */
export function staffOf({ actor }: Pick<Ctx, 'actor'>): string {
  return actor.type === 'staff' ? actor.id : actor.type
}
