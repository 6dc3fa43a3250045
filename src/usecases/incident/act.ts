import { incidentStep } from '../../domain/incident/input.ts'
import { lifecycle } from '../../domain/incident/lifecycle.ts'
import { type Action, isAction, type State } from '../../domain/incident/types.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { insertIncidentStep, updateIncident } from '../../store/tenant/incident.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { type IncidentView, showIncident } from './show.ts'

/** Takes the next step of an incident (撤下、核查副本、通报、办结) and notes what was done. */
export async function actOnIncident(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<IncidentView>> {
  const { actor } = ctx
  if (!may(actor, 'incident.handle') || actor.type !== 'staff') return turnAway(actor)
  const shown = await showIncident(ctx, id)
  if (!shown.ok) return shown
  if (!isAction(action)) return refuse({ code: 'not-found' })
  const input = parseInput(incidentStep, raw)
  if (!input.ok) return input
  const { note, version: seen } = input.value
  const open = openStep<State, Action>(lifecycle, shown.value, action, actor.roles, seen)
  if (!open.ok) return open
  const { to: state } = open.value
  const seq = shown.value.version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'incident',
        entityId: id,
        seq,
        kind: 'incident.stepped',
        data: { step: state, on: localDateOf(ctx.now) },
      },
    ],
    statements: [
      insertIncidentStep(id, {
        seq,
        step: state,
        at: ctx.now,
        by: actor.id,
        note: note === undefined || note.trim() === '' ? null : note,
      }),
      updateIncident(id, {
        version: seq,
        state,
        closedAt: state === 'closed' ? ctx.now : null,
      }),
    ],
  })
  return outcome.ok ? showIncident(ctx, id) : refuse({ code: 'stale' })
}
