import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeXlsx } from '../../src/domain/shared/sheet/write-xlsx.ts'
import { type House, openHouse } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { hire, logIn, readable } from './desk-door.ts'

const now = '2026-11-20T10:00:00+08:00'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await hire(house, 'east', ['handler'], 'ban')
  await hire(house, 'east', ['legal-reviewer'], 'fa')
  await hire(house, 'east', ['head'], 'tou')
})
afterAll(() => house.close())

const pageOf = (answer: Response): string =>
  (answer.headers.get('location') ?? '').replace(/\?.*/, '')
const text = async (path: string): Promise<string> =>
  readable(await (await door.request('east', path)).text())

test('rows 26–28: by the desk without script: a list is uploaded, reviewed by three, published; its guide written with a gap that the public page names', async () => {
  const unit = await logIn(door, 'east', 'ban')
  const table = writeXlsx({
    name: '清单',
    header: ['事项编码', '事项名称', '职权类别', '责任科室', '法定依据'],
    rows: [
      ['X-1', '<b>饮用水供水单位卫生许可</b>', '行政许可', '审批股', '《传染病防治法》第二十九条'],
      ['X-2', '现场检查', '行政检查', '执法股', '《环境保护法》第二十四条；某办法第三条'],
    ],
  })
  const form = { submission: 'powers-0001', reason: '首次公布', basis: '中办发〔2015〕21号' }
  const empty = await unit.post('/desk/powers/new', { ...form, 'entries.0.kind': 'added' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('href="#f-entries-0-code"')
  const file = new File([new Uint8Array(table)], '清单.xlsx')
  const made = await unit.post('/desk/powers/new', { ...form, file })
  expect(made.status).toBe(303)
  const page = pageOf(made)
  const added = await unit.post(`${page}/entries`, {
    version: '1',
    'entries.2.kind': 'added',
    'entries.2.code': 'X-3',
    'entries.2.name': '证件补发',
    'entries.2.type': 'public-service',
    'entries.2.unit': '窗口',
    'entries.2.basis': '某办法第一条\n某办法第二条',
  })
  expect(added.status).toBe(303)
  expect((await unit.post(`${page}/entries/removals`, { version: '2', at: '2' })).status).toBe(303)
  expect((await unit.post(`${page}/actions/propose`, { version: '3' })).status).toBe(303)
  const lawyer = await logIn(door, 'east', 'fa')
  const blank = await lawyer.post(`${page}/actions/check`, { version: '4', opinion: '' })
  expect(blank.status).toBe(422)
  const check = { version: '4', opinion: '合法' }
  expect((await lawyer.post(`${page}/actions/check`, check)).status).toBe(303)
  expect(await text('/powers')).not.toContain('饮用水')
  const head = await logIn(door, 'east', 'tou')
  expect((await head.post(`${page}/actions/approve`, { version: '5' })).status).toBe(303)

  const list = await (await door.request('east', '/powers')).text()
  expect(list).not.toContain('<b>饮用水')
  expect(readable(list)).toContain('《环境保护法》第二十四条；某办法第三条')
  expect(await text('/powers?day=2026-11-19')).toContain('这一天的清单上没有事项')
  expect(await text('/powers/changes?from=2026-11-19')).toContain('增加的事项（2 项）')
  expect(await text('/powers/counts')).toContain('行政检查')
  expect(await text('/services?q=卫生许可')).toContain('缺 7 项')
  const listed = await door.api('east', '/services')
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(listed.body))?.[1] ?? ''

  const desk = `/desk/services/${id}`
  expect(readable(await (await unit.get('/desk/services')).text())).toContain('未编写')
  const guide = {
    version: '0',
    'guide.conditions': '水质符合标准',
    'guide.procedure': '受理、审查、决定',
    'guide.promisedDays': '10',
    'guide.statutoryDays': '5',
    'guide.fee': 'free',
    'guide.outcome': '许可证',
    'guide.phone': '0557-12345',
    'guide.supervisionPhone': '12345',
  }
  const wrong = await unit.post(`${desk}/edit`, guide)
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('href="#f-guide-promisedDays"')
  const right = { ...guide, 'guide.statutoryDays': '20' }
  expect((await unit.post(`${desk}/edit`, right)).status).toBe(303)
  expect((await unit.post(`${desk}/actions/submit`, { version: '1' })).status).toBe(303)
  expect((await head.post(`${desk}/actions/publish`, { version: '2' })).status).toBe(303)
  const shown = await text(`/services/${id}`)
  expect(shown).toContain('以下内容尚未提供')
  expect(shown).toContain('申请材料')
  expect(shown).toContain('承诺时限：10 个工作日')
  const json = await door.api('east', `/services/${id}`)
  expect(json.body).toMatchObject({ lacking: ['materials'], promisedDays: 10 })
  for (const path of ['/desk/powers', page, desk, `${desk}/edit`, '/desk/services?part=all']) {
    expect((await unit.get(path)).status).toBe(200)
  }
})

test('rows 26, 27: what is asked wrongly is told, and the counts of the region stand as JSON', async () => {
  const bad = [
    '/powers?day=2027-01-01',
    '/powers?type=x',
    '/powers/changes?from=2026-11-20&until=2026-01-01',
  ]
  for (const path of bad) expect((await door.api('east', path)).status).toBe(400)
  const counts = await door.api('east', '/powers/counts?scope=subtree')
  expect(counts).toMatchObject({ status: 200, body: { scope: 'subtree' } })
  expect((await door.api('east', '/services/nobody')).status).toBe(404)
  const lifecycles = await door.api('east', '/lifecycles')
  expect(lifecycles.body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ entity: 'power-change' })]),
  })
})
