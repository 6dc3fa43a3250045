import * as z from 'zod'
import { complaintEntry } from '../../domain/dispute/complaint.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { checkDay } from '../../domain/shared/validate/day.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { insertComplaint } from '../../store/tenant/dispute/complaint.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { findApplication } from './find-application.ts'
import { sealComplaint } from './seal.ts'

const remembered = z.strictObject({ id: z.string() })

/** Takes down a complaint that came to the desk (登记投诉) with its real day; answers its id. */
export async function enterComplaint(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<{ id: string }>> {
  if (!may(ctx.actor, 'complaint.enter')) return turnAway(ctx.actor)
  const input = parseInput(complaintEntry, raw)
  if (!input.ok) return input
  const repeat = await recall(ctx, 'complaint.enter', idempotencyKey, input.value, remembered)
  if (!repeat.ok) return repeat
  if (repeat.value.earlier !== null) return ok(repeat.value.earlier)
  const today = localDateOf(ctx.now)
  const found = await findApplication(ctx, input.value.case)
  if (!found.ok) return found
  const arrived = { on: localDateOf(found.value.arrived_at), other: '/arrivedOn' }
  const on = checkDay('/madeOn', input.value.madeOn ?? today, { today }, arrived)
  if (!on.ok) return on
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'complaint',
        entityId: id,
        seq: 1,
        kind: 'complaint.filed',
        data: { on: on.value, by: 'desk' },
      },
    ],
    statements: [
      insertComplaint({
        id,
        origin: 'desk',
        applicationId: found.value.id,
        madeOn: on.value,
        sealed: await sealComplaint(ctx.keys, id, 'text', input.value.text),
      }),
      ...repeat.value.remember({ id }),
    ],
  })
  if (outcome.ok) {
    await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
    return ok({ id })
  }
  // The same form came twice at once: the other one's answer is this one's too.
  const again = await recall(ctx, 'complaint.enter', idempotencyKey, input.value, remembered)
  if (!again.ok) return again
  return again.value.earlier === null ? refuse({ code: 'busy' }) : ok(again.value.earlier)
}
