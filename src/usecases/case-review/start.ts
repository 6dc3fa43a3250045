import type * as z from 'zod'
import { tellsApplicant } from '../../domain/application/without-applicant.ts'
import { startInput } from '../../domain/case-review/input.ts'
import { redrawOf } from '../../domain/case-review/redraw.ts'
import {
  type Drawable,
  mostDrawn,
  mostPopulation,
  shareOf,
} from '../../domain/case-review/sample.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type MeetingRow,
  selectDraws,
  selectMeeting,
} from '../../store/tenant/case-review/case-review.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { once, type Remember } from '../recall.ts'
import { drawOf, mostMeeting } from './meeting.ts'
import { planDraw, readPopulation } from './plan-draw.ts'
import { type ReviewView, showReview } from './show.ts'
import { tellingOfCases } from './telling.ts'

type Asked = z.output<typeof startInput>

/** Two who start at once see each other, because the draws of an agency are numbered. */
const maxTries = 3

/**
 * Starts a review (发起评查): draws among the cases that were closed in the days (办结、归档, so that each has
 * its answer; those withdrawn or abandoned have none to score), freezes what was drawn and what the records
 * show. Refuses days without a case, more cases than one draw may have, days that are drawn from again without a
 * reason, and the very days of a draw that is still open.
 */
export async function startReview(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<ReviewView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.start') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(startInput, raw)
  if (!input.ok) return input
  const [asked, by] = [input.value, actor.id]
  return once(
    ctx,
    { verb: 'case-review.start', key: idempotencyKey, content: asked },
    {
      again: (id) => showReview(ctx, id),
      make: (remember) => start(ctx, asked, by, remember),
    },
  )
}

async function start(
  ctx: Ctx,
  asked: Asked,
  by: string,
  remember: Remember,
): Promise<Result<ReviewView>> {
  const { fromDay: from, toDay: to } = asked
  const population = await populationOf(ctx, asked)
  if (!population.ok) return population
  const size = sizeOf(asked, population.value.length)
  if (!size.ok) return size
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const again = await redrawn(ctx, asked)
    if (!again.ok) return again
    const [id, seed] = [ctx.newId(), ctx.newId()]
    const { drawn, ...plan } = await planDraw(ctx, {
      id,
      seed,
      from,
      to,
      population: population.value,
      size: size.value,
      startedBy: by,
      ordered: null,
      ...again.value,
    })
    const telling = await tellingOfCases(
      ctx,
      drawn.map(({ receipt }) => receipt),
    )
    if (tellsApplicant(again.value.reason ?? '', telling)) {
      return refuseField('/reason', { problem: 'names-applicant' })
    }
    const statements = [...plan.statements, ...remember(id)]
    const outcome = await commit(ctx, { ...plan, statements })
    if (outcome.ok) return showReview(ctx, id)
  }
  return refuse({ code: 'busy' })
}

/** Why the days may be drawn from, and how many draws there were. */
async function redrawn(
  { db }: Ctx,
  { fromDay: from, toDay: to, reason }: Asked,
): Promise<Result<{ reason: string | null; draws: number }>> {
  const [[count], rows] = await readBatch<[{ draws: number }, MeetingRow]>(db, [
    selectDraws(),
    selectMeeting(from, to, mostMeeting),
  ])
  const draws = count?.draws ?? 0
  switch (redrawOf({ from, to }, rows.map(drawOf))) {
    case 'still-open':
      return refuseField('/fromDay', { problem: 'draw-still-open' })
    case 'needs-reason':
      return reason === undefined
        ? refuseField('/reason', { problem: 'required' })
        : ok({ reason, draws })
    case 'free':
      return ok({ reason: null, draws })
    default:
      throw new Error('unknown kind of draw')
  }
}

async function populationOf(
  ctx: Ctx,
  { fromDay: from, toDay: to }: Asked,
): Promise<Result<Drawable[]>> {
  if (to > localDateOf(ctx.now)) return refuseField('/toDay', { problem: 'in-future' })
  if (to < from) return refuseField('/toDay', { problem: 'before', other: '/fromDay' })
  const cases = await readPopulation(ctx, from, to)
  if (cases.length > mostPopulation) {
    return refuseField('/toDay', { problem: 'too-many', limit: mostPopulation })
  }
  return cases.length === 0 ? refuseField('/fromDay', { problem: 'no-closed-case' }) : ok(cases)
}

function sizeOf({ size, percent }: Asked, population: number): Result<number> {
  if ((size === undefined) === (percent === undefined)) {
    return refuseField('/size', { problem: 'one-of', others: ['/percent'] })
  }
  const asked = size ?? shareOf(population, percent ?? 0)
  if (asked <= mostDrawn) return ok(Math.min(asked, population))
  return refuseField('/percent', { problem: 'too-many', limit: mostDrawn })
}
