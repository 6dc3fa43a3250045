import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'
import { attach, hostileTitle, itemId, openPortalHouse, portalNow, titles } from './portal-house.ts'

let house: House
let door: Door
const ids = { long: '', hostile: '', repealed: '', outside: '' }

beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
  ids.long = await itemId(house, 'east', titles.long)
  ids.hostile = await itemId(house, 'east', hostileTitle)
  ids.repealed = await itemId(house, 'east', titles.repealed)
  ids.outside = await itemId(house, 'east', titles.outside)
  await attach(house, 'east', ids.long)
})

afterAll(() => house.close())

async function get(
  path: string,
  agency = 'east',
): Promise<{ status: number; html: string; headers: Headers }> {
  const response = await door.request(agency, path)
  return { status: response.status, html: await response.text(), headers: response.headers }
}

function tags(html: string): Record<string, string> {
  const found = [...html.matchAll(/<meta name="([A-Za-z]+)" content="([^"]*)"/g)]
  const mandated = found.filter(([, name]) => name !== 'viewport' && name !== 'robots')
  return Object.fromEntries(mandated.map(([, name, content]) => [name, content]))
}

const site = ['SiteName', 'SiteDomain', 'SiteIDCode']
const list = [...site, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']
const article = [...list, 'ArticleTitle', 'PubDate', 'ContentSource']

const pages: readonly (readonly [path: string, tags: readonly string[]])[] = [
  ['/', site],
  ['/guide', list],
  ['/rules', list],
  ['/catalog', list],
  ['/items', list],
  ['/items?category=normative-documents&year=2026', list],
  ['/search', list],
  ['/search?q=%E9%A5%AE%E6%B0%B4', list],
  ['/annual-reports', list],
  ['/agencies', list],
  ['/site-map', list],
  ['/accessibility', list],
  ['/leave?url=https%3A%2F%2Fexample.com%2F', list],
  ['/items/{long}', article],
  ['/items/{long}/print', article],
  ['/items/{hostile}', article],
  ['/items/{hostile}/print', article],
]

function real(path: string): string {
  return path.replace('{long}', ids.long).replace('{hostile}', ids.hostile)
}

describe('every portal page (rows 5-8; 网页设计规范)', () => {
  test.each(pages)('%s carries exactly its mandated tags, none empty', async (path, expected) => {
    const { status, html } = await get(real(path))
    expect(status).toBe(200)
    const found = tags(html)
    expect(Object.keys(found)).toEqual(expected)
    expect(Object.values(found).filter((value) => value === '')).toEqual([])
    expect(found['SiteIDCode']).toMatch(/^\d{10}$/)
  })

  test.each(pages)(
    '%s is one titled document in Chinese without inline script or style',
    async (path) => {
      const { html } = await get(real(path))
      expect(html).toMatch(/^<!DOCTYPE html><html lang="zh-CN"/)
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      expect(html.match(/<title>([^<]+)<\/title>/)?.[1]).toContain('东县')
      expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<iframe|javascript:(?!alert\(4\))/i)
      for (const [script] of html.matchAll(/<script[^>]*>[^<]*/g)) {
        expect(script).toMatch(/^<script src="\/assets\/enhance\.js\?v=[0-9a-f]{12}" defer="">$/)
      }
      expect(html).toContain('href="#main"')
      expect(html).toMatch(/<main id="main"/)
      expect(html).not.toContain('undefined')
      expect(html).not.toContain('[object')
    },
  )

  test.each(pages)('%s may be kept only if asked again, and stays under 60 KB', async (path) => {
    const { html, headers } = await get(real(path))
    expect(headers.get('cache-control')).toBe('public, no-cache')
    expect(headers.get('vary')?.toLowerCase()).toContain('cookie')
    expect(headers.get('content-security-policy')).toContain("style-src 'self'")
    expect(new TextEncoder().encode(html).length).toBeLessThan(60 * 1024)
  })
})

describe('the guide (row 5, 条例第12条)', () => {
  test.each(agencies.map(({ id }) => id))('%s shows every statutory fact', async (id) => {
    const agency = agencies.find((one) => one.id === id)
    if (agency === undefined) throw new Error(id)
    const { html } = await get('/guide', id)
    const { supervision, ...facts } = agency.guide
    for (const fact of [...Object.values(facts), ...Object.values(supervision)]) {
      expect(html).toContain(fact)
    }
    for (const word of ['20 个工作日', '行政复议', '信息处理费', '编排体系'])
      expect(html).toContain(word)
  })
})

