import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationColumns, applicationRows } from '../../../src/domain/shared/report-keys.data.ts'
import { groupKeys } from '../../../src/domain/statistics/result-groups.ts'
import { commit } from '../../../src/store/commit.ts'
import { statement } from '../../../src/store/statement.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { showFigure } from '../../../src/usecases/statistics/show-figure.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { at, fillRegisters } from './office-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await fillRegisters(house, { east: 150 })
})
afterAll(() => house.close())

async function receiptsOf(raw: Record<string, string>): Promise<string[]> {
  const ctx = await house.ctx('east', officer('registrar'), at)
  const found: string[] = []
  let cursor: string | null = null
  do {
    const asked = { ...raw, ...(cursor === null ? {} : { cursor }), limit: '40' }
    const page = await listCases(ctx, asked)
    if (!page.ok) throw new Error(page.refusal.code)
    found.push(...page.value.items.map(({ receipt }) => receipt))
    cursor = page.value.next
  } while (cursor !== null)
  return found
}

test('row 68: every cell of table three opens exactly the cases that it counts, page by page', async () => {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  for (const period of ['2025', '2026', '2026-H1', '2025-Q4', '2026-03']) {
    const shown = await showStatistics(ctx, house.regionCtx(at), { period, scope: 'own' })
    if (!shown.ok) throw new Error(shown.refusal.code)
    for (const { key: row } of applicationRows) {
      for (const { key: column } of applicationColumns) {
        if (column !== 'total' && column !== 'research') continue
        const cases = await receiptsOf({ row, class: column, period })
        expect(new Set(cases).size).toBe(cases.length)
        expect(cases.length, `${period} ${row} ${column}`).toBe(
          shown.value.applications[row][column],
        )
      }
    }
  }
}, 60_000)

async function figureIn(figure: string, period: string): Promise<number | null> {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const shown = await showFigure(ctx, house.regionCtx(at), { figure, period, scope: 'own' })
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value.value
}

test('row 68: results that are counted together open exactly their cases', async () => {
  for (const period of ['2026', '2025-Q4', '2026-03']) {
    for (const row of groupKeys) {
      for (const column of ['total', 'research']) {
        const cases = await receiptsOf({ row, class: column, period })
        const figure = await figureIn(`applications.${row}.${column}`, period)
        expect(cases.length, `${period} ${row} ${column}`).toBe(figure)
      }
    }
  }
}, 60_000)

/** Rows of a page of twenty, and one for each month since 2008 and class, or result and class, that is looked into. */
const budgets = [
  ['newReceived', 60],
  ['carriedOver', 1700],
  ['carriedForward', 1700],
  ['granted', 30],
  ['totalProcessed', 180],
] as const

test('a page of the cases behind a figure reads a bounded number of rows, whatever stands beside them', async () => {
  const ctx = await house.ctx('east', officer('registrar'), at)
  const counted = countingDb(ctx.db)
  for (const [row, most] of budgets) {
    counted.reset()
    const page = await listCases({ ...ctx, db: counted.db }, { row, period: '2026', limit: '20' })
    expect(page).toMatchObject({ ok: true })
    expect(counted.cost(), row).toMatchObject({ roundTrips: 1 })
    expect(counted.cost().rowsRead, row).toBeLessThanOrEqual(most)
  }
})

test('row 68: an answer that was annulled since is found in its own period, and a case is open only as long as it was', async () => {
  await annul()
  for (const [period, takenOff] of [
    ['2025-Q4', 0],
    ['2026-Q1', 0],
    ['2026-Q2', 2],
    ['2026-H1', 0],
    ['2026-Q3', 0],
    ['2026', 0],
  ] as const) {
    const figures = await showStatistics(
      await house.ctx('east', { type: 'public' }, at),
      house.regionCtx(at),
      { period, scope: 'own' },
    )
    if (!figures.ok) throw new Error(figures.refusal.code)
    const { totalProcessed, ...rows } = figures.value.applications
    const off = { found: 0 }
    for (const { key: row } of applicationRows) {
      if (row === 'totalProcessed') continue
      const cases = await receiptsOf({ row, period })
      const more = cases.length - (rows[row].total ?? 0)
      off.found += more
      if (takenOff === 0) expect(more, `${period} ${row}`).toBe(0)
    }
    expect(off.found).toBe(takenOff)
    const all = await receiptsOf({ row: 'totalProcessed', period })
    expect(all.length).toBe((totalProcessed.total ?? 0) + takenOff)
  }
}, 60_000)

