import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkColumn } from '../../../src/usecases/catalog/check-column.ts'
import {
  examineColumns,
  type ExaminedColumn,
  type Examination,
} from '../../../src/usecases/catalog/examine-columns.ts'
import { showCatalog } from '../../../src/usecases/catalog/show-catalog.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { importInto } from '../item/import-files.ts'

const now = '2026-11-20T10:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
  await importInto(house, 'east', [
    { title: '2025年部门决算', publishedOn: '2025-09-20', column: '财政预算决算' },
    { title: '行政许可事项目录', publishedOn: '2025-05-06', column: '行政许可和对外管理服务' },
    { title: '社会救助资金发放', publishedOn: '2026-10-09', column: '社会救助' },
  ])
})
afterAll(() => house.close())

const staff = officer('information-officer')

async function examine(at = now): Promise<Examination> {
  const done = await examineColumns(await house.ctx('east', staff, at))
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

function of(examined: Examination, id: string): ExaminedColumn {
  const found = examined.columns.find((column) => column.id === id)
  if (found === undefined) throw new Error(`no column ${id}`)
  return found
}

describe('rows 7, 9, 10: the examination of columns', () => {
  test('row 82: a village that has never published its finances is red', async () => {
    const ctx = await house.ctx('river', staff, now)
    const villages = [{ id: 'zhang', name: '张村' }]
    const done = await examineColumns({ ...ctx, agency: { ...ctx.agency, villages } })
    if (!done.ok) throw new Error(done.refusal.code)
    expect(of(done.value, 'village-zhang-finance')).toMatchObject({
      colour: 'red',
      code: 'empty-mandatory',
      article: '村民委员会组织法第三十条',
    })
    expect(of(done.value, 'village-zhang-party')).toMatchObject({ code: 'empty' })
  })

  test('row 7: empty mandatory columns are red and come first', async () => {
    const { columns, counts } = await examine()
    expect(columns[0]).toMatchObject({ colour: 'red', code: 'empty-mandatory', mandatory: true })
    expect(counts.red).toBe(columns.filter(({ colour }) => colour === 'red').length)
    const order = columns.map(({ colour }) => ['red', 'yellow', 'blue', 'none'].indexOf(colour))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test('row 9: every row has its cadence, and the late row is found with its due day', async () => {
    const examined = await examine()
    expect(of(examined, 'budget-accounts')).toMatchObject({
      cadence: { kind: 'regular', period: 'half-year' },
      code: 'overdue',
      lastOn: '2025-09-20',
      dueOn: '2026-01-29',
    })
    expect(of(examined, 'social-relief')).toMatchObject({ code: 'fine', count: 1 })
    for (const { owner, channels } of examined.columns) {
      expect(owner).not.toBe('')
      expect(channels).toContain('website')
    }
  })

  test('the guide is never empty: the manifest has it', async () => {
    expect(of(await examine(), 'disclosure-guide').code).toBe('never-checked')
  })

  test('row 10: a check with a note starts the yearly clock anew, and leaves an event', async () => {
    expect(of(await examine(), 'licences-services').code).toBe('check-overdue')
    const ctx = await house.ctx('east', staff, now)
    const done = await checkColumn(ctx, 'licences-services', { note: '与现行清单一致', seen: 0 })
    expect(done).toMatchObject({ ok: true, value: { checkedOn: '2026-11-20', number: 1 } })
    expect(of(await examine(), 'licences-services')).toMatchObject({
      code: 'fine',
      colour: 'none',
      dueOn: '2027-11-22',
      check: { number: 1, note: '与现行清单一致', by: '测试员' },
    })
    const events = await house.rows('east', 'event')
    expect(events.at(-1)).toMatchObject({ kind: 'column.checked', entity: 'column', seq: 1 })
  })

  test('two checks at once: the second is told, and nothing is written', async () => {
    const ctx = await house.ctx('east', staff, now)
    const both = await Promise.all([
      checkColumn(ctx, 'administrative-fees', { note: '甲', seen: 0 }),
      checkColumn(ctx, 'administrative-fees', { note: '乙', seen: 0 }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale' } })
  })

  test.each([
    [{ note: '' }, '/note'],
    [{ note: '  ' }, '/note'],
    [{ note: '好', more: 1 }, '/more'],
    [{}, '/note'],
  ])('a check without a word is refused: %j', async (raw, pointer) => {
    const ctx = await house.ctx('east', staff, now)
    expect(await checkColumn(ctx, 'institution', raw)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })

  test('only those who publish may check; the public may not even look', async () => {
    const viewer = await house.ctx('east', officer('viewer'), now)
    expect((await examineColumns(viewer)).ok).toBe(true)
    expect(await checkColumn(viewer, 'institution', { note: '好' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await examineColumns(await house.ctx('east'))).toMatchObject({
      refusal: { code: 'unauthenticated' },
    })
  })

  test('no such column', async () => {
    const ctx = await house.ctx('east', staff, now)
    expect(await checkColumn(ctx, 'nothing', { note: '好' })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})

describe('row 7: the public catalogue is honest', () => {
  test('a mandatory column without anything says so, with its cadence and the trunk it stands on', async () => {
    const shown = await showCatalog(await house.ctx('east', undefined, now))
    if (!shown.ok) throw new Error(shown.refusal.code)
    const { children, trunk } = shown.value
    expect(trunk).toMatchObject({ id: 'cn-2019', inForceFrom: '2019-05-15' })
    const column = (id: string): unknown =>
      [...children, ...children.flatMap((block) => block.children)].find((one) => one.id === id)
    expect(column('normative-documents')).toMatchObject({ missing: true, count: 0 })
    expect(column('budget-accounts')).toMatchObject({ missing: false, count: 1 })
    expect(column('disclosure-guide')).toMatchObject({ missing: false, count: 0 })
    expect(column('central-procurement')).toMatchObject({ missing: false, mandatory: false })
  })
})
