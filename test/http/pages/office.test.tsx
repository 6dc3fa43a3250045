import { sample } from 'fast-check'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import type { AppEnv } from '../../../src/http/app-env.ts'
import { arrive } from '../../../src/http/arrival.ts'
import { mountOffice } from '../../../src/http/pages/office/routes.tsx'
import { pathsUnder } from '../../../src/http/paths.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { openHouse } from '../../support/house.ts'
import { accept, happening } from '../../jobs/happenings.ts'
import { workRoom } from '../../jobs/work-room.ts'
import { agencies } from '../../support/agencies.ts'
import { type House, officer } from '../../support/house.ts'

const at = '2026-11-22T09:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
  await accept(house, sample(happening, { numRuns: 80, seed: 5 }))
  for (const id of ['pref', 'east', 'river', 'purse']) {
    await syncAgency(await house.tenant(id), house.regionCtx(at))
  }
})
afterAll(() => house.close())

/** Asks a page of an agency as somebody. */
async function ask(id: string, path: string, actor: Actor = { type: 'public' }): Promise<Response> {
  const agency = agencies.find((a) => a.id === id)
  if (agency === undefined) throw new Error(id)
  const ctx = await house.ctx(id, actor, at)
  const { parts } = workRoom(house)
  const app = new Hono<AppEnv>()
  app.use('*', async (c, next) => {
    const origin = parts.resolver.originOf(agency)
    c.set('site', { agency, base: '', origin, to: pathsUnder('') })
    c.set('ctx', ctx)
    c.set('region', house.regionCtx(at))
    c.set('requestId', 'test')
    Reflect.apply(c.set, c, ['parts', { ...parts, contacts: new Map() }])
    return next()
  })
  mountOffice(app)
  const request = new Request(`http://${id}.gov.test${path}`)
  return app.fetch(request, arrive(parts, request))
}

test('every agency shows its own figures; a township has no tab for agencies below (mission 68)', async () => {
  const page = await ask('river', '/statistics?period=2025')
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(text).toContain('<caption class="away">收到和处理政府信息公开申请情况</caption>')
  expect(text).toMatch(
    /勾稽关系：上年结转 -?\d+ 件 ＋ 新收 \d+ 件 ＝ 办结 \d+ 件 ＋ 结转下期 -?\d+ 件/,
  )
  expect(text).not.toContain('本级及下级</a>')
})

test('an office sees its subtree, who is silent, and opens a child on its own site (mission 68, 69)', async () => {
  const text = await (await ask('pref', '/statistics?period=2025&scope=subtree')).text()
  expect(text).toContain('6 个机关已报送 4 个')
  expect(text).toContain('西县人民政府')
  expect(text).toContain('href="https://east.gov.test/statistics?period=2025&amp;scope=subtree"')
  expect(text).toContain('href="/statistics?period=2025-03&amp;scope=subtree"')
  const east = await (await ask('east', '/statistics?period=2025-03&scope=subtree')).text()
  expect(east).toContain(
    'href="https://east.gov.test/hill/statistics?period=2025-03&amp;scope=own"',
  )
  expect(east).toContain('2025年3月')
})

test('what nobody reported is said, not shown as zero', async () => {
  const text = await (await ask('west', '/statistics?period=2010&scope=subtree')).text()
  expect(text).toContain('这个时期无人报送')
  expect(text).not.toContain('勾稽关系')
})

test('a period that is none is a readable refusal', async () => {
  for (const query of ['period=2026-13', 'period=3000', 'scope=all']) {
    expect((await ask('pref', `/statistics?${query}`)).status).toBe(422)
  }
})

test('the desk page shows how the reports run, to those who watch figures', async () => {
  expect((await ask('pref', '/desk/office')).status).toBe(303)
  expect((await ask('pref', '/desk/office', officer('registrar'))).status).toBe(403)
  const page = await ask('pref', '/desk/office?scope=subtree', officer('statistician'))
  const text = await page.text()
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(text).toContain('从未报送')
  expect(text).toContain('待处理的失败消息')
})