/** Two answers of the first quarter are annulled in the second: one is given anew in the third, one not yet. */
async function annul(): Promise<void> {
  const ctx = await house.ctx('east', { type: 'system', job: 'import' }, at)
  const { results: cases } = await ctx.db
    .prepare(
      `SELECT id, applicant_class AS class, outcome FROM application
       WHERE decided_on BETWEEN '2026-01-01' AND '2026-03-31' ORDER BY id LIMIT 2`,
    )
    .all<{ id: string; class: string; outcome: string }>()
  const anew = { outcome: 'granted', decidedOn: '2026-08-05' }
  const done = await commit(ctx, {
    events: [
      ...cases.map(({ id, class: column, outcome }) => ({
        entity: 'application' as const,
        entityId: id,
        seq: 2,
        kind: 'application.redo-ordered' as const,
        data: { class: column, outcome, on: '2026-05-10', from: 'closed', dispute: `r-${id}` },
      })),
      ...cases.slice(1).map(({ id, class: column }) => ({
        entity: 'application' as const,
        entityId: id,
        seq: 3,
        kind: 'application.replied' as const,
        data: { class: column, ...anew },
      })),
    ],
    statements: cases.flatMap(({ id }, n) => [
      statement(
        `INSERT INTO dispute (id, version, state, kind, organ, application_id, filed_on, sealed)
         VALUES (?1, 1, 'decided', 'review', '', ?2, '2026-04-01', '')`,
        `r-${id}`,
        id,
      ),
      statement(
        'UPDATE application SET outcome = ?2, decided_on = ?3 WHERE id = ?1',
        id,
        n === 0 ? null : anew.outcome,
        n === 0 ? null : anew.decidedOn,
      ),
    ]),
  })
  if (!done.ok) throw new Error(JSON.stringify(done))
}

test('rows 43, 57: the parts of the timely rate open exactly the answers that they count, annulled ones too', async () => {
  await answerAgain()
  for (const period of ['2026', '2026-H1', '2026-03', '2025-Q4', '2025']) {
    for (const [part, row] of [
      ['timely-rate.numerator', 'timely'],
      ['timely-rate.denominator', 'timed'],
      ['late-rate.numerator', 'late'],
    ] as const) {
      const cases = await receiptsOf({ row, period })
      expect(new Set(cases).size).toBe(cases.length)
      const figure = await figureIn(`indicators.applications.${part}`, period)
      expect(cases.length, `${period} ${row}`).toBe(figure)
    }
  }
  expect(await figureIn('indicators.applications.late-rate.numerator', '2026')).toBeGreaterThan(5)
}, 60_000)

/** Lets the journal say of answers whether they were in time, and of two open cases that theirs was annulled. */
async function answerAgain(): Promise<void> {
  const ctx = await house.ctx('east', { type: 'system', job: 'import' }, at)
  const { results: cases } = await ctx.db
    .prepare(
      'SELECT id, applicant_class AS class, decided_on AS decidedOn, outcome FROM application ORDER BY id',
    )
    .all<{ id: string; class: string; decidedOn: string | null; outcome: string | null }>()
  const open = cases.filter(({ decidedOn }) => decidedOn === null).slice(3, 5)
  const known = cases.filter(({ decidedOn }, n) => decidedOn !== null && n % 7 !== 0)
  const done = await commit(ctx, {
    events: [...known, ...open].map(({ id, class: column, decidedOn, outcome }, n) => ({
      entity: 'application',
      entityId: id,
      seq: 9,
      kind: 'application.replied' as const,
      data: {
        class: column,
        outcome: outcome ?? 'granted',
        decidedOn: decidedOn ?? '2026-03-05',
        timely: n % 4 !== 0,
      },
    })),
    statements: open.map(({ id }) =>
      statement(
        `INSERT INTO dispute (id, version, state, kind, organ, application_id, filed_on, sealed)
         VALUES (?1, 1, 'decided', 'review', '', ?2, '2026-04-01', '')`,
        `d-${id}`,
        id,
      ),
    ),
  })
  if (!done.ok) throw new Error(JSON.stringify(done))
}
