import { afterAll, beforeAll, expect, test } from 'vitest'
import { figureOf, valueOf } from '../../../src/domain/statistics/figure.ts'
import { compareAgencies } from '../../../src/usecases/statistics/compare-agencies.ts'
import { rankAgencies } from '../../../src/usecases/statistics/rank-agencies.ts'
import { readFigures } from '../../../src/usecases/statistics/read-figures.ts'
import { nodesOf } from '../../../src/usecases/statistics/read-tree.ts'
import { showFigure } from '../../../src/usecases/statistics/show-figure.ts'
import { showHeat } from '../../../src/usecases/statistics/show-heat.ts'
import { showTree, treeFigures } from '../../../src/usecases/statistics/show-tree.ts'
import { yearPeriod } from '../../../src/domain/statistics/period.ts'
import { localDateOf } from '../../../src/domain/time/instant.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import type { Ctx, RegionCtx } from '../../../src/usecases/context.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { at, fillRegisters } from './office-house.ts'

let house: House
let ctx: Ctx
let region: RegionCtx
beforeAll(async () => {
  house = await openHouse()
  await fillRegisters(house, { pref: 30, east: 60, west: 60, river: 40, purse: 20 })
  ctx = await house.ctx('pref', officer('statistician'), at)
  region = house.regionCtx(at)
})
afterAll(() => house.close())

function valueIn<V>(result: Result<V>): V {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

test('row 68: the tree has each agency’s own figures, and every office is the sum of what lies below', async () => {
  const { root } = valueIn(await showTree(ctx, region, { period: '2026' }))
  const nodes = nodesOf(root)
  expect(nodes.map(({ agency }) => agency.id)).toEqual([
    'pref',
    'east',
    'river',
    'hill',
    'purse',
    'west',
  ])
  for (const node of nodes.filter(({ isReported }) => isReported)) {
    const own = await house.ctx(node.agency.id, { type: 'public' }, at)
    const cells = await readFigures(own, region, yearPeriod(localDateOf(own.now)), 'own')
    expect(node.own, node.agency.id).toEqual(treeFigures.map((figure) => valueOf(figure, cells)))
    expect(node.subtree).toEqual(
      treeFigures.map((_, n) =>
        node.children.reduce((sum, child) => sum + (child.subtree[n] ?? 0), node.own[n] ?? 0),
      ),
    )
  }
  expect(root).toMatchObject({ of: 6, reporting: 5 })
  expect(nodes.find(({ agency }) => agency.id === 'hill')).toMatchObject({
    isReported: false,
    own: [null, null, null, null, null],
    subtree: [null, null, null, null, null],
  })
})

test('row 69: a figure opens to the agencies below, one level down, and to an agency’s own months', async () => {
  const figure = 'applications.newReceived.total'
  const top = valueIn(await showFigure(ctx, region, { figure, period: '2026' }))
  expect(top.tree?.children.map(({ agency }) => agency.id)).toEqual(['east', 'west'])
  const east = valueIn(await showFigure(ctx, region, { figure, period: '2026', under: 'east' }))
  expect(east.value).toBe(top.tree?.children[0]?.subtree[0])
  const own = valueIn(
    await showFigure(await house.ctx('east', officer('head'), at), region, {
      figure,
      period: '2026',
      scope: 'own',
    }),
  )
  expect(own.value).toBe(east.tree?.own[0])
  expect(own.months.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(own.value)
  const stock = 'applications.carriedForward.total'
  const forward = valueIn(
    await showFigure(await house.ctx('east', officer('head'), at), region, {
      figure: stock,
      period: '2026',
      scope: 'own',
    }),
  )
  expect(forward.months.at(-1)?.value).toBe(forward.value)
  const below = await house.ctx('east', officer('statistician'), at)
  expect(await showFigure(below, region, { figure, under: 'west' })).toMatchObject({ ok: false })
  expect(await showFigure(ctx, region, { figure: 'applications.none.total' })).toMatchObject({
    ok: false,
  })
})

test('a ranking gives equal values one place, and who has not reported none', async () => {
  const view = valueIn(await rankAgencies(ctx, region, { period: '2026', who: 'each' }))
  expect(view.ranked.slice(0, 3).map(({ place, of }) => [place, of.id])).toEqual([
    [1, 'east'],
    [1, 'west'],
    [3, 'river'],
  ])
  expect(view.unreported.map(({ id }) => id)).toEqual(['hill'])
  const towns = valueIn(await rankAgencies(ctx, region, { who: 'each', kind: 'township' }))
  expect(towns.ranked.map(({ of }) => of.id)).toEqual(['river'])
})

test('agencies are compared by month, quarter and year, with 同比 and 环比 where there is a base', async () => {
  const raw = { period: '2026-03', agency: ['east', 'hill'], by: 'quarter' }
  const { lines, periods } = valueIn(await compareAgencies(ctx, region, raw))
  expect(periods.map(({ key }) => key)).toEqual(
    [2025, 2026].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`)),
  )
  const [east, hill] = lines
  const received = figureOf('applications.newReceived.total')
  const wholes = await Promise.all(
    ['2026-03', '2026-02', '2025-03'].map(
      async (period) =>
        valueIn(await showFigure(ctx, region, { figure: received?.key, period, under: 'east' }))
          .value,
    ),
  )
  expect([east?.current, east?.previous.base, east?.yearBefore.base]).toEqual(wholes)
  expect(hill?.yearBefore).toEqual({ base: null, change: { difference: null, percent: null } })
  expect(hill?.values.every((value) => value === null)).toBe(true)
})

test('the heat table has the children by month and by result, each adding up to its figure', async () => {
  const months = valueIn(await showHeat(ctx, region, { period: '2026' }))
  expect(months.columns).toHaveLength(11)
  const { root } = valueIn(await showTree(ctx, region, { period: '2026' }))
  const sums = (lines: typeof months.lines): number[] =>
    lines.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  expect(sums(months.lines)).toEqual(root.children.map(({ subtree }) => subtree[1]))
  const groups = valueIn(await showHeat(ctx, region, { period: '2026', by: 'groups' }))
  expect(sums(groups.lines)).toEqual(root.children.map(({ subtree }) => subtree[2]))
})

test('performance 5, 6: every way of looking is one round trip and reads rows by agencies and months alone', async () => {
  const counted = countingDb(house.region)
  const seen = { ...region, region: counted.db }
  const figure = 'applications.newReceived.total'
  const ways: [string, number, () => Promise<Result<unknown>>][] = [
    ['figure', 140, () => showFigure(ctx, seen, { figure, period: '2026' })],
    ['tree', 900, () => showTree(ctx, seen, { period: '2026' })],
    ['ranking', 140, () => rankAgencies(ctx, seen, { period: '2026', figure })],
    [
      'comparison',
      300,
      () => compareAgencies(ctx, seen, { period: '2026', agency: ['east', 'west'] }),
    ],
    ['heat', 200, () => showHeat(ctx, seen, { period: '2026' })],
  ]
  for (const [name, rows, run] of ways) {
    counted.reset()
    expect(await run(), name).toMatchObject({ ok: true })
    const cost = counted.cost()
    expect(cost.roundTrips, name).toBe(1)
    expect(cost.rowsRead, name).toBeLessThanOrEqual(rows)
  }
})

test('who does not watch figures is turned away', async () => {
  const other = await house.ctx('pref', officer('registrar'), at)
  for (const run of [showTree, rankAgencies, showHeat, compareAgencies]) {
    expect(await run(other, region, {})).toMatchObject({ refusal: { code: 'forbidden' } })
  }
})
