import * as z from 'zod'
import { checkRegistration } from '../../domain/dispute/decide.ts'
import { type Registration, registration } from '../../domain/dispute/input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { type DisputeRow, insertDispute, selectDispute } from '../../store/tenant/dispute.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { findApplication } from './find-application.ts'
import { sealWords } from './seal.ts'
import { type DisputeView, showDispute } from './show.ts'

const remembered = z.strictObject({ id: z.string() })

/**
 * Registers a reconsideration or a suit (登记复议、诉讼): against an application of this system, or about
 * one that is not in it and is then told in words. The same number of a kind is registered once.
 */
export async function registerDispute(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<DisputeView>> {
  if (!may(ctx.actor, 'dispute.act')) return turnAway(ctx.actor)
  const input = parseInput(registration, raw)
  if (!input.ok) return input
  const repeat = await recall(ctx, 'dispute.register', idempotencyKey, input.value, remembered)
  if (!repeat.ok) return repeat
  if (repeat.value.earlier !== null) return showDispute(ctx, repeat.value.earlier.id)
  const checked = checkRegistration(input.value, { today: localDateOf(ctx.now) })
  if (!checked.ok) return checked
  const tied = await tiesOf(ctx, input.value)
  if (!tied.ok) return tied
  const { kind, procedure, organ, caseNumber, party, about, acceptedOn, receivedOn } = input.value
  const id = ctx.newId()
  const { application } = tied.value
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'dispute',
        entityId: id,
        seq: 1,
        kind: 'dispute.registered',
        data: { dispute: kind, on: acceptedOn, application },
      },
    ],
    statements: [
      insertDispute({
        id,
        kind,
        procedure: kind === 'review' ? (procedure ?? 'ordinary') : null,
        organ,
        number: caseNumber ?? null,
        applicationId: application,
        follows: tied.value.follows,
        acceptedOn,
        receivedOn: receivedOn ?? null,
        sealed: await sealWords(ctx.keys, id, { party, about }),
      }),
      ...repeat.value.remember({ id }),
    ],
  })
  if (outcome.ok) {
    await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
    return showDispute(ctx, id)
  }
  if (outcome.conflict.startsWith('dispute.'))
    return refuseField('/caseNumber', { problem: 'taken' })
  // The same form came twice at once: the other one's answer is this one's too.
  const again = await recall(ctx, 'dispute.register', idempotencyKey, input.value, remembered)
  if (!again.ok) return again
  const { earlier } = again.value
  return earlier === null ? refuse({ code: 'busy' }) : showDispute(ctx, earlier.id)
}

type Ties = { application: string | null; follows: string | null }

/** What the dispute is about, and after which reconsideration a suit was brought. */
async function tiesOf(
  ctx: Ctx,
  { kind, case: typed, follows, about }: Registration,
): Promise<Result<Ties>> {
  const earlier = follows === undefined ? null : await reviewOf(ctx, follows)
  if (follows !== undefined && (earlier === null || kind !== 'litigationAfterReview')) {
    return refuseField('/follows', { problem: 'not-listed', allowed: [] })
  }
  if (typed !== undefined) {
    const found = await findApplication(ctx, typed)
    return found.ok ? ok({ application: found.value.id, follows: earlier?.id ?? null }) : found
  }
  const inherited = earlier?.application_id ?? null
  return inherited === null && about === undefined
    ? refuseField('/case', { problem: 'one-of', others: ['/about'] })
    : ok({ application: inherited, follows: earlier?.id ?? null })
}

async function reviewOf(ctx: Ctx, id: string): Promise<DisputeRow | null> {
  const [[row]] = await readBatch<[DisputeRow]>(ctx.db, [selectDispute(id)])
  return row === undefined || row.kind !== 'review' || row.state === 'cancelled' ? null : row
}
