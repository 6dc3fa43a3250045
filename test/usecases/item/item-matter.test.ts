import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileMatter } from '../../../src/usecases/catalog/file-matter.ts'
import { showStandardCatalog } from '../../../src/usecases/catalog/show-standard-catalog.ts'
import { draftItem } from '../../../src/usecases/item/draft-item.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { complete, deskOf, people, type DeskHand } from './desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

/** Numbers of items under matters, of those that have any. */
async function coverage(): Promise<Record<string, number>> {
  const shown = await showStandardCatalog(await house.ctx('east'))
  if (!shown.ok) throw new Error(shown.refusal.code)
  const matters = shown.value.fields.flatMap((field) => field.matters)
  const covered = matters.filter(({ count }) => count > 0)
  for (const { count, newest } of covered) expect(newest).toHaveLength(count)
  return Object.fromEntries(covered.map(({ id, count }) => [id, count]))
}

describe('row 32: an item that names its matter stands under it from the moment it is published', () => {
  it('published, then moved by an edition, then withdrawn: the coverage follows in the same commit', async () => {
    const item = await desk.publish({ title: '低保标准', matter: 'SC001' })
    expect(await coverage()).toEqual({ SC001: 1 })
    await desk.edit(item.id, { matter: 'SC003', note: '改归事项' })
    expect(await coverage()).toEqual({ SC001: 1 })
    await desk.approve(item.id)
    await desk.act(item.id, 'publish', people.head)
    expect(await coverage()).toEqual({ SC003: 1 })
    await desk.act(item.id, 'withdraw', people.head, { reason: '内容有误' })
    expect(await coverage()).toEqual({})
    await desk.approve((await desk.edit(item.id, { body: '改正。' }), item.id))
    await desk.act(item.id, 'publish', people.head)
    expect(await coverage()).toEqual({ SC003: 1 })
    await desk.act(item.id, 'remove', people.first, { reason: '误发' })
    expect(await coverage()).toEqual({})
  })

  it('what an officer filed by hand stays when a further edition goes out', async () => {
    const item = await desk.publish({ title: '特困标准', matter: 'SC001' })
    const ctx = await house.ctx('east', officer('information-officer'), at)
    expect(await fileMatter(ctx, item.id, { matters: ['SC003'] })).toMatchObject({ ok: true })
    await desk.edit(item.id, { body: '第二版。', note: '更正' })
    await desk.approve(item.id)
    expect(await desk.act(item.id, 'publish', people.head)).toMatchObject({ ok: true })
    expect(await coverage()).toEqual({ SC003: 1 })
    const system = await house.ctx('east', { type: 'system', job: 'test' }, at)
    expect((await recompute(system, house.regionCtx(at))).own).toEqual([])
  })

  it('a matter that does not exist is refused at its field', async () => {
    const ctx = await house.ctx('east', people.author, at)
    expect(await draftItem(ctx, { ...complete, matter: 'SC999' })).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/matter', problem: 'not-listed' }] },
    })
  })
})
