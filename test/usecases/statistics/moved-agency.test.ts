import { sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency/agency.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { nodesOf, readTree } from '../../../src/usecases/statistics/read-tree.ts'
import { showOffice } from '../../../src/usecases/statistics/show-office.ts'
import { figureOf } from '../../../src/domain/statistics/figure.ts'
import { readPeriod } from '../../../src/domain/statistics/period.ts'
import { importInto } from '../item/import-files.ts'
import { accept, happening } from '../../jobs/happenings.ts'
import { agencies as before } from '../../support/agencies.ts'
import { openHouse, type House } from '../../support/house.ts'

const at = '2026-11-22T09:00:00+08:00'

/** From 2026 on the township belongs to the other county. */
const after: readonly Agency[] = before.map((agency) =>
  agency.id === 'river'
    ? {
        ...agency,
        parentId: 'west',
        path: ['pref', 'west', 'river'],
        formerParents: [{ parentId: 'east', until: 2025 }],
      }
    : agency,
)
const keys = ['applications.newReceived.total', 'applications.carriedOver.total']
const figures = keys.flatMap((key) => figureOf(key) ?? [])
let house: House

beforeAll(async () => {
  house = await openHouse()
  await accept(house, sample(happening, { numRuns: 150, seed: 11 }))
  await importInto(house, 'river', [
    { id: '1', title: '集市搬迁公告', publishedOn: '2025-03-04', column: '规划计划', body: '正文' },
  ])
  await reportAll(before)
})
afterAll(() => house.close())

async function reportAll(agencies: readonly Agency[]): Promise<void> {
  for (const { id } of agencies) await report(id, agencies)
}

async function report(id: string, agencies: readonly Agency[]): Promise<void> {
  const { db } = await house.tenant(id)
  const agency = agencies.find((one) => one.id === id)
  if (agency === undefined) throw new Error(id)
  for (;;) {
    const done = await syncAgency({ agency, db }, { ...house.regionCtx(at), agencies })
    if (!done.ok) throw new Error(done.refusal.code)
    if (!done.value.hasMore) return
  }
}

/** Every figure that does not stand as the agencies below give it, of any office. */
async function wrongSums(agencies: readonly Agency[]): Promise<unknown[]> {
  const all = await Promise.all(
    agencies.map(async (agency) => {
      const { db } = await house.tenant(agency.id)
      const found = await recompute({ agency, db }, { ...house.regionCtx(at), agencies })
      return [...found.office, ...(found.region ?? [{ behind: agency.id }])]
    }),
  )
  return all.flat()
}

/** Own and subtree figures of every agency in a year, by id. */
async function tree(
  agencies: readonly Agency[],
  year: string,
): Promise<
  Record<string, { own: readonly (number | null)[]; subtree: readonly (number | null)[] }>
> {
  const [root, period] = [agencies[0], readPeriod(year)]
  if (root === undefined || period === null) throw new Error('nothing to read')
  const read = await readTree({ region: house.region, agencies }, root, period, figures)
  return Object.fromEntries(
    nodesOf(read.root).map(({ agency, own, subtree }) => [agency.id, { own, subtree }]),
  )
}

async function sums(): Promise<unknown[]> {
  const { results } = await house.region
    .prepare(
      `SELECT * FROM (SELECT office_id, period, row, col, n FROM office_cell WHERE n <> 0
         UNION ALL SELECT office_id, period, 'coverage', 'reporting', reporting FROM office_coverage
           WHERE reporting <> 0
         UNION ALL SELECT office_id, period, 'coverage', 'corrections', corrections
           FROM office_coverage WHERE corrections <> 0) ORDER BY 1, 2, 3, 4`,
    )
    .all()
  return results
}

async function rebuild(agencies: readonly Agency[]): Promise<void> {
  for (const table of [
    'agency_sync',
    'agency_month',
    'agency_cell',
    'office_cell',
    'office_coverage',
  ])
    await house.region.prepare(`DELETE FROM ${table}`).run()
  await reportAll(agencies)
}

test('row 68: an agency that comes under another office brings its open years along and leaves the past where it was', async () => {
  const old = { past: await tree(before, '2025'), now: await tree(before, '2026') }
  await reportAll(after)
  expect(await wrongSums(after)).toEqual([])
  const [past, now] = [await tree(after, '2025'), await tree(after, '2026')]
  expect(past).toEqual(old.past)
  const at0 = (
    one: Record<string, { subtree: readonly (number | null)[] }>,
    id: string,
  ): number[] => (one[id]?.subtree ?? []).map((n) => n ?? 0)
  const river = at0(old.now, 'river')
  const less = (from: number[]): number[] => from.map((n, i) => n - (river[i] ?? 0))
  const more = (from: number[]): number[] => from.map((n, i) => n + (river[i] ?? 0))
  expect(river[0]).toBeGreaterThan(0)
  expect(at0(now, 'east')).toEqual(less(at0(old.now, 'east')))
  expect(at0(now, 'west')).toEqual(more(at0(old.now, 'west')))
  expect(now['pref']).toEqual(old.now['pref'])
  // What is an agency's own stays its own, whatever came or went below it.
  for (const { id } of before) expect(now[id]?.own).toEqual(old.now[id]?.own)
})

test('rows 34 and 68: what it published is found below the office that it is below now', async () => {
  const found = async (id: string): Promise<string[]> => {
    const regionCtx = { ...house.regionCtx(at), agencies: after }
    const read = await listRegionItems(await house.ctx(id), regionCtx, { q: '集市搬迁' }, () => '')
    return read.ok ? read.value.items.map(({ agency }) => agency.id) : []
  }
  expect(await found('west')).toEqual(['river'])
  expect(await found('pref')).toEqual(['river'])
  expect(await found('east')).toEqual([])
})

test('row 68: a region built anew holds the same sums and the same coverage', async () => {
  const stood = await sums()
  await rebuild(after)
  expect(await sums()).toEqual(stood)
  expect(await wrongSums(after)).toEqual([])
})

test('row 68: two reports at once bring an agency over once; a late event of its past goes to the old office', async () => {
  const stood = await sums()
  await rebuild(before)
  await Promise.all([report('river', after), report('river', after), report('east', after)])
  await reportAll(after)
  expect(await sums()).toEqual(stood)
  const counted = async (): Promise<number[]> =>
    ['east', 'west'].map((id) => pastOf[id]?.subtree[0] ?? 0)
  let pastOf = await tree(after, '2025')
  const [east = 0, west = 0] = await counted()
  await accept(house, [
    {
      agency: 'river',
      event: {
        kind: 'application.received',
        entity: 'application',
        entityId: 'late-one',
        seq: 1,
        data: { class: 'naturalPerson', receivedOn: '2025-06-05', basis: 'in-person' },
      },
    },
  ])
  await reportAll(after)
  pastOf = await tree(after, '2025')
  expect(await counted()).toEqual([east + 1, west])
  expect(await wrongSums(after)).toEqual([])
})

test('row 68: the page of each office lists who was below it in the year asked for, with its coverage', async () => {
  const shown = async (id: string, period: string) => {
    const agency = after.find((one) => one.id === id)
    if (agency === undefined) throw new Error(id)
    const ctx = { ...(await house.ctx(id)), agency, now: Date.parse(at) }
    const view = await showOffice(
      ctx,
      { region: house.region, agencies: after },
      { period, scope: 'subtree' },
    )
    if (!view.ok) throw new Error(view.refusal.code)
    const { coverage } = view.value.statistics
    return [
      view.value.children.map((one) => one.agency.id).toSorted(),
      coverage.reporting,
      coverage.of,
    ]
  }
  expect(await shown('east', '2025')).toEqual([['hill', 'purse', 'river'], 4, 4])
  expect(await shown('east', '2026')).toEqual([['hill', 'purse'], 3, 3])
  expect(await shown('west', '2025')).toEqual([[], 1, 1])
  expect(await shown('west', '2026')).toEqual([['river'], 2, 2])
})
