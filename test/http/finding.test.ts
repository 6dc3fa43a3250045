import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { importInto } from '../usecases/item/import-files.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { visit } from './desk-door.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2026-11-20T10:00:00+08:00' })
  await importInto(house, 'east', [
    ...Array.from({ length: 24 }, (_, n) => ({
      id: String(n),
      title: `关于做好第${n}号农田水利工程的通知`,
      docNumber: `东政办〔2026〕${n}号`,
      publishedOn: n < 12 ? '2025-03-02' : '2026-03-02',
      column: n % 2 === 0 ? '规划计划' : '财政预算决算',
      theme: n % 3 === 0 ? '农业、林业、水利' : '综合政务',
      genre: '通知',
      body: `正文${n}`,
    })),
    { id: 'dibao', title: '提高最低生活保障标准', column: '民生政策及实施', body: '每月700元' },
  ])
})
afterAll(() => house.close())

async function page(path: string): Promise<string> {
  return (await door.request('east', path)).text()
}

/** Addresses of the links of a page whose text or address holds a word. */
function links(html: string, part: string): string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.includes(part))
}

describe('numbers beside lists and searches, by plain links (mission rows 7, 76)', () => {
  test('every link leads to a list as long as its number says', async () => {
    const html = await page('/items')
    const choices = [
      ...html.matchAll(
        /<li><a href="([^"]+)"><span class="facets-name">([^<]+)<\/span> <span class="facets-count">(\d+)/g,
      ),
    ]
    expect(choices.map(([, , name]) => name)).toContain('2025年')
    for (const [, href = '', , count] of choices) {
      const path = href.replaceAll('&amp;', '&')
      expect(await page(path)).toContain(`共 ${count} 条`)
    }
  })

  test('a filter is told as a chip that takes it away, and two can go at once', async () => {
    const html = await page('/items?year=2025&genre=通知&category=plans')
    expect(html).toContain('发布年份：2025')
    expect(links(html, 'category=plans')).toContain(
      '/items?category=plans&genre=%E9%80%9A%E7%9F%A5',
    )
    expect(links(html, '/items?category=plans')).toContain('/items?category=plans')
  })

  test('a search counts too, and its filters stay in the search', async () => {
    const html = await page('/search?q=农田水利')
    expect(html).toContain('共 24 条')
    const [first = ''] = links(html, 'year=2026')
    expect(first).toMatch(/^\/search\?/)
    expect(await page(first)).toContain('共 12 条')
  })

  test('the interface answers the same numbers', async () => {
    const { status, body } = await door.api('east', '/items/facets?year=2026')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      total: { count: 13, capped: false },
      genre: [{ value: '通知', label: '通知', count: 12 }],
    })
    expect((await door.api('east', '/items/facets?colour=red')).status).toBe(400)
  })
})

test('row 6: the document whose number was typed stands first and is marked', async () => {
  const html = await page(`/search?q=${encodeURIComponent('东政办[2026]第7号')}`)
  expect(html).toMatch(/精确匹配<\/span> <a [^>]+>关于做好第7号农田水利工程的通知/)
  const { body } = await door.api('east', `/items?q=${encodeURIComponent('东政办2026年第7号')}`)
  expect(body).toMatchObject({ items: [{ docNumber: '东政办〔2026〕7号', exact: true }] })
})

describe('row 76: plain words lead to official ones', () => {
  test('a search says what else it looked for and offers the typed words alone', async () => {
    const html = await page('/search?q=低保')
    expect(html).toContain('提高')
    expect(html).toContain('已同时查找：最低生活保障')
    const [typed = ''] = links(html, 'words=typed')
    expect(await page(typed)).not.toContain('已同时查找')
  })

  test('suggestions come without script where little is found, and as JSON while typing', async () => {
    expect(await page('/search?q=规划计化')).toContain('您是不是要找')
    const { body, headers } = await door.api('east', '/suggestions?q=农田')
    expect(body).toMatchObject({
      items: [{ kind: 'title', text: '第23号农田水利工程' }, {}, {}, {}],
    })
    expect(headers.get('cache-control')).toBe('public, max-age=30')
    expect((await door.api('east', '/suggestions?q=低保')).body).toMatchObject({
      items: [{ kind: 'official', text: '最低生活保障' }, {}],
    })
    expect((await door.api('east', '/suggestions')).status).toBe(400)
  })

  test('security 62: what is gone is suggested no more', async () => {
    const { db } = await house.tenant('east')
    const before = await door.api('east', '/suggestions?q=每月标准')
    expect(before.body).toEqual({ items: [] })
    await importInto(house, 'east', [{ id: 'gone', title: '撤下以前的抗旱名单', body: '名单' }])
    const asked = '/suggestions?q=抗旱名单'
    expect(JSON.stringify((await door.api('east', asked)).body)).toContain('抗旱名单')
    await db.batch([
      db.prepare(
        `DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE origin_key = 'e:gone')`,
      ),
      db.prepare(`DELETE FROM published WHERE origin_key = 'e:gone'`),
    ])
    expect((await door.api('east', asked)).body).toEqual({ items: [] })
  })
})

