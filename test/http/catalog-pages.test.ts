import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guideFieldNames } from '../../src/domain/catalog/guide.ts'
import { guideLabels } from '../../src/http/ui/words/guide-fields.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { importInto } from '../usecases/item/import-files.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'
import { hire, logIn, readable, tokenOf, visit, type Visitor } from './desk-door.ts'

const now = '2026-11-20T10:00:00+08:00'
let house: House
let door: Door
let desk: Visitor
let viewer: Visitor
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await importInto(house, 'east', [
    { title: '2026年低保标准', publishedOn: '2026-11-01', column: '社会救助' },
  ])
  await hire(house, 'east', ['information-officer'])
  await hire(house, 'east', ['viewer'])
  desk = await logIn(door, 'east', 'information-officer')
  viewer = await logIn(door, 'east', 'viewer')
})
afterAll(() => house.close())

async function page(path: string, visitor = visit(door, 'east')): Promise<string> {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(200)
  return readable(await answer.text())
}

const rule = {
  system: 'review',
  title: '政府信息公开保密审查办法',
  number: '东政办〔2026〕3号',
  edition: '2026 年版',
  issuedOn: '2026-01-10',
  fromOn: '2026-02-01',
  toOn: '',
  item: '',
  seen: '0',
}

describe('row 4: the register of rules at the desk and for the public', () => {
  test('the gaps are listed first; a rule is entered, changed, ended, and the gap opens again', async () => {
    const before = await page('/desk/rules', desk)
    expect(before).toContain('还有 6 类制度')
    expect(before).toContain('还没有登记制度')
    expect(await page('/desk/rules/new?system=review', desk)).toContain('登记制度')
    const done = await desk.post('/desk/rules/new', rule)
    expect(done.status).toBe(303)
    const after = await page(done.headers.get('location') ?? '', desk)
    expect(after).toContain('还有 5 类制度')
    expect(after).toContain('施行中')
    const shown = await page('/rules')
    for (const said of ['东政办〔2026〕3号', '2026 年版', '2026-02-01']) {
      expect(shown).toContain(said)
    }
    const [row] = await house.rows('east', 'disclosure_rule')
    const path = `/desk/rules/${String(row?.['id'])}`
    const ended = await desk.post(path, { ...rule, toOn: '2026-10-31', seen: '1' })
    expect(ended.status).toBe(303)
    expect(await page('/desk/rules', desk)).toContain('还有 6 类制度')
    expect(await page('/rules')).toContain('2026-10-31')
    const late = await desk.post(path, { ...rule, title: '别人改过之后的名称', seen: '1' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('别人改过之后的名称')
  })

  test('a faulty rule comes back with what was typed; others may not, and nobody is not found', async () => {
    const faulty = await desk.post('/desk/rules/new', {
      ...rule,
      edition: '',
      fromOn: '2025-01-01',
    })
    expect(faulty.status).toBe(422)
    const text = readable(await faulty.text())
    expect(text).toContain('请填写“版本”')
    expect(text).not.toMatch(/“[a-zA-Z]+”/)
    expect((await viewer.get('/desk/rules')).status).toBe(403)
    expect((await viewer.post('/desk/rules/new', rule)).status).toBe(403)
    expect((await desk.get('/desk/rules/nobody')).status).toBe(404)
  })
})

describe('row 5: the guide renewed by form, with every version readable', () => {
  test('a blank statutory field blocks it; a new version stands on the portal, the first stays', async () => {
    const shown = await (await desk.get('/desk/guide')).text()
    const typed = Object.fromEntries(
      [...shown.matchAll(/name="(\w+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    )
    const areas = Object.fromEntries(
      [...shown.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    )
    const form = { ...typed, ...areas, note: '搬到新址' }
    for (const name of guideFieldNames) {
      const lacking = readable(
        await (await desk.post('/desk/guide', { ...form, [name]: '' })).text(),
      )
      expect(lacking).toContain(`请填写“${guideLabels[name]}”`)
    }
    const blocked = await desk.post('/desk/guide', { ...form, fax: '' })
    expect(blocked.status).toBe(422)
    expect(readable(await blocked.text())).toContain('请填写“传真号码”')
    const done = await desk.post('/desk/guide', { ...form, address: '新路 9 号' })
    expect(done.status).toBe(303)
    expect(await page('/guide')).toContain('新路 9 号')
    expect(await page('/guide/versions')).toContain('搬到新址')
    const first = await page('/guide/versions/1')
    expect(first).toContain('试验路 1 号')
    expect(first).not.toContain('新路 9 号')
    expect((await visit(door, 'east').get('/guide/versions/9')).status).toBe(404)
    for (const [n, status] of [
      ['1', 200],
      ['01', 404],
      ['1.0', 404],
      ['9', 404],
    ] as const) {
      expect((await door.api('east', `/guide/versions/${n}`)).status).toBe(status)
    }
  })
})

describe('row 5: contacts, numbers and lists for readers', () => {
  test('the front page tells whom to ask as the newest guide does', async () => {
    const text = await page('/')
    expect(text).toContain('新路 9 号')
    expect(text).not.toContain('试验路 1 号（邮政编码')
  })

  test('a number of an item that was withdrawn leads to its 410', async () => {
    const item = await deskOf(house, 'east', now).publish({ title: '将要撤回' })
    await deskOf(house, 'east', now).act(item.id, 'withdraw', people.head, { reason: '有误' })
    const reader = visit(door, 'east')
    const led = await reader.get(`/n/${item.indexNumber ?? ''}`)
    expect(led.status).toBe(301)
    const end = await reader.get(new URL(led.headers.get('location') ?? '', 'http://x').pathname)
    expect(end.status).toBe(410)
    expect(await end.text()).toContain('有误')
  })

  test('the rows of a page are taken along as CSV and XLSX; a formula in a title is text', async () => {
    await importInto(house, 'east', [
      { title: '=HYPERLINK("http://evil")', publishedOn: '2026-11-05', column: '规划计划' },
    ])
    const list = await (await visit(door, 'east').get('/items?category=plans')).text()
    expect(list).toContain('href="/items/list.csv?category=plans"')
    const csv = await visit(door, 'east').get('/items/list.csv?category=plans')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    const text = await csv.text()
    expect(text).toContain('索引号,标题')
    expect(text).toContain("'=HYPERLINK")
    expect(text).not.toContain('2026年低保标准')
    const xlsx = await visit(door, 'east').get('/items/list.xlsx?category=plans')
    expect(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2))).toBe('PK')
    expect((await visit(door, 'east').get('/items/list.csv?year=abc')).status).toBe(422)
  })
})

describe('row 6: the examination tells entries and files apart', () => {
  test('on the page and by JSON', async () => {
    expect(await page('/desk/catalog', desk)).toMatch(/目录 \d+ 条，附件 0 份/)
    const headers = {
      authorization: `Bearer ${await tokenOf(door, 'east', 'information-officer')}`,
    }
    expect(await door.api('east', '/desk/catalog/files', { headers })).toMatchObject({
      status: 200,
      body: { files: 0 },
    })
  })
})

describe('rows 5, 32: cards and the standard catalogue on the portal', () => {
  test('a card stands on the portal until its last day', async () => {
    const card = { kind: 'leader', name: '张三', post: '县长', duties: '主持工作', place: '1' }
    const sent = { ...card, fromOn: '2026-01-01', toOn: '', seen: '0' }
    expect((await desk.post('/desk/institution/new', sent)).status).toBe(303)
    expect(await page('/institution')).toContain('主持工作')
    const [row] = await house.rows('east', 'institution_card')
    const path = `/desk/institution/${String(row?.['id'])}`
    expect((await desk.post(path, { ...sent, toOn: '2026-11-19', seen: '1' })).status).toBe(303)
    expect(await page('/institution')).not.toContain('主持工作')
    expect(await page('/desk/institution', desk)).toContain('2026-11-19')
  })

  test('fields and matters with their elements; an item filed by hand stands under its matter', async () => {
    expect(await page('/standard-catalog')).toContain('社会救助')
    const [item] = await house.rows('east', 'published')
    const done = await desk.post('/desk/standard-catalog/filing', {
      item: String(item?.['id']),
      matters: 'SC001',
    })
    expect(done.status).toBe(303)
    expect(await page('/standard-catalog')).toContain('2026年低保标准')
    expect(await page('/desk/standard-catalog', desk)).toContain('社会救助')
    expect(await page('/standard-catalog', visit(door, 'pref'))).toContain('没有适用的事项')
  })

  test.each(['/', '/guide', '/site-map'])('%s leads to each of them', async (from) => {
    const html = await (await visit(door, 'east').get(from)).text()
    for (const path of [
      '/standard-catalog',
      '/institution',
      '/procedure',
      '/norms',
      '/clarifications',
      '/services',
      '/powers',
      '/topics',
    ]) {
      expect(html).toContain(`href="${path}"`)
    }
  })
})
