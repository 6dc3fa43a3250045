import { lifecycle } from '../../domain/incident/lifecycle.ts'
import {
  type Action,
  isState,
  type Level,
  levels,
  type State,
} from '../../domain/incident/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type IncidentRow,
  type IncidentStepRow,
  selectIncident,
  selectIncidentSteps,
} from '../../store/tenant/incident.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A line of the incident log (应急处置台账). */
export type IncidentLine = {
  id: string
  version: number
  state: State
  level: Level
  what: string
  itemId: string | null
  openedAt: string
  closedAt: string | null
  actions: Action[]
}

/** An incident with every step that was taken. */
export type IncidentView = IncidentLine & {
  steps: { step: State; at: string; by: string | null; note: string | null }[]
}

/** Shows an incident with its steps; heads and administrators alone. */
export async function showIncident(ctx: Ctx, id: string): Promise<Result<IncidentView>> {
  const { actor } = ctx
  if (!may(actor, 'incident.handle') || actor.type !== 'staff') return turnAway(actor)
  const [[row], steps] = await readBatch<[IncidentRow, IncidentStepRow]>(ctx.db, [
    selectIncident(id),
    selectIncidentSteps(id),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  return ok({
    ...incidentLine(row, actor),
    steps: steps.map(({ step, at, name, note }) => ({
      step: stateOf(step),
      at: toRfc3339(at),
      by: name,
      note,
    })),
  })
}

/** What the log shows of a row. */
export function incidentLine(
  row: IncidentRow,
  { roles }: { roles: readonly string[] },
): IncidentLine {
  const state = stateOf(row.state)
  return {
    id: row.id,
    version: row.version,
    state,
    level: levels.find((level) => level === row.level) ?? 'ordinary',
    what: row.what,
    itemId: row.item_id,
    openedAt: toRfc3339(row.opened_at),
    closedAt: row.closed_at === null ? null : toRfc3339(row.closed_at),
    actions: openActions<State, Action>(lifecycle, state, roles),
  }
}

function stateOf(word: string): State {
  if (!isState(word)) throw new Error(`stored state is not known: ${word}`)
  return word
}
