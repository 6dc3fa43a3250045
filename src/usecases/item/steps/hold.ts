import { noLongerPublic } from '../../../domain/item/held.data.ts'
import { yearlyReassessment } from '../../../domain/item/reassessment.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { keepNumber } from '../../../store/tenant/item/publish.ts'
import type { Ctx } from '../../context.ts'
import { checkReviews } from '../check-publication.ts'
import { publicItemOf } from '../item-facts.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork } from '../work-change.ts'
import { leavePublic } from './leave-public.ts'

/**
 * Files an approved item among those that the public does not read (归入不公开): 依申请公开,
 * 不予公开 with its yearly re-assessment (条例第18条), or for staff only.
 */
export async function holdItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.hold, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const { attribute, ground, visibility } = work.content
  if (attribute === null) return refuse({ code: 'attribute-undecided' })
  if (attribute === 'proactive' && visibility === 'public') {
    return refuse({ code: 'step-not-open', state: work.state, action: 'hold' })
  }
  const allowed = await checkReviews(ctx, work)
  if (!allowed.ok) return allowed
  const on = localDateOf(ctx.now)
  const data = { attribute, ground, on }
  const patch = {
    state: 'held',
    publishBy: null,
    reassessOn: attribute === 'withheld' ? yearlyReassessment(on, ctx.calendar).on : null,
    remark: null,
  }
  // It has an index number like all others (条例第12条), though nobody outside may look it up.
  const number = keepNumber(publicItemOf(ctx.agency, work, ctx.now))
  // What is no longer for readers must not stay with them as its earlier edition.
  const leave =
    work.row.isLive === 1
      ? await leavePublic(ctx, work, { kind: 'withdrawn', reason: noLongerPublic, target: null })
      : { facts: [], patch: {}, statements: [] }
  const done = await commitWork(
    ctx,
    work,
    [{ kind: 'item.held', data }, ...leave.facts],
    { ...patch, ...leave.patch },
    [...number, ...leave.statements],
  )
  if (done.ok) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return done
}

/** Finds after a year that a refusal still holds (重新评估, 条例第18条), with the reasons. */
export async function reassessItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.reassess, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const on = localDateOf(ctx.now)
  const next = yearlyReassessment(on, ctx.calendar).on
  return commitWork(ctx, work, [{ kind: 'item.reassessed', data: { on, next } }], {
    reassessOn: next,
    remark: input.value.conclusion,
  })
}
