import { sealStep } from '../../domain/seal/input.ts'
import { type SealAction, sealLifecycle, type SealState } from '../../domain/seal/lifecycle.ts'
import type { Fact } from '../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { decideSeal, type SealRow, selectSeal } from '../../store/tenant/seal-image.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { sealView } from './list.ts'

/**
 * Approves a picture of the seal (核准启用), never by who put it there (`same-person`), or ends its use
 * (停用). What was issued with it keeps it.
 */
export async function decideOnSeal(
  ctx: Ctx,
  id: string,
  action: SealAction,
  raw: unknown,
): Promise<Result<null>> {
  const { actor, now } = ctx
  if (!may(actor, 'seal.decide') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(sealStep, raw)
  if (!input.ok) return input
  const [[row]] = await readBatch<[SealRow]>(ctx.db, [selectSeal(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const { state, version: seen } = sealView(ctx, row)
  const open = openStep<SealState, SealAction>(
    sealLifecycle,
    { state, version: seen },
    action,
    actor.roles,
    input.value.version,
  )
  if (!open.ok) return open
  if (action === 'approve' && row.proposed_by === actor.id) return refuse({ code: 'same-person' })
  const version = seen + 1
  const until = action === 'end' ? localDateOf(now) : null
  const fact: Fact =
    until === null ? { kind: 'seal.approved', data: {} } : { kind: 'seal.ended', data: { until } }
  const outcome = await commit(ctx, {
    events: [{ entity: 'seal', entityId: id, seq: version, ...fact }],
    statements: [decideSeal(id, { version, state: open.value.to, until, by: actor.id, at: now })],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}
