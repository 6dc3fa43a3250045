import * as z from 'zod'
import { checkRegistration } from '../../domain/dispute/decide.ts'
import { type Registration, registration } from '../../domain/dispute/input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type DisputeRow,
  insertDispute,
  selectDispute,
} from '../../store/tenant/dispute/dispute.ts'
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
  const id = ctx.newId()
  const { kind, acceptedOn: on } = input.value
  const { application } = tied.value
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'dispute',
        entityId: id,
        seq: 1,
        kind: 'dispute.registered',
        data: { dispute: kind, on, application },
      },
    ],
    statements: [
      await rowStatement(ctx, id, input.value, tied.value),
      ...repeat.value.remember({ id }),
    ],
  })
  if (outcome.ok) {
    await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
    return showDispute(ctx, id)
  }
  if (outcome.conflict.startsWith('dispute.')) {
    return refuseField('/caseNumber', { problem: 'taken' })
  }
  // The same form came twice at once: the other one's answer is this one's too.
  const again = await recall(ctx, 'dispute.register', idempotencyKey, input.value, remembered)
  if (!again.ok) return again
  const { earlier } = again.value
  return earlier === null ? refuse({ code: 'busy' }) : showDispute(ctx, earlier.id)
}

async function rowStatement(
  { keys }: Ctx,
  id: string,
  { kind, procedure = 'ordinary', party, about, ...rest }: Registration,
  { application, follows }: Ties,
): Promise<Statement> {
  return insertDispute({
    id,
    kind,
    procedure: kind === 'review' ? procedure : null,
    organ: rest.organ,
    number: rest.caseNumber ?? null,
    applicationId: application,
    follows,
    acceptedOn: rest.acceptedOn,
    receivedOn: rest.receivedOn ?? null,
    sealed: await sealWords(keys, id, { party, about }),
  })
}

type Ties = { application: string | null; follows: string | null }

/** After which reconsideration a suit was brought, and what the dispute is about. */
async function tiesOf(ctx: Ctx, input: Registration): Promise<Result<Ties>> {
  const { follows } = input
  if (follows === undefined) return aboutOf(ctx, input, null)
  const earlier = input.kind === 'litigationAfterReview' ? await reviewOf(ctx, follows) : null
  return earlier === null
    ? refuseField('/follows', { problem: 'not-listed', allowed: [] })
    : aboutOf(ctx, input, earlier)
}

async function aboutOf(
  ctx: Ctx,
  { case: typed, about }: Registration,
  earlier: DisputeRow | null,
): Promise<Result<Ties>> {
  const { id: follows = null, application_id: inherited = null } = earlier ?? {}
  if (typed !== undefined) {
    const found = await findApplication(ctx, typed)
    return found.ok ? ok({ application: found.value.id, follows }) : found
  }
  return inherited === null && about === undefined
    ? refuseField('/case', { problem: 'one-of', others: ['/about'] })
    : ok({ application: inherited, follows })
}

async function reviewOf(ctx: Ctx, id: string): Promise<DisputeRow | null> {
  const [[row]] = await readBatch<[DisputeRow]>(ctx.db, [selectDispute(id)])
  return row === undefined || row.kind !== 'review' || row.state === 'cancelled' ? null : row
}
