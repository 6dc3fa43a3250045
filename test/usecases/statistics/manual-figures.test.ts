import { assert, asyncProperty, constantFrom, array, integer, option, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manualIndicators } from '../../../src/domain/statistics/manual.data.ts'
import { figureText, parseFigure } from '../../../src/domain/statistics/manual.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { attestFigures } from '../../../src/usecases/statistics/attest-figures.ts'
import { listManualFigures } from '../../../src/usecases/statistics/list-manual-figures.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { showIndicators } from '../../../src/usecases/statistics/show-indicators.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { openHouse, officer, type House } from '../../support/house.ts'

const at = '2026-11-22T09:00:00+08:00'
const statistician = officer('statistician')
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const desk = (id: string) => house.ctx(id, statistician, at)

async function proactive(id: string, period: string, scope: 'own' | 'subtree' = 'own') {
  const shown = await showStatistics(await desk(id), house.regionCtx(at), { period, scope })
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value.proactive
}

test('row 42, 表二: unreported, an attested zero and 不适用 are three different values', async () => {
  expect(await proactive('river', '2025')).toMatchObject({
    licensing: { decisions: null },
    fees: { amountWanYuan: null },
  })
  const figures = [
    { indicator: 'licensing.decisions', value: '0', version: 0 },
    { indicator: 'punishment.decisions', value: null, version: 0 },
    { indicator: 'fees.amount', value: '12,345.67', version: 0 },
  ]
  expect(await attestFigures(await desk('river'), '2025', { figures })).toMatchObject({ ok: true })
  expect(await proactive('river', '2025')).toMatchObject({
    regulations: { made: null, repealed: null, inForce: null },
    licensing: { decisions: 0 },
    punishment: { decisions: null },
    coercion: { decisions: null },
    fees: { amountWanYuan: 1.234567 },
  })
  const listed = await listManualFigures(await desk('river'), { period: '2025' })
  const states = listed.ok ? listed.value.items.map((one) => [one.indicator.code, one.state]) : []
  expect(states).toEqual([
    ['norms.none', 'unreported'],
    ['licensing.decisions', 'value'],
    ['punishment.decisions', 'notApplicable'],
    ['coercion.decisions', 'unreported'],
    ['fees.amount', 'value'],
  ])
})

test('row 42, 表二: what does not apply is told apart from what nobody reported, own and in a sum', async () => {
  const notApplicable = async (period: string, scope: 'own' | 'subtree') => {
    const shown = await showStatistics(await desk('river'), house.regionCtx(at), { period, scope })
    return shown.ok ? shown.value.notApplicable : shown.refusal
  }
  expect(await notApplicable('2025', 'own')).toEqual(['proactive.punishment.decisions'])
  await syncAgency(await house.tenant('river'), house.regionCtx(at))
  expect(await notApplicable('2025', 'subtree')).toEqual(['proactive.punishment.decisions'])
  expect(await notApplicable('2024', 'own')).toEqual([])
})

test('rows 42, 43: a rate of what is counted by hand needs the same agencies and months above and below', async () => {
  const attest = async (id: string, period: string, indicator: string, value: number) =>
    attestFigures(await desk(id), period, { figures: [{ indicator, value, version: 0 }] })
  const rateOf = async (id: string, period: string, scope: 'own' | 'subtree') => {
    const shown = await showIndicators(await desk(id), house.regionCtx(at), { period, scope })
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value.items.find(({ indicator }) => indicator.code === 'tips-rate')?.value
  }
  await attest('east', '2026-07', 'tips.closed', 30)
  await attest('east', '2026-08', 'tips.accepted', 40)
  expect(await rateOf('east', '2026-Q3', 'own')).toEqual({ state: 'unreported' })
  await attest('east', '2026-09', 'tips.closed', 30)
  await attest('river', '2026-09', 'tips.accepted', 40)
  for (const id of ['east', 'river']) {
    await syncAgency(await house.tenant(id), house.regionCtx(at))
  }
  expect(await rateOf('east', '2026-09', 'subtree')).toEqual({ state: 'unreported' })
  await attest('river', '2026-09', 'tips.closed', 20)
  await attest('east', '2026-09', 'tips.accepted', 60)
  for (const id of ['east', 'river']) {
    await syncAgency(await house.tenant(id), house.regionCtx(at))
  }
  expect(await rateOf('east', '2026-09', 'subtree')).toMatchObject({
    state: 'value',
    numerator: 50,
    denominator: 100,
    value: 50,
  })
})

