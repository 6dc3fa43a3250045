import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { attestFigures } from '../../src/usecases/statistics/attest-figures.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { commit } from '../../src/store/commit.ts'
import { officer, openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { hire, logIn, readable } from './desk-door.ts'

const now = '2026-11-20T10:00:00+08:00'
const shape = z.object({
  items: z.array(
    z.object({
      pack: z.string(),
      code: z.string(),
      state: z.string(),
      value: z.number().nullable(),
      coverage: z.object({ reporting: z.number(), of: z.number(), missing: z.array(z.string()) }),
    }),
  ),
})

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await hire(house, 'east', ['statistician'], 'tong')
  const ctx = await house.ctx('east', officer('statistician'), now)
  await commit(ctx, {
    events: [
      {
        entity: 'application',
        entityId: 'a',
        seq: 1,
        kind: 'application.received',
        data: {
          class: 'naturalPerson',
          receivedOn: '2026-10-08',
          basis: 'in-person',
          channel: 'oral',
        },
      },
    ],
    statements: [],
  })
  const figures = [{ indicator: 'hall.visits', value: 0, version: 0 }]
  await attestFigures(ctx, '2026-10', { figures })
  await syncAgency(await house.tenant('east'), house.regionCtx(now))
})
afterAll(() => house.close())

test('rows 37, 68: the public reads indicators with coverage; a zero, silence and 不适用 differ, and staff figures stay inside', async () => {
  const { body } = await door.api('east', '/indicators?period=2026-10')
  const { items } = shape.parse(body)
  const of = (code: string) => items.find((one) => one.pack === 'monthly-form' && one.code === code)
  expect(of('10')).toMatchObject({ state: 'value', value: 1 })
  expect(of('11')).toMatchObject({ state: 'value', value: 1 })
  expect(of('06')).toMatchObject({ state: 'value', value: 0 })
  expect(of('07')).toMatchObject({ state: 'unreported', value: null })
  expect(of('22')).toMatchObject({ state: 'notApplicable', value: null })
  expect(items.filter(({ pack }) => pack === 'manual')).toEqual([])
  const parent = (await house.tenant('east')).agency.parentId ?? ''
  const above = await door.api(parent, '/indicators?period=2026-10&scope=subtree')
  const visits = shape.parse(above.body).items.find(({ code }) => code === '06')
  expect(visits).toMatchObject({ value: 0, coverage: { reporting: 1 } })
  expect(visits?.coverage.missing).not.toContain('east')
  expect((await door.api('east', '/indicators?period=2099')).status).toBe(400)
})

test('section 1: the desk shows definitions and coverage, and hands out the coded form in its own layout with its checks', async () => {
  const hand = await logIn(door, 'east', 'tong')
  const page = await hand.get('/desk/indicators?period=2026-10')
  expect(page.status).toBe(200)
  const text = readable(await page.text())
  for (const words of ['按时办结率', '口径', '10=11+12+13+14+15+16', '相符', '未报送']) {
    expect(text).toContain(words)
  }
  const csv = await hand.get('/desk/indicators?period=2026-10&format=csv')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[1]).toMatch(/^单位名称,/)
  expect(lines).toContain('报出日期,2026-11-20')
  expect(lines).toContain('申请总数,条,10,1,1')
  expect(lines).toContain('现场接待人数,人次,06,0,0')
  const xlsx = await hand.get('/desk/indicators?period=2026-10&format=xlsx')
  expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([80, 75]))
  expect((await hand.get('/desk/indicators?period=abc')).status).toBe(400)
})

test('section 2: months are closed and corrections explained by the desk without script', async () => {
  const hand = await logIn(door, 'east', 'tong')
  expect((await hand.post('/desk/months', { month: '2026-09' })).status).toBe(303)
  expect((await hand.post('/desk/months', { month: '2026-11' })).status).toBe(422)
  const ctx = await house.ctx('east', officer('registrar'), now)
  await commit(ctx, {
    events: [
      {
        entity: 'application',
        entityId: 'late',
        seq: 1,
        kind: 'application.received',
        data: { class: 'research', receivedOn: '2026-09-08', basis: 'in-person' },
      },
    ],
    statements: [],
  })
  const [row] = await house.rows('east', 'correction')
  const form = { commit: String(row?.['commit_id']), year: '2026' }
  const empty = await hand.post('/desk/months', { ...form, reason: '' })
  expect(empty.status).toBe(422)
  expect((await hand.post('/desk/months', { ...form, reason: '漏登一件' })).status).toBe(303)
  expect(readable(await (await hand.get('/desk/months?year=2026')).text())).toContain('漏登一件')
  const shown = await (await door.request('east', '/statistics?period=2026-09')).text()
  expect(readable(shown)).toContain('更正，原数 0')
})
