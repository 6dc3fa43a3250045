import { afterAll, beforeAll, expect, test } from 'vitest'
import { listIncidents } from '../../../src/usecases/incident/list.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { deskOf, people } from '../item/desk-items.ts'
import { officer, openHouse, type House } from '../../support/house.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 87: an emergency removal opens its incident in the same commit; other endings open none', async () => {
  const desk = deskOf(house, 'east', at)
  const leak = await desk.publish({ title: '误发的名单' })
  const old = await desk.publish({ title: '过时的通知' })
  await desk.act(old.id, 'withdraw', people.head, { reason: '另行公布' })
  const done = await desk.act(leak.id, 'remove', people.first, { reason: '含有未遮盖的号码' })
  expect(done).toMatchObject({ ok: true, value: { state: 'gone' } })
  const listed = await listIncidents(await house.ctx('east', officer('admin'), at))
  expect(listed).toMatchObject({
    value: {
      items: [{ itemId: leak.id, state: 'removed', what: '含有未遮盖的号码', actions: ['check'] }],
    },
  })
  const commits = (await house.rows('east', 'event'))
    .filter(({ kind }) => kind === 'item.ended' || kind === 'incident.opened')
    .map((event) => event['commit_id'])
  expect(commits.at(-1)).toBe(commits.at(-2))
  const { own } = await recompute(await house.tenant('east'), house.regionCtx(at))
  expect(own).toEqual([])
})