describe('a saved search is a feed at a stable address', () => {
  const query = '?year=2026&q=%E5%86%9C%E7%94%B0%E6%B0%B4%E5%88%A9'

  test.each([
    ['/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json'],
  ])('%s with every filter, and nothing new is told in 304', async (path, type) => {
    const answer = await door.request('east', `${path}${query}`)
    expect(answer.headers.get('content-type')).toBe(type)
    const text = await answer.text()
    expect(text.match(/关于做好第\d+号农田水利工程的通知/g)).toHaveLength(12)
    expect(text).toContain('“农田水利” - 2026')
    const tag = answer.headers.get('etag') ?? ''
    const again = await door.request('east', `${path}${query}`, {
      headers: { 'if-none-match': tag },
    })
    expect(again.status).toBe(304)
  })

  test('JSON Feed says what JSON Feed 1.1 asks for', async () => {
    const { items, feed_url: self } = z
      .object({
        version: z.literal('https://jsonfeed.org/version/1.1'),
        title: z.string(),
        feed_url: z.string(),
        items: z.array(
          z.object({ id: z.url(), url: z.url(), title: z.string(), content_text: z.string() }),
        ),
      })
      .parse(await (await door.request('east', `/feed.json${query}`)).json())
    expect(items).toHaveLength(12)
    expect(self).toBe(`https://east.gov.test/feed.json${query}`)
  })

  test('the page that explains it names the three addresses; OPML names every column', async () => {
    const html = await page(`/feeds${query}`)
    expect(links(html, '/feed.')).toEqual([
      `/feed.xml${query}`,
      `/feed.atom${query}`,
      `/feed.json${query}`,
    ])
    expect(links(await page(`/search${query}`), '/feeds')).toContain(`/feeds${query}`)
    const opml = await page('/feeds.opml')
    expect(opml).toContain('xmlUrl="https://east.gov.test/feed.xml?category=plans"')
  })

  test('an unknown filter is refused', async () => {
    expect((await door.request('east', '/feed.atom?colour=red')).status).toBe(422)
  })
})

describe('does this answer you? before the application form (条例第36条第1项)', () => {
  const look = (subject: string) =>
    visit(door, 'east').post('/apply/answers', { 'request.subject': subject })

  test('shows what is public already and carries the subject on; nothing is in the address', async () => {
    const answer = await look('2026年农田水利工程有哪些')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const html = await answer.text()
    expect(html).toContain('这些已公开的信息能回答您吗？')
    expect(html).toContain('农田水利工程的通知')
    expect(html).toMatch(/name="request.subject" value="2026年农田水利工程有哪些"/)
    const form = await visit(door, 'east').post('/apply/start', {
      'request.subject': '2026年农田水利工程有哪些',
    })
    expect(await form.text()).toMatch(/<input[^>]+value="2026年农田水利工程有哪些"/)
  })

  test('everyday words and numbers find what they mean', async () => {
    expect(await (await look('低保')).text()).toContain('提高最低生活保障标准')
    expect(await (await look('东政办2026年7号全文')).text()).toContain('第7号农田水利')
  })

  test('where nothing is public the form opens at once with what was typed', async () => {
    const html = await (await look('某某村宅基地档案')).text()
    expect(html).toContain('没有查到已公开的相关信息')
    expect(html).toMatch(/<input[^>]+value="某某村宅基地档案"/)
    expect((await look('  ')).headers.get('location')).toBe('/apply')
  })
})
