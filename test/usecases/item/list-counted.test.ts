import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCounted, type Counted } from '../../../src/usecases/item/list-counted.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'
import { type Doc, importInto } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

async function imported(docs: readonly Doc[]): Promise<void> {
  const report = await importInto(house, 'east', docs)
  expect(report).toMatchObject({ accepted: docs.length })
}

async function counted(raw: object): Promise<Counted> {
  const done = await listCounted(await house.ctx('east', { type: 'public' }, at), raw)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value
}

async function figure(period: string): Promise<number | null> {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const done = await showStatistics(ctx, house.regionCtx(at), { period, scope: 'own' })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.items.published
}

test('rows 68, 69: the items behind a period’s figure are as many as it says: those read today and those that ended since', async () => {
  const days = ['2026-01-01', '2026-01-31', '2026-02-01', '2026-03-31', '2026-10-31']
  await imported(
    days.map((day, n) => ({
      title: `第 ${n} 号公告`,
      category: 'normative-documents',
      publishedAt: `${day}T23:59:00+08:00`,
    })),
  )
  const kept = await desk.publish({ title: '保留的公告' })
  const back = await desk.publish({ title: '撤回后又发布的公告' })
  const gone = await desk.publish({ title: '某某某的公告' })
  const withdrawn = await desk.publish({ title: '撤回的公告' })
  await desk.act(withdrawn.id, 'withdraw', people.head, { reason: '内容有误' })
  await desk.act(gone.id, 'remove', people.head, { reason: '标题泄露姓名' })
  await desk.act(back.id, 'withdraw', people.head, { reason: '内容有误' })
  await desk.edit(back.id, { body: '改正后的内容。' })
  await desk.approve(back.id)
  await desk.act(back.id, 'publish', people.head)
  for (const period of ['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-10', '2026-11', '2026']) {
    const { figure: counts, n, items, ended } = await counted({ period })
    expect([period, items.length]).toEqual([period, n])
    expect([period, counts]).toEqual([period, await figure(period)])
    // One was withdrawn and came back in November: each of its publications counts.
    const again = period === '2026-11' || period === '2026' ? 1 : 0
    const over = ended.reduce((sum, one) => sum + one.n, 0)
    expect([period, n + over + again]).toEqual([period, counts])
  }
  const { items, ended } = await counted({ period: '2026-11' })
  expect(items.map(({ id }) => id).toSorted()).toEqual([kept.id, back.id].toSorted())
  expect(ended).toEqual([
    { how: 'gone', n: 1 },
    { how: 'withdrawn', n: 1 },
  ])
})

test('a page of fifty leads on; a place of another period is refused', async () => {
  await imported(
    Array.from({ length: 60 }, (_, n) => ({
      title: `五月第 ${n} 号`,
      category: 'normative-documents',
      publishedAt: `2026-05-10T10:${String(n).padStart(2, '0')}:00+08:00`,
    })),
  )
  const first = await counted({ period: '2026-05' })
  expect([first.n, first.items.length]).toEqual([60, 50])
  const second = await counted({ period: '2026-05', cursor: first.next })
  expect(second.items).toHaveLength(10)
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60)
  const other = await listCounted(await house.ctx('east', { type: 'public' }, at), {
    period: '2026-06',
    cursor: first.next,
  })
  expect(other).toMatchObject({ refusal: { errors: [{ pointer: '/cursor' }] } })
})
