import { findFaults, remarksOn } from '../../domain/case-review/find-faults.ts'
import {
  type Drawable,
  drawRule,
  drawSample,
  mostPopulation,
  populationDigest,
} from '../../domain/case-review/sample.ts'
import { proposedMarks } from '../../domain/case-review/score.ts'
import { sheetOn } from '../../domain/case-review/sheet.data.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Plan } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import {
  insertReview,
  insertSheets,
  type SheetRecord,
} from '../../store/tenant/case-review/case-review.ts'
import {
  type DrawableRow,
  type DrawnEventRow,
  type DrawnInstrumentRow,
  selectDrawn,
  selectDrawnEvents,
  selectDrawnInstruments,
  selectPopulation,
} from '../../store/tenant/case-review/draw.ts'
import { numberOf } from '../application/number-of.ts'
import { caseOf } from '../application/read-case.ts'
import type { Ctx } from '../context.ts'
import { handledOf, peopleIn } from './handled-of.ts'
import type { Ordered } from './read-review.ts'
import { recordOf } from './record-of.ts'

/** What is drawn and for whom (抽样): days of closing, the cases, the seed, why again, who ordered it. */
export type Draw = {
  id: string
  seed: string
  from: string
  to: string
  population: readonly Drawable[]
  drawn: readonly Drawable[]
  startedBy: string
  reason: string | null
  ordered: Ordered | null
  /** draws of this agency so far */
  draws: number
}

/** Unit of a case that was given to none. */
const noUnit = '未交办'

/** Reads the closed cases of some days (评查总体), at most one more than may be drawn from at once. */
export async function readPopulation(
  { db }: Pick<Ctx, 'db'>,
  from: string,
  to: string,
): Promise<Drawable[]> {
  const [rows] = await readBatch<[DrawableRow]>(db, [
    selectPopulation(from, to, mostPopulation + 1),
  ])
  return rows.map(({ receipt, unit, outcome }) => ({ receipt, unit: unit ?? noUnit, outcome }))
}

/** Draws some cases with a seed and freezes what was drawn and what the records show of it (抽样). */
export async function planDraw(
  ctx: Ctx,
  asked: Omit<Draw, 'drawn'> & { size: number },
): Promise<Plan & { drawn: readonly Drawable[] }> {
  const { size, ...rest } = asked
  const draw: Draw = { ...rest, drawn: await drawSample(asked.seed, asked.population, size) }
  const { id, seed, population, drawn, draws } = draw
  return {
    drawn,
    events: [
      {
        kind: 'case-review.started',
        entity: 'case-review',
        entityId: id,
        seq: 1,
        data: { population: population.length, cases: drawn.length, seed },
      },
      {
        kind: 'case-review.drawn',
        entity: 'case-review',
        entityId: 'draws',
        seq: draws + 1,
        data: { review: id },
      },
    ],
    statements: [await reviewRow(ctx, draw), ...insertSheets(await sheetsOf(ctx, draw))],
  }
}

async function reviewRow(ctx: Ctx, draw: Draw): Promise<ReturnType<typeof insertReview>> {
  return insertReview({
    id: draw.id,
    version: 1,
    state: 'open',
    from_day: draw.from,
    to_day: draw.to,
    size: draw.drawn.length,
    seed: draw.seed,
    rule: drawRule,
    population: draw.population.length,
    population_digest: await populationDigest(draw.population),
    started_by: draw.startedBy,
    started_at: ctx.now,
    remarks: '',
    drawn_by: '[]',
    result: null,
    approved_by: null,
    issued_on: null,
    number_year: null,
    number: null,
    reason: draw.reason,
    ordered: draw.ordered === null ? null : JSON.stringify(draw.ordered),
    draw: draw.draws + 1,
  })
}

async function sheetsOf(ctx: Ctx, { id, drawn }: Draw): Promise<SheetRecord[]> {
  const receipts = drawn.map(({ receipt }) => receipt)
  const [cases, events, instruments] = await readBatch<
    [ApplicationRow, DrawnEventRow, DrawnInstrumentRow]
  >(ctx.db, [selectDrawn(receipts), selectDrawnEvents(receipts), selectDrawnInstruments(receipts)])
  return Promise.all(
    drawn.map(async ({ receipt, unit, outcome }, at) => {
      const row = cases.find((one) => one.id === receipt)
      if (row === undefined) throw new Error('a case that was drawn is missing')
      const own = events.filter((one) => one.receipt === receipt)
      const letters = instruments.filter((one) => one.application_id === receipt)
      const record = await recordOf(ctx, row, own, letters)
      const faults = findFaults(record)
      const holds = { handler: row.handler, draft: caseOf(row).draft }
      const { handlers, barred } = peopleIn(holds, handledOf(own))
      return {
        review_id: id,
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
        remarks: JSON.stringify(remarksOn(record)),
        is_sealed: 1,
      }
    }),
  )
}
