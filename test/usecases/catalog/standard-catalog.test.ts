import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { coverageOf } from '../../../src/domain/catalog/coverage.ts'
import { pilotFields, standardMatters } from '../../../src/domain/catalog/standard-matters.data.ts'
import { mattersFor } from '../../../src/domain/catalog/standard-scope.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { fileMatter } from '../../../src/usecases/catalog/file-matter.ts'
import { showStandardCatalog } from '../../../src/usecases/catalog/show-standard-catalog.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { importInto, noon, originOf } from '../item/import-files.ts'

let house: House
let item: { id: string; number: string }
beforeAll(async () => {
  house = await openHouse()
  await importInto(house, 'east', [
    { title: '2026年低保标准', publishedOn: '2026-11-01', column: '社会救助' },
    { title: '2026年特困供养标准', publishedOn: '2026-05-01', column: '社会救助' },
  ])
  const [row] = await house.rows('east', 'published')
  item = { id: String(row?.['id']), number: String(row?.['index_number']) }
})
afterAll(() => house.close())

const staff = officer('information-officer')

describe('row 32: the standard catalogue as data', () => {
  test('26 pilot fields; ids occur once; every matter has elements, a subject, channels and a level', () => {
    expect(new Set(pilotFields).size).toBe(26)
    expect(new Set(standardMatters.map(({ id }) => id)).size).toBe(standardMatters.length)
    for (const matter of standardMatters) {
      expect(matter.elements.length).toBeGreaterThan(0)
      expect(matter.subject.length).toBeGreaterThan(0)
      expect(matter.channels.length).toBeGreaterThan(0)
      expect(matter.levels.length).toBeGreaterThan(0)
    }
  })

  test('a pilot field without any matter is told apart from one that is covered', async () => {
    const shown = await showStandardCatalog(await house.ctx('east'))
    const { unkeptFields = [], fields = [] } = shown.ok ? shown.value : {}
    expect(unkeptFields).toContain('安全生产')
    const kept = new Set(standardMatters.map(({ field }) => field))
    expect(unkeptFields).toEqual(pilotFields.filter((field) => !kept.has(field)))
    expect(fields.map(({ field }) => field).filter((one) => unkeptFields.includes(one))).toEqual([])
  })

  test('what applies follows from level and department', () => {
    const of = (
      level: 'prefecture' | 'county' | 'township',
      kind: 'government' | 'bureau',
      name: string,
    ): string[] => [...new Set(mattersFor({ level, kind, name }).map(({ field }) => field))]
    expect(of('prefecture', 'government', '试验市人民政府')).toEqual([])
    expect(of('county', 'government', '东县人民政府')).toContain('社会救助')
    expect(of('county', 'bureau', '东县民政局')).toEqual(['社会救助'])
    expect(of('county', 'bureau', '东县档案局')).toEqual([])
    expect(of('township', 'government', '河湾镇人民政府')).toContain('政府文件信息（乡镇自设领域）')
  })

  test('coverage counts matters with items, names the gaps, and warns as one county does', () => {
    const [first, second, ...rest] = mattersFor({
      level: 'county',
      kind: 'government',
      name: '东县人民政府',
    }).filter(({ field }) => field === '社会救助')
    if (first === undefined || second === undefined) throw new Error('no matters')
    const figures = new Map([
      [first.id, { count: 5, days: ['2026-11-01', '2026-10-01'].map(localDate) }],
      [second.id, { count: 1, days: [localDate('2026-01-01')] }],
    ])
    const [field] = coverageOf([first, second, ...rest], figures, localDate('2026-11-20'))
    expect(field).toMatchObject({
      applicable: rest.length + 2,
      covered: 2,
      gaps: rest.map(({ id }) => id),
      newestOn: '2026-11-01',
    })
    expect(field?.matters.map(({ warnings }) => warnings).slice(0, 2)).toEqual([
      [],
      ['too-few', 'too-old'],
    ])
  })
})

describe('row 32: items are filed against matters', () => {
  test('an item is filed, shown with its matter, counted, and taken out again', async () => {
    const ctx = await house.ctx('east', staff, noon)
    const filed = await fileMatter(ctx, item.number, { matters: ['SC001', 'SC003', 'SC001'] })
    expect(filed).toMatchObject({
      ok: true,
      value: { item: item.id, matters: ['SC001', 'SC003'] },
    })
    const shown = await showItem(ctx, item.id, originOf)
    expect(shown).toMatchObject({
      value: { matters: [{ id: 'SC001', name: '社会救助：综合业务，政策法规文件' }, {}] },
    })
    const catalog = await showStandardCatalog(ctx)
    const matter = catalog.ok
      ? catalog.value.fields.flatMap(({ matters }) => matters).find(({ id }) => id === 'SC001')
      : undefined
    expect(matter).toMatchObject({ count: 1, newest: [{ id: item.id }] })
    expect(await fileMatter(ctx, item.id, { matters: ['SC003'] })).toMatchObject({ ok: true })
    const again = await showStandardCatalog(ctx)
    expect(again).toMatchObject({ value: { covered: 1 } })
    expect((await recompute(ctx, house.regionCtx(noon))).own).toEqual([])
  })

  test.each([
    [{ matters: ['SC999'] }, '/matters/0'],
    [{}, '/matters'],
    [{ matters: [], more: 1 }, '/more'],
  ])('what is no matter is refused: %j', async (raw, pointer) => {
    const ctx = await house.ctx('east', staff, noon)
    expect(await fileMatter(ctx, item.id, raw)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })

  test('nobody else may, and there must be an item', async () => {
    const viewer = await house.ctx('east', officer('viewer'), noon)
    expect(await fileMatter(viewer, item.id, { matters: [] })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const ctx = await house.ctx('east', staff, noon)
    expect(await fileMatter(ctx, 'nobody', { matters: [] })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})
