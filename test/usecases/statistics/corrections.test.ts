import { sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '../../../src/domain/shared/journal.ts'
import { commit } from '../../../src/store/commit.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { attestFigures } from '../../../src/usecases/statistics/attest-figures.ts'
import { closeDueMonths, closeMonth } from '../../../src/usecases/statistics/close-month.ts'
import { explainCorrection } from '../../../src/usecases/statistics/explain-correction.ts'
import { listMonths } from '../../../src/usecases/statistics/list-months.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { happening } from '../../jobs/happenings.ts'
import { crashing, Died } from '../../support/crash.ts'
import { countingDb } from '../../support/counting-db.ts'
import { openHouse, officer, type House } from '../../support/house.ts'

const at = '2026-03-12T09:00:00+08:00'
const statistician = officer('statistician')
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const desk = (id: string, when = at) => house.ctx(id, statistician, when)

function received(id: string, receivedOn: string): NewEvent {
  return {
    entity: 'application',
    entityId: id,
    seq: 1,
    kind: 'application.received',
    data: { class: 'naturalPerson', receivedOn, basis: 'in-person' },
  }
}

const happen = async (agency: string, events: readonly NewEvent[], when = at) => {
  const ctx = await house.ctx(agency, officer('registrar'), when)
  expect(await commit(ctx, { events, statements: [] })).toEqual({ ok: true })
}

async function corrections(id: string, period: string, scope: 'own' | 'subtree' = 'own') {
  const shown = await showStatistics(await desk(id), house.regionCtx(at), { period, scope })
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value.corrections
}

test('section 2: a late event changes an open month without a trace, a closed one only beside its old value', async () => {
  await happen('east', [received('a', '2026-02-10')])
  await happen('east', [received('b', '2026-02-11')])
  expect(await house.rows('east', 'correction')).toEqual([])
  expect(await closeMonth(await desk('east'), '2026-02')).toEqual({ ok: true, value: null })
  await happen('east', [received('c', '2026-02-12'), received('d', '2026-02-12')])
  await happen('east', [received('e', '2026-03-02'), received('f', '2026-01-05')])
  expect(await corrections('east', '2026-02')).toMatchObject({
    count: 1,
    list: [{ row: 'newReceived', column: 'naturalPerson', was: 2, became: 4, reason: null }],
  })
  expect(await corrections('east', '2026')).toMatchObject({ count: 1 })
  expect(await corrections('east', '2026-01')).toEqual({ count: 0, list: [] })
  expect(await house.rows('east', 'correction')).toMatchObject([
    { cause: 'application.received', entity: 'application', entity_id: 'c', events: 2 },
  ])
  expect(await recompute(await desk('east'), house.regionCtx(at))).toMatchObject({ own: [] })
})

test('section 2: the statistician gives the reason once; others may not; it is public with the figure', async () => {
  const [row] = await house.rows('east', 'correction')
  const id = String(row?.['commit_id'])
  const registrar = await house.ctx('east', officer('registrar'), at)
  expect(await explainCorrection(registrar, id, { reason: '漏登' })).toMatchObject({ ok: false })
  expect(await explainCorrection(await desk('east'), id, { reason: '' })).toMatchObject({
    refusal: { code: 'invalid' },
  })
  expect(await explainCorrection(await desk('east'), 'x', { reason: '漏登' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const reason = '二月窗口纸质登记两件，三月补录'
  expect(await explainCorrection(await desk('east'), id, { reason })).toMatchObject({ ok: true })
  expect(await explainCorrection(await desk('east'), id, { reason })).toMatchObject({
    refusal: { code: 'stale' },
  })
  expect(await corrections('east', '2026-02')).toMatchObject({ list: [{ reason }] })
})

test('section 2: a month is closed at the desk only by those who answer for it, and only when it is over', async () => {
  const registrar = await house.ctx('east', officer('registrar'), at)
  expect(await closeMonth(registrar, '2026-02')).toMatchObject({ refusal: { code: 'forbidden' } })
  for (const month of ['2026-03', '2026', '2026-13']) {
    expect(await closeMonth(await desk('east'), month)).toMatchObject({
      refusal: { code: 'invalid' },
    })
  }
  expect(await closeMonth(await desk('east'), '2026-02')).toMatchObject({ ok: true })
})

test('section 2: the schedule closes what is due once; a history brought in before is no correction', async () => {
  const job = () => house.ctx('west', { type: 'system', job: 'recompute' }, at)
  await happen('west', [received('a', '2025-06-10')])
  expect(await closeDueMonths(await job())).toEqual({ ok: true, value: { closed: 1 } })
  expect(await closeDueMonths(await job())).toEqual({ ok: true, value: { closed: 0 } })
  await happen('west', [received('b', '2025-06-10'), received('c', '2026-02-10')])
  expect(await corrections('west', '2025')).toMatchObject({ count: 0 })
  expect(await corrections('west', '2026')).toMatchObject({ count: 1 })
  const listed = await listMonths(await desk('west'), house.regionCtx(at), undefined)
  const lines = listed.ok ? listed.value.lines : []
  expect(lines.map(({ month, closed }) => [month, closed?.corrections ?? null])).toEqual([
    ['2026-01', null],
    ['2026-02', 1],
    ['2026-03', null],
  ])
})

test('section 2: a figure by hand brings its own reason into the correction', async () => {
  await closeMonth(await desk('hill'), '2026-02')
  const attest = async (value: number, version: number, reason?: string) =>
    attestFigures(await desk('hill'), '2026-02', {
      figures: [{ indicator: 'hall.visits', value, version }],
      ...(reason === undefined ? {} : { reason }),
    })
  expect(await attest(5, 0)).toMatchObject({ ok: true })
  expect(await attest(6, 1, '漏计一人')).toMatchObject({ ok: true })
  const rows = (await house.rows('hill', 'correction')).filter(({ col }) => col === 'value')
  expect(rows.toSorted((a, b) => Number(a['was']) - Number(b['was']))).toMatchObject([
    { was: 0, became: 5, reason: null },
    { was: 5, became: 6, reason: '漏计一人', reason_by: 's-statistician' },
  ])
})

test('section 2, idea 5: the office above sees how many corrections came after closing, sent once or often', async () => {
  const parent = (await house.tenant('east')).agency.parentId ?? ''
  for (const id of ['east', 'west', 'east']) {
    await syncAgency(await house.tenant(id), house.regionCtx(at))
  }
  const own = (await corrections('east', '2026-02')).count ?? 0
  const other = (await house.tenant('west')).agency.path.includes(parent)
    ? ((await corrections('west', '2026-02')).count ?? 0)
    : 0
  expect(await corrections(parent, '2026-02', 'subtree')).toEqual({
    count: own + other,
    list: null,
  })
  const listed = await listMonths(await desk(parent), house.regionCtx(at), '2026')
  const east = listed.ok ? listed.value.below.find(({ agency }) => agency.id === 'east') : null
  expect(east).toMatchObject({ closed: 1, corrections: own })
})

test('section 2: whatever happens, the figures less their corrections are those of the closing', async () => {
  const late = sample(happening, { numRuns: 120, seed: 11 }).map(({ event }) => event)
  const when = '2027-01-05T09:00:00+08:00'
  await happen('river', late.slice(0, 40), when)
  for (const month of ['2026-03', '2026-04', '2025-05']) {
    await closeMonth(await desk('river', when), month)
  }
  const closed = await cellsOf('river')
  for (const part of [late.slice(40, 41), late.slice(41, 70), late.slice(70)]) {
    await happen('river', part, when)
  }
  const [cells, rows] = [await cellsOf('river'), await house.rows('river', 'correction')]
  for (const { month, row, col, was, became } of rows) {
    const key = `${String(month)} ${String(row)} ${String(col)}`
    cells.set(key, (cells.get(key) ?? 0) - (Number(became) - Number(was)))
  }
  for (const [key, n] of cells) {
    if (/^(2026-03|2026-04|2025-05) /.test(key))
      expect([key, n]).toEqual([key, closed.get(key) ?? 0])
  }
  expect(rows.length).toBeGreaterThan(5)
})

async function cellsOf(id: string): Promise<Map<string, number>> {
  const rows = await house.rows(id, 'cell')
  return new Map(
    rows.map(({ period, row, col, n }) => [
      `${String(period)} ${String(row)} ${String(col)}`,
      Number(n),
    ]),
  )
}

test('section 2, experiment 4: a crash at any point leaves closing and correction whole or undone', async () => {
  const counted = crashing(await desk('east'), null)
  await closeMonth(counted.ctx, '2026-01')
  const points = counted.points()
  expect(points).toBeGreaterThanOrEqual(2)
  for (let point = 0; point < points; point += 1) {
    for (const when of ['before', 'after'] as const) {
      const id = `crash-${point}-${when}`
      const month = `2025-0${point * 2 + (when === 'before' ? 1 : 2)}`
      const once = crashing(await desk('east'), { at: point, when })
      await expect(closeMonth(once.ctx, month)).rejects.toThrow(Died)
      await closeMonth(await desk('east'), month)
      const ctx = await house.ctx('east', officer('registrar'), at)
      const plan = { events: [received(id, `${month}-07`)], statements: [] }
      const dying = crashing(ctx, { at: 0, when })
      await expect(commit(dying.ctx, plan)).rejects.toThrow(Died)
      await commit(ctx, plan)
      const rows = await house.rows('east', 'correction')
      const mine = rows.filter((row) => row['month'] === month)
      expect(mine).toMatchObject([{ was: 0, became: 1, entity_id: id }])
      expect(await house.rows('east', 'closed_month')).toContainEqual(
        expect.objectContaining({ month }),
      )
    }
  }
})

test('section 2, performance: a commit of this month reads and writes no more than before', async () => {
  const own = await desk('east')
  const counted = countingDb(own.db)
  const batches: number[] = []
  const db = new Proxy(counted.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name)
      return (statements: D1PreparedStatement[]) => {
        batches.push(statements.length)
        return target.batch(statements)
      }
    },
  })
  const go = (id: string, on: string) =>
    commit({ ...own, db }, { events: [received(id, on)], statements: [] })
  await go('now', '2026-03-10')
  await go('late', '2026-02-10')
  // The event and its two figures, and for an earlier month the correction.
  expect(batches).toEqual([3, 4])
})
