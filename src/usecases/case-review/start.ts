import type * as z from 'zod'
import { startInput } from '../../domain/case-review/input.ts'
import { findFaults } from '../../domain/case-review/find-faults.ts'
import {
  type Drawable,
  drawRule,
  drawSample,
  mostDrawn,
  mostPopulation,
  populationDigest,
  shareOf,
} from '../../domain/case-review/sample.ts'
import { proposedMarks } from '../../domain/case-review/score.ts'
import { sheetOn } from '../../domain/case-review/sheet.data.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { ApplicationRow } from '../../store/tenant/application.ts'
import { insertReview, insertSheets, type SheetRecord } from '../../store/tenant/case-review.ts'
import {
  type DrawableRow,
  type DrawnEventRow,
  type DrawnInstrumentRow,
  selectDrawn,
  selectDrawnEvents,
  selectDrawnInstruments,
  selectPopulation,
} from '../../store/tenant/case-review-draw.ts'
import { numberOf } from '../application/number-of.ts'
import { caseOf } from '../application/read-case.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { peopleOf } from './people-of.ts'
import { recordOf } from './record-of.ts'
import { type ReviewView, showReview } from './show.ts'

type Asked = z.output<typeof startInput>

/** Unit of a case that was given to none. */
const noUnit = '未交办'

/**
 * Starts a review (发起评查): draws among the cases that were closed in the days (办结、归档, so that each has
 * its answer; those withdrawn or abandoned have none to score), freezes what was drawn and what the records
 * show. Refuses days without a case, and more cases than one draw may have.
 */
export async function startReview(ctx: Ctx, raw: unknown): Promise<Result<ReviewView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.start') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(startInput, raw)
  if (!input.ok) return input
  const population = await readPopulation(ctx, input.value)
  if (!population.ok) return population
  const size = sizeOf(input.value, population.value.length)
  if (!size.ok) return size
  const [id, seed] = [ctx.newId(), ctx.newId()]
  const drawn = await drawSample(seed, population.value, size.value)
  const sheets = await sheetsOf(ctx, id, drawn)
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'case-review.started',
        entity: 'case-review',
        entityId: id,
        seq: 1,
        data: { population: population.value.length, cases: drawn.length, seed },
      },
    ],
    statements: [
      insertReview({
        id,
        version: 1,
        state: 'open',
        from_day: input.value.fromDay,
        to_day: input.value.toDay,
        size: drawn.length,
        seed,
        rule: drawRule,
        population: population.value.length,
        population_digest: await populationDigest(population.value),
        started_by: actor.id,
        started_at: ctx.now,
        remarks: '',
        drawn_by: '[]',
        result: null,
        approved_by: null,
        issued_on: null,
        number_year: null,
        number: null,
      }),
      ...insertSheets(sheets),
    ],
  })
  return outcome.ok ? showReview(ctx, id) : refuse({ code: 'busy' })
}

async function readPopulation(
  ctx: Ctx,
  { fromDay: from, toDay: to }: Asked,
): Promise<Result<Drawable[]>> {
  if (to > localDateOf(ctx.now)) return refuseField('/toDay', { problem: 'in-future' })
  if (to < from) return refuseField('/toDay', { problem: 'before', other: '/fromDay' })
  const [rows] = await readBatch<[DrawableRow]>(ctx.db, [
    selectPopulation(from, to, mostPopulation + 1),
  ])
  if (rows.length > mostPopulation) {
    return refuseField('/toDay', { problem: 'too-many', limit: mostPopulation })
  }
  if (rows.length === 0) return refuseField('/fromDay', { problem: 'no-closed-case' })
  return ok(rows.map(({ receipt, unit, outcome }) => ({ receipt, unit: unit ?? noUnit, outcome })))
}

function sizeOf({ size, percent }: Asked, population: number): Result<number> {
  if ((size === undefined) === (percent === undefined)) {
    return refuseField('/size', { problem: 'one-of', others: ['/percent'] })
  }
  const asked = size ?? shareOf(population, percent ?? 0)
  if (asked <= mostDrawn) return ok(Math.min(asked, population))
  return refuseField('/percent', { problem: 'too-many', limit: mostDrawn })
}

async function sheetsOf(
  ctx: Ctx,
  review: string,
  drawn: readonly Drawable[],
): Promise<SheetRecord[]> {
  const receipts = drawn.map(({ receipt }) => receipt)
  const [cases, events, instruments] = await readBatch<
    [ApplicationRow, DrawnEventRow, DrawnInstrumentRow]
  >(ctx.db, [selectDrawn(receipts), selectDrawnEvents(receipts), selectDrawnInstruments(receipts)])
  return Promise.all(
    drawn.map(async ({ receipt, unit, outcome }, at) => {
      const row = cases.find(({ id }) => id === receipt)
      if (row === undefined) throw new Error('a case that was drawn is missing')
      const own = events.filter((one) => one.receipt === receipt)
      const letters = instruments.filter((one) => one.application_id === receipt)
      const faults = findFaults(await recordOf(ctx, row, own, letters))
      const { handlers, barred } = peopleOf(caseWith(row), own)
      return {
        review_id: review,
        n: at + 1,
        receipt,
        number: numberOf(ctx, row) ?? '',
        unit,
        outcome,
        version: 1,
        state: 'draft',
        reviewer: null,
        barred: JSON.stringify(barred),
        handlers: JSON.stringify(handlers),
        proposed: JSON.stringify(faults),
        marks: JSON.stringify(proposedMarks(faults, sheetOn(localDateOf(ctx.now)))),
        texts: '{}',
        score: null,
        objection: null,
        objected_by: null,
        verdict: null,
        answer: null,
      }
    }),
  )
}

function caseWith(row: ApplicationRow): Parameters<typeof peopleOf>[0] {
  return { handler: row.handler, draft: caseOf(row).draft }
}
