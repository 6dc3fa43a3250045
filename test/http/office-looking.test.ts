import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCsv } from '../../src/domain/shared/sheet/csv.ts'
import { readAllSheets } from '../../src/domain/shared/sheet/xlsx.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { at, fillRegisters } from '../usecases/statistics/office-house.ts'
import { hire, logIn, readable, visit, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let office: Visitor
beforeAll(async () => {
  house = await openHouse()
  await fillRegisters(house, { pref: 20, east: 40, west: 40, river: 30, purse: 20 })
  door = openDoor(house, { at })
  await hire(house, 'pref', ['statistician'], 'tong')
  await hire(house, 'river', ['head'], 'tou')
  office = await logIn(door, 'pref', 'tong')
})
afterAll(() => house.close())

const pages = {
  tree: '/desk/office/tree?period=2026',
  ranking: '/desk/office/ranking?period=2026&who=each',
  comparison: '/desk/office/comparison?period=2026&agency=east&agency=west',
  heat: '/desk/office/heat?period=2026',
  groups: '/desk/office/heat?period=2026&by=groups',
  statistics: '/desk/office?period=2026&scope=subtree&part=course',
} as const

/** The address behind the first link of a page whose address has all of some parts. */
function linkIn(page: string, ...parts: string[]): string {
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  )
  const found = links.find((href) => parts.every((part) => href.includes(part)))
  if (found === undefined) throw new Error(`no link with ${parts.join(' ')}`)
  return found
}

test('rows 68, 69: from a number of the prefecture through its agencies to the records of one', async () => {
  const top = await (await office.get('/desk/office?period=2026&scope=subtree')).text()
  const figure = 'figure=applications.newReceived.total'
  const whole = await (await office.get(linkIn(top, '/desk/office/figure', figure))).text()
  expect(whole).toContain('收到日在本期内的申请件数')
  const east = await (await office.get(linkIn(whole, figure, 'under=east'))).text()
  const river = linkIn(east, 'river.gov.test', figure)
  expect(river).toContain('https://river.gov.test/statistics/figure?')
  const { pathname, search } = new URL(river)
  const open = await (await visit(door, 'river').get(pathname + search)).text()
  expect(open).toContain('办件记录由本机关保管')
  expect(open).not.toContain('第0件')
  const records = linkIn(open, '/desk/applications?row=newReceived')
  expect((await visit(door, 'river').get(records)).status).toBe(303)
  const head = await logIn(door, 'river', 'tou')
  const list = await (await head.get(records)).text()
  expect(list).toContain('2026年，新收申请')
  expect(list).toContain('/desk/applications/SQ')
})

test('rows 68, 69: the published items of a period open to everybody, an empty period says so, no period is refused', async () => {
  const visitor = visit(door, 'river')
  const open = await (await visitor.get('/statistics/items?period=2026')).text()
  expect(open).toContain('2026年公开的信息')
  expect(open).toContain('共 0 条')
  expect((await visitor.get('/statistics/items?period=2026-13')).status).toBe(422)
})

