import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { hire, logIn, readable, tokenOf, visit, type Visitor } from './desk-door.ts'
import { openPortalHouse, portalNow } from './portal-house.ts'

let house: House
let door: Door
let desk: Visitor
let headers: Record<string, string>
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
  await hire(house, 'east', ['information-officer'])
  desk = await logIn(door, 'east', 'information-officer')
  headers = { authorization: `Bearer ${await tokenOf(door, 'east', 'information-officer')}` }
})
afterAll(() => house.close())

async function page(path: string, visitor = desk): Promise<string> {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(200)
  return readable(await answer.text())
}

describe('rows 7, 9, 10: the examination of columns on the desk', () => {
  test('the page lists columns with colour, reason and cadence', async () => {
    const text = await page('/desk/catalog')
    expect(text).toContain('法定栏目，不得为空')
    expect(text).toContain('常规定期')
    expect(text).toContain('固定长期')
  })

  test('a check by form: refused without a note, then recorded', async () => {
    const path = '/desk/catalog/institution/checks'
    const empty = await desk.post(path, { note: ' ', seen: '0' })
    expect(empty.status).toBe(422)
    expect(readable(await empty.text())).toContain('请填写“说明”')
    const done = await desk.post(path, { note: '地址、电话与现状一致', seen: '0' })
    expect(done.status).toBe(303)
    expect(await page(done.headers.get('location') ?? '')).toContain('地址、电话与现状一致')
    const late = await desk.post(path, { note: '另一人的话', seen: '0' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('另一人的话')
  })

  test('by JSON the same, with the steps that are open', async () => {
    const { status, body } = await door.api('east', '/desk/catalog', { headers })
    expect(status).toBe(200)
    expect(body).toMatchObject({ on: '2026-11-20', trunk: { id: 'cn-2019' } })
    const sent = await door.api('east', '/desk/catalog/institution/checks', {
      headers,
      json: { note: '再次核对' },
    })
    expect(sent).toMatchObject({ status: 200, body: { column: 'institution', number: 2 } })
  })

  test('the public sees what is missing, and nothing of the desk', async () => {
    const text = await page('/catalog', visit(door, 'river'))
    expect(text).toContain('暂无信息')
    expect(text).toContain('长期公开，每年核对')
  })
})
