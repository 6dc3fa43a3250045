import { sealFault } from '../../domain/seal/check-picture.ts'
import { sealProposal } from '../../domain/seal/input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { insertSeal } from '../../store/tenant/seal-image.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { sha256Hex } from '../sha256-hex.ts'
import { keepPicture } from './picture.ts'

/**
 * Puts a picture of the agency's seal there (上传印章图样): nothing bears it before another person has
 * approved it, and nothing that was issued before its first day.
 */
export async function proposeSeal(
  ctx: Ctx,
  bytes: Uint8Array<ArrayBuffer> | null,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<null>> {
  const { actor, now } = ctx
  if (!may(actor, 'seal.propose') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(sealProposal, raw)
  if (!input.ok) return input
  if (input.value.from < localDateOf(now)) {
    return refuseField('/from', { problem: 'before', other: '/today' })
  }
  if (bytes === null) return refuseField('/picture', { problem: 'required' })
  const fault = sealFault(bytes)
  if (fault !== null) return refuseField('/picture', fault)
  const repeat = await recallId(ctx, 'seal.propose', idempotencyKey, {
    ...input.value,
    picture: await sha256Hex(bytes),
  })
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return ok(null)
  const { key, sha256 } = await keepPicture(ctx, bytes)
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'seal',
        entityId: id,
        seq: 1,
        kind: 'seal.proposed',
        data: { from: input.value.from, sha256 },
      },
    ],
    statements: [
      insertSeal({
        id,
        object_key: key,
        sha256,
        from_day: input.value.from,
        proposed_by: actor.id,
        proposed_at: now,
      }),
      ...remember(id),
    ],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'busy' })
}
