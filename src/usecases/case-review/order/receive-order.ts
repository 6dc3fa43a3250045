import { orderedSize, orderLetter } from '../../../domain/case-review/order.ts'
import { populationDigest } from '../../../domain/case-review/sample.ts'
import { ok, refuse, refuseField } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ReviewRow,
  selectDraws,
  selectReview,
} from '../../../store/tenant/case-review/case-review.ts'
import type { LetterReader } from '../../letter/effect.ts'
import { planDraw, readPopulation } from '../plan-draw.ts'
import { planResult } from './send-result.ts'

/**
 * Receives the order of a review from the office right above (收到评查部署): draws by its seed at once, so that nobody
 * here chooses the cases or the moment, or answers that there is none to draw from. Refuses an order from anybody
 * else, and days that are not over; a second letter of the same order changes nothing.
 */
export const receiveOrder: LetterReader = async (ctx, letter) => {
  const content = parseInput(orderLetter, letter.content)
  if (!content.ok) return content
  if (letter.from.id !== ctx.agency.parentId) return refuse({ code: 'forbidden' })
  const { order, fromDay: from, toDay: to, percent, seed, dueOn } = content.value
  if (to >= localDateOf(ctx.now)) return refuseField('/toDay', { problem: 'in-future' })
  const [[known], [count]] = await readBatch<[ReviewRow, { draws: number }]>(ctx.db, [
    selectReview(order),
    selectDraws(),
  ])
  if (known !== undefined) return ok({ events: [], statements: [], dueOn: null })
  const population = await readPopulation(ctx, from, to)
  const size = orderedSize(population.length, percent)
  const ordered = { by: letter.from.id, name: letter.from.name, order, letter: letter.id, dueOn }
  if (size === 0) {
    const digest = await populationDigest(population)
    const none = { order, population: population.length, digest, cases: 0, total: 0, faults: [] }
    const { events, statements, message } = planResult(ctx, ordered, none)
    return ok({ events, statements, dueOn: null, messages: [message] })
  }
  const { events, statements } = await planDraw(ctx, {
    id: order,
    seed,
    from,
    to,
    population,
    size,
    startedBy: letter.from.id,
    reason: null,
    ordered,
    draws: count?.draws ?? 0,
  })
  return ok({ events, statements, dueOn })
}
