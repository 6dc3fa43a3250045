import { afterAll, beforeAll, expect, test } from 'vitest'
import { reorganised } from '../support/changed-agencies.ts'
import { type House, openHouse } from '../support/house.ts'
import { importInto, list } from '../usecases/item/import-files.ts'
import { portalNow } from './portal-house.ts'

const old = [
  'http://east.gov.test/openness/detail/content/5a7d.html?x=1&y=2',
  'https://dongxian.gov.test/zwgk/2009/06/index.shtml',
  'http://East.gov.test/公开/通知1.html',
  'http://east.gov.test/a.htm',
  'http://east.gov.test/old/',
  'https://www.gov.cn/zhengce/content/2026-03/02/content_1.htm',
] as const

let house: House
let ask: ReturnType<typeof reorganised>
const ids = new Map<string, string>()
beforeAll(async () => {
  house = await openHouse()
  const site = {
    mode: 'own',
    hosts: ['east.gov.test'],
    formerHosts: ['dongxian.gov.test'],
  } as const
  ask = reorganised(house, { east: { site } }, portalNow)
  await importInto(
    house,
    'east',
    old.map((url, n) => ({
      id: `n${n}`,
      indexNumber: `旧/2009-0000${n}`,
      title: `二〇〇九年第${n}号通知`,
      publishedOn: '2009-06-01',
      column: '规划计划',
      url,
    })),
  )
  for (const { id, title } of (await list(house, 'east', {})).items) {
    ids.set(title, `/items/${id}`)
  }
})
afterAll(() => house.close())

const place = (n: number): string => ids.get(`二〇〇九年第${n}号通知`) ?? 'none'

test.each([
  [0, '/openness/detail/content/5a7d.html?x=1&y=2'],
  [1, '/zwgk/2009/06/index.shtml'],
  [2, '/公开/通知1.html'],
  [2, '/%E5%85%AC%E5%BC%80/%E9%80%9A%E7%9F%A51.html'],
  [3, '/a.htm'],
  [4, '/old/'],
])('row 21: what was imported is found at its old address (%i, %s)', async (n, path) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await ask(`https://east.gov.test${path}`, { method })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, place(n)])
  }
})

test.each([
  '/openness/detail/content/5a7d.html',
  '/openness/detail/content/5a7d.html?x=1&y=3',
  '/old',
  '/zhengce/content/2026-03/02/content_1.htm',
  '/b.htm',
  `/${'长'.repeat(400)}`,
  '/%E5%85%',
  '/%00',
])('row 21: nothing else is taken for it (%s)', async (path) => {
  const answer = await ask(`https://east.gov.test${path}`)
  expect(answer.status).toBe(404)
})

test('row 21: no other way of asking, and no other agency', async () => {
  expect((await ask('https://east.gov.test/a.htm', { method: 'POST' })).status).toBe(404)
  expect((await ask('https://west.gov.test/a.htm')).status).toBe(404)
})
