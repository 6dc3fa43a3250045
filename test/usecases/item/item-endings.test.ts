import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listItems } from '../../../src/usecases/item/list-items.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'
import { importInto, originOf } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

const publicly = async (id: string): Promise<unknown> =>
  showItem(await house.ctx('east'), id, originOf)
const found = async (q: string): Promise<string[]> => {
  const page = await listItems(await house.ctx('east'), { q }, originOf)
  return page.ok ? page.value.items.map(({ id }) => id) : []
}

describe('editions and endings (mission row 21, whitehall’s lesson: withdrawn is a state with a reason)', () => {
  it('a new edition goes through review, keeps number and address, and the old one stays until then', async () => {
    const first = await desk.publish({ title: '第一版标题', body: '旧的内容只在第一版。' })
    const edited = await desk.edit(first.id, {
      title: '第二版标题',
      body: '新的内容。',
      note: '更正笔误',
    })
    expect(edited).toMatchObject({ ok: true, value: { state: 'draft', edition: 2, isLive: true } })
    expect(await publicly(first.id)).toMatchObject({ value: { title: '第一版标题' } })
    await desk.approve(first.id)
    const second = await desk.act(first.id, 'publish', people.head)
    expect(second).toMatchObject({
      value: { indexNumber: first.indexNumber, publishedAt: first.publishedAt, edition: 2 },
    })
    expect(await publicly(first.id)).toMatchObject({ value: { title: '第二版标题' } })
    expect(await found('只在第一版')).toEqual([])
    expect(second.ok && second.value.editions.map(({ n }) => n)).toEqual([2, 1])
  })

  it.each(['withdraw', 'replace'] as const)(
    'row 87: after %s even title and reason can be taken away, and nothing is counted twice',
    async (action) => {
      const other = await desk.publish({ title: '取而代之的公告' })
      const item = await desk.publish({ title: '某某某的低保公告' })
      const stated = action === 'withdraw' ? {} : { by: other.id }
      await desk.act(item.id, action, people.head, { reason: '某某某的情况有误', ...stated })
      expect(JSON.stringify(await publicly(item.id))).toContain('某某某')
      const done = await desk.act(item.id, 'remove', people.head, { reason: '标题泄露姓名' })
      expect(done).toMatchObject({ ok: true, value: { state: 'gone' } })
      expect(await publicly(item.id)).toEqual({ ok: false, refusal: { code: 'gone' } })
      const counted = await recompute(
        await house.ctx('east', { type: 'system', job: 'recompute' }),
        house.regionCtx(at),
      )
      expect(counted.own).toEqual([])
    },
  )

  it('row 87: a title can still be taken away while the item is worked on again, or held', async () => {
    const again = await desk.publish({ title: '某某某的补助公告' })
    await desk.act(again.id, 'withdraw', people.head, { reason: '某某某的金额有误' })
    await desk.edit(again.id, { title: '关于补助的公告' })
    const held = await desk.publish({ title: '某某某的处理决定' })
    await desk.edit(held.id, { attribute: 'on-request' })
    await desk.approve(held.id)
    expect(await desk.act(held.id, 'hold', people.head)).toMatchObject({ ok: true })
    for (const { id } of [again, held]) {
      expect(JSON.stringify(await publicly(id))).toContain('某某某')
      const done = await desk.act(id, 'remove', people.head, { reason: '标题泄露姓名' })
      expect(done).toMatchObject({ ok: true, value: { state: 'gone' } })
      expect(await publicly(id)).toEqual({ ok: false, refusal: { code: 'gone' } })
      // Nothing is told any more, so there is nothing more to take away.
      const edited = await desk.edit(id, { title: '另一个题目' })
      expect(edited.ok && edited.value.actions).not.toContain('remove')
    }
    const never = await desk.draft()
    expect(never.actions).not.toContain('remove')
  })

  it('row 24: a repealed document says since when, why, and what holds now', async () => {
    const now = await desk.publish({ title: '新的办法' })
    const old = await desk.publish({ title: '旧的办法', writtenOn: '2026-01-05' })
    const stated = { reason: '已被新的办法取代', by: now.id }
    const early = { ...stated, repealedOn: '2026-01-04' }
    expect(await desk.act(old.id, 'repeal', people.head, early)).toMatchObject({
      refusal: { errors: [{ pointer: '/repealedOn', problem: 'before', other: '/writtenOn' }] },
    })
    await desk.act(old.id, 'repeal', people.head, { ...stated, repealedOn: '2026-10-01' })
    expect(await publicly(old.id)).toMatchObject({
      value: {
        validity: 'repealed',
        repeal: { on: '2026-10-01', reason: '已被新的办法取代', by: { title: '新的办法' } },
      },
    })
    await desk.act(now.id, 'remove', people.head, { reason: '误发' })
    expect(await publicly(old.id)).toMatchObject({ value: { repeal: { by: null } } })
  })

  it('a withdrawn item tells its reason, is in no list, and keeps its number when it comes back', async () => {
    const item = await desk.publish({ title: '将要撤回的公告', body: '撤回前可以检索到这一句。' })
    expect(await desk.act(item.id, 'withdraw', people.head, {})).toMatchObject({ ok: false })
    const done = await desk.act(item.id, 'withdraw', people.head, { reason: '内容有误，另行公布' })
    expect(done).toMatchObject({ ok: true, value: { state: 'withdrawn', isLive: false } })
    expect(await publicly(item.id)).toMatchObject({
      refusal: { code: 'withdrawn', title: '将要撤回的公告', reason: '内容有误，另行公布' },
    })
    expect(await found('撤回前可以检索')).toEqual([])
    await desk.edit(item.id, { body: '改正后的内容。' })
    expect(await publicly(item.id)).toMatchObject({ refusal: { code: 'withdrawn' } })
    await desk.approve(item.id)
    const back = await desk.act(item.id, 'publish', people.head)
    expect(back).toMatchObject({ ok: true, value: { indexNumber: item.indexNumber } })
    expect(await publicly(item.id)).toMatchObject({ ok: true })
  })

  it('corrected, merged, repealed and removed each end in their own way', async () => {
    const target = await desk.publish({ title: '正确的那一条' })
    const [wrong, twin, old, leak] = [
      await desk.publish({ title: '错的' }),
      await desk.publish({ title: '重复的' }),
      await desk.publish({ title: '过时的' }),
      await desk.publish({ title: '误发的秘密' }),
    ]
    const reason = '说明'
    await desk.act(wrong.id, 'replace', people.head, { by: target.id, reason })
    await desk.act(twin.id, 'merge', people.head, { into: target.id })
    await desk.act(old.id, 'repeal', people.head, { reason })
    await desk.act(leak.id, 'remove', people.first, { reason: '混入内部材料' })
    expect(await publicly(wrong.id)).toMatchObject({
      refusal: { code: 'replaced', by: target.id },
    })
    expect(await publicly(twin.id)).toEqual({
      ok: false,
      refusal: { code: 'merged', into: target.id },
    })
    expect(await publicly(old.id)).toMatchObject({ value: { validity: 'repealed' } })
    expect(await publicly(leak.id)).toEqual({ ok: false, refusal: { code: 'gone' } })
    expect(await desk.act(target.id, 'merge', people.head, { into: leak.id })).toMatchObject({
      refusal: { code: 'invalid' },
    })
  })

  it('what an import published can be corrected and withdrawn at the desk like all the rest', async () => {
    await importInto(house, 'east', [
      {
        id: 'legacy-1',
        title: '旧系统迁移来的通知',
        publishedOn: '2020-05-06',
        body: '原来的正文。',
      },
    ])
    const [id = ''] = await found('旧系统迁移来的')
    const edited = await desk.edit(id, { title: '旧系统迁移来的通知（更正）' })
    expect(edited).toMatchObject({ ok: true, value: { edition: 2, isLive: true } })
    await desk.edit(id, { attribute: 'proactive', summary: '概述', writtenOn: '2020-05-01' })
    await desk.approve(id)
    const done = await desk.act(id, 'publish', people.head)
    expect(done).toMatchObject({ value: { editions: [{ n: 2 }, { n: 1 }] } })
    expect(done.ok && done.value.publishedAt).toBe('2020-05-06T00:00:00+08:00')
  })
})

it('all figures that these acts left can be counted again from the journal (mission row 68)', async () => {
  const ctx = await house.ctx('east', { type: 'system', job: 'recompute' }, at)
  const differences = await recompute(ctx, house.regionCtx(at))
  expect(differences.own).toEqual([])
})
