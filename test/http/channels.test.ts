import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, logIn, readable, tokenOf } from './desk-door.ts'
import { itemId, openPortalHouse, portalNow, titles } from './portal-house.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { openDoor, type Door } from '../support/http.ts'
import type { House } from '../support/house.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
  await hire(house, 'east', ['information-officer'], 'xie')
  await hire(house, 'east', ['viewer'], 'kan')
})
afterAll(() => house.close())

test('row 18: carriers with day and place on an item, its page and JSON; totals by month, as a file too; a mistake is taken back', async () => {
  const item = await itemId(house, 'east', titles.long)
  const clerk = await logIn(door, 'east', 'xie')
  const page = `/desk/items/${item}/channels`
  const found = await clerk.get(`/desk/channels?item=${encodeURIComponent(item)}`)
  expect([found.status, found.headers.get('location')]).toEqual([303, page])
  const without = await clerk.post(page, { channel: 'gazette', on: '2026-11-15', place: '' })
  expect(without.status).toBe(422)
  const later = await clerk.post(page, { channel: 'screen', on: '2026-11-21', place: '广场' })
  expect(later.status).toBe(422)
  for (const fields of [
    { channel: 'gazette', on: '2026-11-14', place: '2026年第3期' },
    { channel: 'gazette', on: '2026-11-14', place: '2026年第3期' },
    { channel: 'village-board', on: '2026-11-15', place: '=HYPERLINK("http://evil")' },
  ]) {
    expect((await clerk.post(page, fields)).status).toBe(303)
  }
  const shown = readable(await (await door.request('east', `/items/${item}`)).text())
  expect(shown).toContain('公报，2026年第3期，2026-11-14')
  const json = await door.api('east', `/items/${item}`)
  expect(json.body).toMatchObject({
    channels: [
      { channel: 'gazette', on: '2026-11-14', place: '2026年第3期' },
      { channel: 'village-board' },
    ],
  })
  const gazette = readable(await (await door.request('east', '/gazette')).text())
  expect(gazette).toContain('2026年第3期')
  expect(gazette).toContain(titles.long)

  const authorization = `Bearer ${await tokenOf(door, 'east', 'kan')}`
  const totals = await door.api('east', '/desk/channels?period=2026-11', {
    headers: { authorization },
  })
  expect(totals.body).toMatchObject({
    period: '2026-11',
    total: { website: 4, gazette: 1, 'village-board': 1 },
  })
  const csv = await (await clerk.get('/desk/channels/totals.csv?period=2026')).text()
  expect(csv).toContain('月份,网站,公报')
  expect(csv).toContain('2026-11,4,1')
  const table = await clerk.get('/desk/channels?period=nonsense')
  expect([table.status, readable(await table.text()).includes('时期写得不对')]).toEqual([200, true])

  const viewer = await door.api('east', `/desk/items/${item}/channels`, {
    json: { channel: 'screen', on: '2026-11-15' },
    headers: { authorization },
  })
  expect(viewer.status).toBe(403)
  const [row] = await house.rows('east', 'item_channel')
  const gone = await clerk.post(`${page}/removals`, { channel: String(row?.['id']) })
  expect(gone.status).toBe(303)
  expect(await house.rows('east', 'item_channel')).toHaveLength(1)
  const ctx = await house.ctx('east', { type: 'system', job: 'test' }, portalNow)
  const figures = await recompute(ctx, house.regionCtx(portalNow))
  expect(figures.own).toEqual([])
})

test('row 19: the page of a reading place has large links and one form, the search', async () => {
  const answer = await door.request('east', '/kiosk')
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html.match(/<form/g)).toHaveLength(1)
  expect(html).toContain('action="/search"')
  expect(readable(html)).toContain(titles.long)
  expect(html).not.toContain('<script>alert')
})
