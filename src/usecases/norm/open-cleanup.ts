import { type Cleanup, cleanupInput, cleanupLimit } from '../../domain/norm/cleanup.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { countForCleanup, insertCleanup } from '../../store/tenant/norm/cleanup.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { type CleanupView, showCleanup } from './show-cleanup.ts'

/**
 * Begins a cleanup of the documents in force (开始清理), two hundred at most: a further one takes in
 * those that are left.
 */
export async function openCleanup(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<CleanupView>> {
  if (!may(ctx.actor, 'norm.cleanup')) return turnAway(ctx.actor)
  const input = parseInput(cleanupInput, raw)
  if (!input.ok) return input
  const repeat = await recallId(ctx, 'norm.cleanup', idempotencyKey, input.value)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showCleanup(ctx, earlier)
  const today = localDateOf(ctx.now)
  const [[count]] = await readBatch<[{ n: number }]>(ctx.db, [countForCleanup(today)])
  const documents = Math.min(count?.n ?? 0, cleanupLimit)
  if (documents === 0) return refuseField('/title', { problem: 'no-norm-left' })
  const cleanup: Cleanup = {
    id: ctx.newId(),
    version: 1,
    state: 'open',
    title: input.value.title,
    openedOn: today,
    decidedOn: null,
  }
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'cleanup',
        entityId: cleanup.id,
        seq: 1,
        kind: 'cleanup.opened',
        data: { documents },
      },
    ],
    statements: [...insertCleanup(cleanup, cleanupLimit), ...remember(cleanup.id)],
  })
  return outcome.ok ? showCleanup(ctx, cleanup.id) : refuse({ code: 'busy' })
}
