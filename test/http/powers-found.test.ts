import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnServiceGuide } from '../../src/usecases/service/act-on-guide.ts'
import { actOnPowerChange } from '../../src/usecases/service/act-on-change.ts'
import { draftPowerChange } from '../../src/usecases/service/draft-change.ts'
import { writeServiceGuide } from '../../src/usecases/service/write-guide.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { added, approved, powerId, unit } from '../usecases/service/service-house.ts'
import { hire, logIn, readable } from './desk-door.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let door: Door
let licence: string
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  await hire(house, 'east', ['legal-reviewer'], 'fa')
  await hire(house, 'east', ['head'], 'tou')
  await hire(house, 'east', ['first-reviewer'], 'chu')
  await approved(
    house,
    'east',
    [
      added('A-1', { name: '公共场所卫生许可' }),
      added('A-2', { name: '再生育审批' }),
      added('B-1', { name: '卫生监督检查', type: 'inspection' }),
    ],
    '2026-11-02',
  )
  licence = await powerId(house, 'east', 'A-1')
})
afterAll(() => house.close())

/** The lines of the page that officers see first, as `label n`. */
async function today(username: string): Promise<string> {
  const person = await logIn(door, 'east', username)
  return readable(await (await person.get('/desk/today')).text())
}

test('issue: what waits for the three reviews, for publication and for blocks stands on the page of today, for those whose it is', async () => {
  const ctx = await house.ctx('east', unit, at)
  const raw = { reason: '清理', basis: '通知', entries: [added('C-1')] }
  const made = await draftPowerChange(ctx, raw)
  if (!made.ok) throw new Error(made.refusal.code)
  expect(await today('fa')).toContain('等我审核、批准的职权调整 0')
  await actOnPowerChange(ctx, made.value.id, 'propose', {})
  await writeServiceGuide(ctx, licence, { guide: { conditions: '符合标准' } })
  await actOnServiceGuide(ctx, licence, 'submit', {})
  const lawyer = await today('fa')
  expect(lawyer).toContain('等我审核、批准的职权调整 1')
  expect(lawyer).toContain('等我公布的办事指南 0')
  const head = await today('tou')
  expect(head).toContain('等我审核、批准的职权调整 0')
  expect(head).toContain('等我公布的办事指南 1')
  expect(head).toContain('有缺项的办事指南 2')
  expect(await today('chu')).not.toContain('权责清单和办事指南')
})

test('rows 26, 28: services and powers are found from the search, in the sitemap and as a feed', async () => {
  const text = async (path: string): Promise<string> => (await door.request('east', path)).text()
  for (const q of ['卫生许可', '没有这个词']) {
    const page = await text(`/search?q=${encodeURIComponent(q)}`)
    expect(page).toContain(`href="/services?q=${encodeURIComponent(q)}"`)
  }
  expect(await text('/search')).not.toContain('/services?q=')
  const map = await text('/sitemap.xml?page=0')
  for (const path of ['/services', '/powers', `/services/${licence}`]) {
    expect(map).toContain(`<loc>https://east.gov.test${path}</loc>`)
  }
  const feed = await text('/powers/feed.xml')
  expect(feed).toContain('<title>新增：卫生监督检查</title>')
  expect(feed.match(/<item>/g)).toHaveLength(3)
  expect(new Set(feed.match(/<guid[^>]*>[^<]*/g)).size).toBe(3)
  expect(await text('/powers/changes')).toContain('href="/powers/feed.xml"')
})