test('what was attested is changed only with a reason, and the old value stays', async () => {
  const change = { indicator: 'licensing.decisions', value: 4, version: 1 }
  const ask = async (raw: unknown) => attestFigures(await desk('river'), '2025', raw)
  expect(await ask({ figures: [change] })).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', problem: 'required' }] },
  })
  const done = await ask({ figures: [change], reason: '漏报四件' })
  expect(done.ok && done.value.items[1]?.versions).toMatchObject([
    { value: 0, reason: null },
    { value: 4, reason: '漏报四件' },
  ])
  expect(await ask({ figures: [{ ...change, value: 5 }], reason: '同时' })).toMatchObject({
    refusal: { code: 'stale' },
  })
  expect(await proactive('river', '2025')).toMatchObject({ licensing: { decisions: 4 } })
  await syncAgency(await house.tenant('river'), house.regionCtx(at))
  expect(await proactive('east', '2025', 'subtree')).toMatchObject({ licensing: { decisions: 4 } })
  expect(await recompute(await house.tenant('river'), house.regionCtx(at))).toMatchObject({
    own: [],
    region: [],
  })
})

test.each([
  ['2026', { indicator: 'licensing.decisions', value: '1', version: 0 }, 'in-future'],
  ['2025', { indicator: 'coercion.decisions', value: '-1', version: 0 }, 'ill-formed'],
  ['2025', { indicator: 'coercion.decisions', value: '1.5', version: 0 }, 'ill-formed'],
  ['2025', { indicator: 'coercion.decisions', value: '99999999999', version: 0 }, 'out-of-range'],
  ['2025', { indicator: 'norms.none', value: '1', version: 0 }, 'out-of-range'],
  ['2025', { indicator: 'regulations.made', value: '1', version: 0 }, 'unknown-field'],
  ['2025-03', { indicator: 'licensing.decisions', value: '1', version: 0 }, 'unknown-field'],
])('a figure that cannot be is refused: %s %o', async (period, figure, problem) => {
  const asked = await attestFigures(await desk('hill'), period, { figures: [figure] })
  expect(asked).toMatchObject({ refusal: { errors: [{ problem }] } })
  expect(await house.rows('hill', 'manual_figure')).toEqual([])
})

test('only who is to attest may: statistician or head', async () => {
  const raw = { figures: [{ indicator: 'hall.visits', value: '3', version: 0 }] }
  const viewer = await house.ctx('hill', officer('viewer'), at)
  expect(await attestFigures(viewer, '2026-10', raw)).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(await attestFigures(await house.ctx('hill'), '2026-10', raw)).toMatchObject({
    refusal: { code: 'unauthenticated' },
  })
})

test('figures by hand always equal what their journal says, whatever is attested and changed', async () => {
  const step = record({
    indicator: constantFrom('licensing.decisions', 'coercion.decisions', 'fees.amount'),
    value: option(integer({ min: 0, max: 1000 })),
  })
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const { indicator, value } of steps) {
        const listed = await listManualFigures(await desk('purse'), { period: '2024' })
        const version = listed.ok
          ? (listed.value.items.find((one) => one.indicator.code === indicator)?.version ?? 0)
          : 0
        const raw = { figures: [{ indicator, value, version }], reason: '核对后更正' }
        expect(await attestFigures(await desk('purse'), '2024', raw)).toMatchObject({ ok: true })
        const { licensing, coercion, fees } = await proactive('purse', '2024')
        const shown = {
          'licensing.decisions': licensing.decisions,
          'coercion.decisions': coercion.decisions,
          'fees.amount':
            fees.amountWanYuan === null ? null : Math.round(fees.amountWanYuan * 10_000),
        }[indicator]
        expect(shown).toBe(value)
      }
      const again = await recompute(await house.tenant('purse'), house.regionCtx(at))
      expect(again.own).toEqual([])
    }),
    { numRuns: 12 },
  )
})

test('a figure is written as it was entered', () => {
  for (const indicator of manualIndicators) {
    expect(figureText(parseFigure('1,234', indicator) ?? -1, indicator)).toMatch(/^1234(\.00)?$/)
  }
  expect(parseFigure('０．5', { decimals: 2 })).toBe(50)
  expect(parseFigure('1.555', { decimals: 2 })).toBeNull()
})
