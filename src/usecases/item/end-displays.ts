import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { addDays, localDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { selectOver } from '../../store/tenant/item/special.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readWork } from './read-work.ts'
import { leavePublic } from './steps/leave-public.ts'
import { mayTake } from './take-item-step.ts'
import { commitWork } from './work-change.ts'

/** Most items that one run takes away; the next run takes the rest. */
const limit = 50

/**
 * Takes from the public what was to be shown until a day that is over (公示期满移出): row, search index,
 * files, editions, numbers, and with its event the region's index. Any number of runs ends each once.
 */
export async function endDisplays(ctx: Ctx): Promise<Result<{ ended: number }>> {
  if (!may(ctx.actor, 'item.end-display')) return turnAway(ctx.actor)
  const [over] = await readBatch<[{ id: string; shownUntil: string }]>(ctx.db, [
    selectOver(localDateOf(ctx.now), limit),
  ])
  let ended = 0
  for (const { id, shownUntil } of over) {
    const work = await readWork(ctx, id)
    if (work === null || !mayTake(work, 'lapse', { id: '', roles: ['system'] }).ok) continue
    const on = addDays(localDate(shownUntil), 1)
    const leave = await leavePublic(ctx, work, { kind: 'lapsed', reason: '', target: null, on })
    const patch = { ...leave.patch, state: 'lapsed', remark: null }
    const done = await commitWork(ctx, work, leave.facts, patch, leave.statements)
    if (done.ok) ended += 1
    else if (done.refusal.code !== 'stale') return refuse(done.refusal)
  }
  if (ended > 0) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok({ ended })
}