describe('footer facts', () => {
  test('a channel inherits name, 标识码 and filings of the site it lies on (国办发〔2017〕47号)', async () => {
    const { html } = await get('/', 'hill')
    const east = agencies.find(({ id }) => id === 'east')
    expect(tags(html)).toMatchObject({
      SiteName: east?.name,
      SiteIDCode: east?.siteIdCode,
      SiteDomain: 'east.gov.test',
    })
    expect(html).toContain('href="/hill/guide"')
    expect(html).not.toMatch(/href="\/(guide|items|apply)/)
    for (const word of [
      '主办单位',
      '网站标识码',
      'ICP备案号',
      '公安备案号',
      '我为政府网站找错',
      '监督电话',
      '网站地图',
    ]) {
      expect(html).toContain(word)
    }
  })
})

describe('hostile text (CWE-79)', () => {
  test.each(['/', '/items', '/items/{hostile}', '/items/{hostile}/print', '/items/{long}'])(
    '%s shows it as typed',
    async (path) => {
      const { html } = await get(real(path))
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img')
      expect(html).not.toMatch(/href="[^"]*javascript:/i)
    },
  )

  test('a search text and a wrong filter come back as text', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script>')
    for (const path of [`/search?q=${evil}`, `/items?theme=${evil}`, `/items?${evil}=1`]) {
      const { html, status } = await get(path)
      expect(status).toBeLessThan(500)
      expect(html).not.toContain('<script>alert')
    }
  })
})

describe('document page (rows 6, 8, 24)', () => {
  test('shows the metadata in the usual order, attachments with kind and size, the tags', async () => {
    const { html } = await get(`/items/${ids.long}`)
    const labels = [...html.matchAll(/<dt>([^<]+)<\/dt>/g)].map(([, label]) => label)
    expect(labels.slice(0, 7)).toEqual([
      '索引号',
      '主题分类',
      '发布机构',
      '成文日期',
      '标题',
      '发文字号',
      '发布日期',
    ])
    expect(html).toMatch(/附件1：任务分解表\.csv<\/a><span>CSV，\d+ B/)
    const file = /href="([^"]+)" download=/.exec(html)?.[1] ?? ''
    const sent = await door.request('east', file)
    expect(sent.status).toBe(200)
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(html).toContain('href="https://www.gov.cn/zhengce/content/2026-03/02/content_1.htm"')
    expect(tags(html)).toMatchObject({ PubDate: '2026-11-12 00:00', ArticleTitle: titles.long })
    // Only its day is known: midnight is for programs.
    expect(html).toMatch(/<time datetime="2026-11-12T00:00:00\+08:00">2026-11-12<\/time>/)
    expect(html).not.toContain('class="clock"')
  })

  test('a repealed document says so above everything else', async () => {
    const { html } = await get(`/items/${ids.repealed}`)
    expect(html.indexOf('本文件已废止')).toBeLessThan(html.indexOf('<dl'))
    expect(html).toContain('本文件已废止')
  })

  test('row 24: a document repealed at the desk tells the day, the reason and what holds now', async () => {
    const desk = deskOf(house, 'west', portalNow)
    const now = await desk.publish({ title: '新的管理办法' })
    const old = await desk.publish({ title: '旧的管理办法' })
    const stated = { reason: '由新的<b>办法</b>代替', repealedOn: '2026-11-10', by: now.id }
    await desk.act(old.id, 'repeal', people.head, stated)
    const { html } = await get(`/items/${old.id}`, 'west')
    const banner = /<div class="banner">.*?<\/div>/s.exec(html)?.[0] ?? ''
    expect(banner).toContain('<time datetime="2026-11-10">')
    expect(banner).toContain('由新的&lt;b&gt;办法')
    expect(banner).toContain(`<a href="/items/${now.id}">新的管理办法</a>`)
    expect((await door.api('west', `/items/${old.id}`)).body).toMatchObject({
      validity: 'repealed',
      repeal: { on: '2026-11-10', by: { id: now.id } },
    })
  })

  test('a source outside gov.cn is reached only by way of the leave page', async () => {
    const { html } = await get(`/items/${ids.outside}`)
    expect(html).toContain(
      'href="/leave?url=https%3A%2F%2Fdata.example.com%2Faccounts%3Fyear%3D2025"',
    )
    expect(html).not.toContain('href="https://data.example.com')
  })

  test.each(['/items/nothing', '/items/nothing/print', '/nowhere'])(
    '%s is a 404 with a search box',
    async (path) => {
      const { status, html } = await get(path)
      expect(status).toBe(404)
      expect(html).toContain('没有找到')
      expect(html.match(/action="\/search"/g)).toHaveLength(2)
    },
  )

  test("another agency's document is as missing as one that never was", async () => {
    expect((await get(`/items/${ids.long}`, 'west')).status).toBe(404)
  })
})
