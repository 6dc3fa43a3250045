import {
  type DestructionAction,
  type DestructionState,
  destructionActions,
  destructionLifecycle,
  destructionStates,
  destructionStep,
} from '../../../domain/application/destruction.ts'
import type { Role } from '../../../domain/shared/actor.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  decideDestruction,
  type DestructionRow,
  selectDestruction,
} from '../../../store/tenant/application/destruction.ts'
import { releaseCases } from '../../../store/tenant/application/retention.ts'
import type { Ctx } from '../../context.ts'
import { openStep } from '../../open-step.ts'
import { may, turnAway } from '../../permissions.ts'
import { type DestructionView, showDestruction } from './show.ts'

/**
 * Approves or returns a list of destruction (审批销毁清册): never by the person who proposed it
 * (`same-person`). What is approved is destroyed by a job.
 */
export async function decideOnDestruction(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<DestructionView>> {
  const { actor } = ctx
  if (!may(actor, 'retention.decide') || actor.type !== 'staff') return turnAway(actor)
  const asked = destructionActions.find((one) => one === action)
  const [[row]] = await readBatch<[DestructionRow]>(ctx.db, [selectDestruction(id)])
  if (row === undefined || asked === undefined) return refuse({ code: 'not-found' })
  const open = opened(row, asked, actor.roles, raw)
  if (!open.ok) return open
  if (row.proposed_by === actor.id) return refuse({ code: 'same-person' })
  const version = row.version + 1
  const kind = asked === 'approve' ? 'destruction.approved' : 'destruction.returned'
  const decided = { version, state: open.value, by: actor.id, at: ctx.now }
  const outcome = await commit(ctx, {
    events: [{ kind, entity: 'destruction', entityId: id, seq: version, data: {} }],
    statements: [decideDestruction(id, decided), ...(asked === 'return' ? [releaseCases(id)] : [])],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  if (asked === 'approve') await ctx.post({ v: 1, kind: 'destroy', tenant: ctx.agency.id, key: id })
  return showDestruction(ctx, id)
}

function opened(
  row: DestructionRow,
  action: DestructionAction,
  roles: readonly Role[],
  raw: unknown,
): Result<DestructionState> {
  const input = parseInput(destructionStep, raw)
  if (!input.ok) return input
  const state = destructionStates.find((one) => one === row.state) ?? 'done'
  const subject = { state, version: row.version }
  const found = openStep(destructionLifecycle, subject, action, roles, input.value.version)
  return found.ok ? ok(found.value.to) : found
}
