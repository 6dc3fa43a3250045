import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { selectDue } from '../../store/tenant/item/desk-list.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readWork } from './read-work.ts'
import { releaseItem } from './steps/publish.ts'
import { unscheduleItem } from './steps/schedule.ts'

/**
 * Publishes what is due (到点发布), its conditions asked once more; what may no longer go out waits
 * again for its publisher, with the reason. Repeating it changes nothing.
 */
export async function publishDue(ctx: Ctx): Promise<Result<{ published: number }>> {
  if (!may(ctx.actor, 'item.publish-due')) return turnAway(ctx.actor)
  const [due] = await readBatch<[{ id: string }]>(ctx.db, [selectDue(ctx.now)])
  let published = 0
  for (const { id } of due) {
    const work = await readWork(ctx, id)
    if (work === null || work.state !== 'scheduled') continue
    const release = { at: work.row.publishAt ?? ctx.now, backdateReason: null, hideEarlier: false }
    const done = await releaseItem(ctx, work, release)
    if (done.ok) published += 1
    else if (done.refusal.code === 'busy' || done.refusal.code === 'stale')
      return refuse(done.refusal)
    else await unscheduleItem(ctx, work, {}, done.refusal.code)
  }
  return ok({ published })
}
