import { isFormedBy } from '../../../domain/item/publish-clock.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf, parseInstant } from '../../../domain/time/instant.ts'
import type { Ctx } from '../../context.ts'
import { checkPublication } from '../check-publication.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork } from '../work-change.ts'

/** Longest time ahead for which a publication may be set, in ms (one year). */
const farthest = 366 * 86_400_000

/** Sets the instant at which an approved item goes out (定时发布); it is checked again then. */
export async function scheduleItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.schedule, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const { attribute, visibility } = work.content
  if (attribute !== 'proactive' || visibility !== 'public')
    return refuse({ code: 'not-for-public' })
  const at = parseInstant(input.value.publishAt)
  if (at === null || at <= ctx.now || at > ctx.now + farthest) {
    return refuseField('/publishAt', { problem: 'not-ahead' })
  }
  if (!isFormedBy(work.content.writtenOn, localDateOf(at))) {
    return refuseField('/publishAt', { problem: 'before', other: '/writtenOn' })
  }
  const allowed = await checkPublication(ctx, work)
  if (!allowed.ok) return allowed
  const data = { edition: work.row.edition, at }
  const done = await commitWork(ctx, work, [{ kind: 'item.scheduled', data }], {
    state: 'scheduled',
    publishAt: at,
  })
  if (done.ok) await ctx.post({ v: 1, kind: 'publish-due', tenant: ctx.agency.id }, at - ctx.now)
  return done
}

/** Takes the instant back (取消定时); `why` is told when the system does it. */
export async function unscheduleItem(
  ctx: Ctx,
  work: Work,
  raw: unknown,
  why: string | null = null,
): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.unschedule, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const data = { edition: work.row.edition, why }
  return commitWork(ctx, work, [{ kind: 'item.unscheduled', data }], {
    state: 'approved',
    publishAt: null,
    remark: why,
  })
}