test('every number of table three that is not zero is a link', async () => {
  const page = await (await office.get('/desk/office?period=2026&scope=own')).text()
  const table = /<table class="table table-report">.*?<\/table>/su.exec(page)?.[0] ?? ''
  const cells = [...table.matchAll(/<td class="c-number"[^>]*>(.*?)<\/td>/gsu)].map(
    ([, cell]) => cell ?? '',
  )
  expect(cells).toHaveLength(25 * 7)
  for (const cell of cells)
    expect(cell).toMatch(/^(?:0|<a href="\/desk\/office\/figure[^"]+">-?\d+<\/a>)$/u)
})

test('a ranking in which every agency has 0 says so instead of drawing empty bars', async () => {
  const path = '/desk/office/ranking?period=2026&who=each'
  const flat = await (await office.get(`${path}&figure=reviewLitigation.review.corrected`)).text()
  expect(flat).toContain('各项都是 0，不画图')
  expect(flat).not.toContain('rank-bar')
  expect(await (await office.get(path)).text()).toContain('rank-bar')
})

test('row 68: whoever is ranked, listed or handed out by a sum stands with how many of its agencies reported', async () => {
  const path = '/desk/office/ranking?period=2026&who=whole'
  expect(readable(await (await office.get(path)).text())).toMatch(/试验市东县人民政府\s*\d+\s*3\/4/)
  const csv = async (asked: string): Promise<string> => (await office.get(`${asked}&as=csv`)).text()
  expect(await csv(path)).toMatch(/1,试验市东县人民政府,\d+,3\/4\r\n/)
  const own = '/desk/office?period=2026&scope=subtree'
  expect(readable(await (await office.get(own)).text())).toMatch(/试验市东县人民政府\s*4\s*3\/4/)
  expect(await csv(`${own}&part=children`)).toMatch(/试验市东县人民政府,4,3\/4,/)
  expect(await csv(`${own}&part=tables`)).toMatch(/新收申请,\d+,件,5\/6\r\n/)
})

test('同比 and 环比 go out as figures that a spreadsheet can count with', async () => {
  const path = '/desk/office/comparison?period=2026-03&agency=east&agency=hill&as=csv'
  const text = await (await office.get(path)).text()
  expect(text).toContain('本期报送,3/4,未报送\r\n')
  expect(text).toMatch(/环比增减,-?\d+,无法比较\r\n环比增长率（%）,-?\d+\.\d,无法比较\r\n/)
  expect(text).not.toContain("'-")
})

test('a group of results in the heat table opens the very number that stands in its cell', async () => {
  const page = await (await office.get('/desk/office/heat?period=2026&by=groups')).text()
  const cell = /href="(?<href>[^"]*applications\.notProcessed\.total[^"]*)">(?<n>\d+)</u.exec(
    page,
  )?.groups
  const opened = await office.get((cell?.['href'] ?? '').replaceAll('&amp;', '&'))
  expect(await opened.text()).toContain(`<dd>${cell?.['n'] ?? ''} 件</dd>`)
})

test.each(Object.entries(pages))(
  '%s goes out as CSV and as a workbook with the same table, named by agency and period',
  async (name, path) => {
    const page = await office.get(path)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const csv = await office.get(`${path}&as=csv`)
    const text = await csv.text()
    const bytes = new Uint8Array(await (await office.get(`${path}&as=csv`)).arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    expect(decodeURIComponent(csv.headers.get('content-disposition') ?? '')).toMatch(
      name === 'tree' ? /试验市人民政府机关树（2026年）\.csv/ : /试验市人民政府.*2026年.*\.csv/,
    )
    const rows = readCsv(text.replace(/^\uFEFF/, ''))
    const book = await office.get(`${path}&as=xlsx`)
    const sheets = readAllSheets(new Uint8Array(await book.arrayBuffer()))
    expect({ rows, sheets }).toMatchObject({ rows: { ok: true }, sheets: { ok: true } })
    const written = JSON.stringify(sheets)
    for (const cell of rows.ok ? (rows.records[1]?.cells ?? []) : [])
      expect(written).toContain(cell)
  },
)

test('the official tables go out as a workbook of three forms, on the portal as at the desk', async () => {
  const visitor = visit(door, 'east')
  const open = await visitor.get('/statistics?period=2026&scope=subtree')
  expect(await open.text()).toContain('part=tables&amp;as=xlsx')
  const book = await visitor.get('/statistics?period=2026&scope=subtree&as=xlsx')
  expect(decodeURIComponent(book.headers.get('content-disposition') ?? '')).toContain(
    '试验市东县人民政府数据统计（2026年，本级及下级）.xlsx',
  )
  const sheets = JSON.stringify(readAllSheets(new Uint8Array(await book.arrayBuffer())))
  for (const word of ['表二', '表三', '表四', '一、本年新收政府信息公开申请数量']) {
    expect(sheets).toContain(word)
  }
  const csv = await (await visitor.get('/statistics?period=2026&as=csv')).text()
  expect(csv).toContain('试验市东县人民政府,2026年,表三,新收申请,')
})

test('an office opens nothing beside or above it', async () => {
  await hire(house, 'east', ['statistician'], 'tong')
  const east = await logIn(door, 'east', 'tong')
  for (const way of ['figure?figure=items.all.published&', 'tree?']) {
    expect((await east.get(`/desk/office/${way}under=west`)).status).toBe(404)
    expect((await east.get(`/desk/office/${way}under=pref`)).status).toBe(404)
  }
  expect((await east.get('/desk/office/figure?figure=a.b.c')).status).toBe(422)
})
