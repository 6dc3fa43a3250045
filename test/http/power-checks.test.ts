import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { added, approved, powerId } from '../usecases/service/service-house.ts'
import { hire, logIn, readable, tokenOf, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let unit: Visitor
let headers: Record<string, string>
let id = ''
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2027-01-06T10:00:00+08:00' })
  await hire(house, 'east', ['handler'], 'ban')
  await hire(house, 'east', ['viewer'], 'kan')
  const entries = [added('X-1', { name: '现场检查', type: 'inspection' }), added('X-2')]
  await approved(house, 'east', entries, '2026-01-05')
  id = await powerId(house, 'east', 'X-1')
  unit = await logIn(door, 'east', 'ban')
  headers = { authorization: `Bearer ${await tokenOf(door, 'east', 'ban')}` }
})
afterAll(() => house.close())

async function page(path: string, visitor = unit): Promise<string> {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(200)
  return readable(await answer.text())
}

test('row 28: the desk tells what is to be checked: on 今日, beside the changes of the list, and as a list', async () => {
  expect(await page('/desk/today')).toContain('已过核对期限的职权 2')
  expect(await page('/desk/powers')).toContain('该核对的：已过期限 2 项，三十天内到期 0 项')
  const text = await page('/desk/power-checks')
  expect(text).toContain('现场检查')
  expect(text).toContain('应在 2027-01-05 前核对，已超 1 天')
  expect(await page('/desk/power-checks?kind=guide')).toContain('没有到期该核对的')
})

test('row 28: 已核对 by form: refused without a note, then recorded; a second one is told and keeps what was typed', async () => {
  const path = `/desk/power-checks/power/${id}`
  expect(await page(path)).toContain('核对职权：现场检查')
  const empty = await unit.post(path, { note: ' ', seen: '0' })
  expect(empty.status).toBe(422)
  const done = await unit.post(path, { note: '依据现行有效', seen: '0' })
  expect(done.status).toBe(303)
  const after = await page(done.headers.get('location') ?? '')
  expect(after).toContain('已记录核对')
  expect(after).not.toContain('现场检查')
  expect(await page(path)).toContain('2027-01-06，试用ban：依据现行有效')
  const late = await unit.post(path, { note: '另一人的话', seen: '0' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('另一人的话')
  const viewer = await logIn(door, 'east', 'kan')
  expect((await viewer.get(path)).status).toBe(403)
  expect(await page('/desk/power-checks', viewer)).not.toContain(path)
  expect((await unit.get('/desk/power-checks/column/x')).status).toBe(404)
})

test('row 28: by JSON the same', async () => {
  const { body } = await door.api('east', '/desk/power-checks', { headers })
  expect(body).toMatchObject({
    months: 12,
    counts: { overdue: 1, soon: 0 },
    items: [{ code: 'X-2', state: 'overdue', dueOn: '2027-01-05', check: null, mayCheck: true }],
    next: null,
  })
  const one = await powerId(house, 'east', 'X-2')
  const path = `/desk/power-checks/power/${one}`
  const json = { note: '与现状一致', seen: 0 }
  expect(await door.api('east', path, { headers, json })).toMatchObject({
    status: 200,
    body: { state: 'fine', dueOn: '2028-01-06', check: { number: 1, note: '与现状一致' } },
  })
  expect(await door.api('east', path, { headers, json })).toMatchObject({ status: 409 })
  expect(await door.api('east', path, { headers })).toMatchObject({
    body: { check: { number: 1 } },
  })
  const none = await door.api('east', '/desk/power-checks/guide/nothing', { headers })
  expect(none.status).toBe(404)
})
