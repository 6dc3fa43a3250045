import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskViews } from '../../../src/domain/item/desk-views.ts'
import { itemStates } from '../../../src/domain/item/states.ts'
import { listDeskItems } from '../../../src/usecases/item/list-desk-items.ts'
import { type House, openHouse } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'

const at = '2026-03-02T09:00:00+08:00'
let house: House
let desk: DeskHand
const formed = { writtenOn: '2026-02-02' }

beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
  for (let n = 0; n < 4; n += 1) await desk.draft({ title: `起草中${n}` })
  for (let n = 0; n < 3; n += 1) {
    const { id } = await desk.draft({ title: `待初审${n}` })
    await desk.act(id, 'submit', people.author)
  }
  const back = await desk.draft({ title: '被退回' })
  await desk.act(back.id, 'submit', people.author)
  await desk.act(back.id, 'return', people.first, { opinion: '缺附件' })
  for (let n = 0; n < 2; n += 1) await desk.publish({ title: `已发布${n}`, ...formed })
  const gone = await desk.publish({ title: '已撤回', ...formed })
  await desk.act(gone.id, 'withdraw', people.head, { reason: '内容有误，另行公布' })
})
afterAll(() => house.close())

type Query = Parameters<typeof listDeskItems>[1]

async function titles(who: Parameters<DeskHand['act']>[2], query: Query): Promise<string[]> {
  const ctx = await house.ctx('east', who, at)
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listDeskItems(ctx, { ...query, ...(cursor === undefined ? {} : { cursor }) })
    if (!page.ok) throw new Error(page.refusal.code)
    found.push(...page.value.items.map(({ title }) => title))
    cursor = page.value.next ?? undefined
  } while (cursor !== undefined)
  return found
}

describe('row 82: the desk’s lists of items, each in the order of an index', () => {
  it.each(deskViews)('pages of two are the whole list, nothing twice (%s)', async (view) => {
    for (const who of [people.author, people.first, people.head]) {
      const whole = await titles(who, { view, limit: 100 })
      expect(await titles(who, { view, limit: 2 })).toEqual(whole)
      expect(new Set(whole).size).toBe(whole.length)
    }
  })

  it('every state is found by itself, and all of them together are all', async () => {
    const apart = await Promise.all(itemStates.map((state) => titles(people.head, { state })))
    const all = await titles(people.head, {})
    expect(apart.flat().toSorted()).toEqual(all.toSorted())
    expect(all).toHaveLength(11)
  })

  it('what waits for a reviewer, what its author drafted, and what came back to him', async () => {
    expect((await titles(people.first, { view: 'waiting' })).toSorted()).toEqual([
      '待初审0',
      '待初审1',
      '待初审2',
    ])
    expect(await titles(people.author, { view: 'mine' })).toHaveLength(11)
    expect(await titles(people.author, { view: 'returned' })).toEqual(['被退回'])
    expect(await titles(people.author, { view: 'mine', state: 'withdrawn' })).toEqual(['已撤回'])
  })

  it('the counts beside the list are those of the items', async () => {
    const page = await listDeskItems(await house.ctx('east', people.author, at), { limit: 100 })
    if (!page.ok) throw new Error(page.refusal.code)
    expect(page.value.counts).toEqual({ draft: 5, 'first-review': 3 })
    const [tally] = await house.rows('east', 'item_tally')
    const counted: Record<string, number> = {}
    for (const { state } of await house.rows('east', 'item')) {
      counted[String(state)] = (counted[String(state)] ?? 0) + 1
    }
    const kept: Record<string, number> = JSON.parse(String(tally?.['counts']))
    expect(Object.fromEntries(Object.entries(kept).filter(([, n]) => n !== 0))).toEqual(counted)
  })
})
