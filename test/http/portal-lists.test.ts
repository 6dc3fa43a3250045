import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import type { House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { openPortalHouse, portalNow, titles } from './portal-house.ts'

let house: House
let door: Door

beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
})

afterAll(() => house.close())

async function get(path: string, agency = 'east'): Promise<{ status: number; html: string }> {
  const response = await door.request(agency, path)
  return { status: response.status, html: await response.text() }
}

function linksTo(html: string): string[] {
  return [...html.matchAll(/<a href="[^"]*\/items\/([0-9a-z]+)"/g)].map(([, id]) => id ?? '')
}

describe('lists (rows 7, 8, 24; six columns)', () => {
  test('have the six usual columns and keep filters while paging', async () => {
    const first = await get('/items?year=2026&genre=%E9%80%9A%E7%9F%A5')
    for (const label of ['索引号', '标题', '发文字号', '成文日期', '发布日期', '有效性']) {
      expect(first.html).toMatch(new RegExp(`<th[^>]*>${label}</th>`))
    }
    const next =
      /<a class="pager-next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('genre=')
    const second = await get(next)
    expect(second.status).toBe(200)
    expect(second.html).toContain('回到第一页')
    const shown = [...linksTo(first.html), ...linksTo(second.html)]
    expect(shown).toHaveLength(40)
    expect(new Set(shown).size).toBe(40)
  })

  test.each([
    '/items?cursor=forged',
    '/items?sort=sideways',
    '/items?unknown=1',
    '/items?year=26',
    '/rules?cursor=x',
    '/annual-reports?cursor=x',
    '/search?q=%E9%80%9A%E7%9F%A5&limit=0',
  ])('%s shows the list with what was wrong, status 400', async (path) => {
    const { status, html } = await get(path)
    expect(status).toBe(400)
    expect(html).toContain('地址中的条件有误')
    expect(html).toContain('role="alert"')
  })

  test('a column that does not exist is a 404', async () => {
    expect((await get('/items?category=no-such-column')).status).toBe(404)
  })

  test('an empty column says when it will be filled; a search without hits where to go on', async () => {
    expect((await get('/items?category=statistics')).html).toContain('20 个工作日')
    const none = await get(`/search?q=${encodeURIComponent('航天飞机')}`)
    expect(none.html).toContain('没有找到含有这些词的信息')
    expect(none.html).toContain('href="/apply"')
    expect((await get('/annual-reports')).html).toContain('3 月 31 日前')
    expect((await get('/annual-reports', 'purse')).html).toContain('1 月 31 日前')
  })

  test('the catalogue counts what its lists show (row 7)', async () => {
    const { html } = await get('/catalog')
    const row = /规划计划<\/a>.*?<td[^>]*c-number[^>]*>(\d+)</s.exec(html)?.[1]
    expect(Number(row)).toBe(linksTo((await get('/items?category=plans&limit=100')).html).length)
  })
})

describe('search (条例第24条)', () => {
  test('marks what was found and names number and day', async () => {
    const { html } = await get(`/search?q=${encodeURIComponent('营商环境')}`)
    expect(html).toContain('<mark>营商环境</mark>')
    expect(html).toContain('东政办发〔2026〕12号')
    expect(html).toContain('2026-11-12')
  })

  test('with scope=subtree an upper office finds what lies below, on the pages of its publisher', async () => {
    await syncAgency(await house.tenant('river'), house.regionCtx(portalNow))
    const path = `/search?q=${encodeURIComponent('惠农补贴')}`
    expect(linksTo((await get(path, 'pref')).html)).toHaveLength(0)
    const { html } = await get(`${path}&scope=subtree`, 'pref')
    expect(html).toMatch(/<a href="https:\/\/river\.gov\.test\/items\/[0-9a-z]+"/)
    expect(html).toContain('东县河湾镇人民政府')
    expect((await get('/items?scope=subtree', 'pref')).html).toContain('东县河湾镇人民政府')
  })

  test('an agency without lower agencies is not offered a wider search', async () => {
    expect((await get('/search?q=x', 'river')).html).not.toContain('name="scope"')
    expect((await get('/search?q=x', 'east')).html).toContain('name="scope"')
  })

  test('nothing found by a title is lost on the way to its page', async () => {
    const [id] = linksTo((await get(`/search?q=${encodeURIComponent('三年行动实施方案')}`)).html)
    expect((await get(`/items/${id}`)).html).toContain(titles.long)
  })
})
