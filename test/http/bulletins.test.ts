import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { carryAll } from '../jobs/carry.ts'
import {
  answered,
  at,
  generate,
  happened,
  published,
  q3,
  report,
} from '../usecases/report/bulletin-house.ts'
import { hire, logIn, readable, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let writer: Visitor
let head: Visitor
let below: Visitor
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  await happened(house, 'river', [
    ...answered('r', '2026-08-10', [true, false]),
    ...published('ri', '2026-08-08', 3),
  ])
  await report(house, at, 'river', 'purse', 'east')
  await generate(house, 'east')
  await hire(house, 'east', ['information-officer'], 'xie')
  await hire(house, 'east', ['head'], 'tou')
  await hire(house, 'river', ['information-officer'], 'zhen')
  writer = await logIn(door, 'east', 'xie')
  head = await logIn(door, 'east', 'tou')
  below = await logIn(door, 'river', 'zhen')
})
afterAll(() => house.close())

const page = `/desk/bulletins/${q3}`
const text = async (response: Response): Promise<string> => readable(await response.text())

test('row 66: the list tells what there is, when the next is made and what waits', async () => {
  const list = await text(await writer.get('/desk/bulletins'))
  expect(list).toContain('2026年第三季度')
  expect(list).toContain('2026年第四季度，2027-01-15 生成')
  const one = await text(await writer.get('/desk/bulletins?kind=half-year-assessment&year=2026'))
  expect(one).toContain('2026年上半年')
  expect(await text(await writer.get('/desk/bulletins?year=2020'))).toContain('这一年还没有简报')
  expect((await writer.get('/desk/bulletins?kind=nothing')).status).toBe(422)
  expect((await writer.get('/desk/bulletins/nothing')).status).toBe(404)
})

test('row 66: by page without script: text, ledger, check, approval by another, issue', async () => {
  const html = await (await head.get(page)).text()
  expect(html).toContain('/desk/office/figure?figure=items.all.published')
  expect(readable(html)).toContain('依申请公开逾期答复 1 件（按时 1 件，答复 2 件）')
  const act = (who: Visitor, action: string, fields: Record<string, string>): Promise<Response> =>
    who.post(`${page}/actions/${action}`, fields)
  const wrong = await act(writer, 'edit', { version: '1', 'prose.overview': '公开 {没有}' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('公开 {没有}')
  const edit = { version: '1', 'prose.overview': '公开 {主动公开信息} 条。<script>1</script>' }
  expect((await act(writer, 'edit', edit)).status).toBe(303)
  expect((await act(writer, 'edit', edit)).status).toBe(409)
  const shown = await (await writer.get(page)).text()
  expect(shown).not.toContain('<script>1')
  expect(readable(shown)).toContain('公开 3 条。')
  const add = await writer.post(`${page}/findings`, { agency: 'purse', what: '', dueOn: '' })
  expect(add.status).toBe(422)
  const found = { agency: 'purse', what: '公开栏没有更换', proof: '检查记录', dueOn: '2026-12-01' }
  expect((await writer.post(`${page}/findings`, found)).status).toBe(303)
  expect((await act(writer, 'check', { version: '2' })).status).toBe(303)
  expect((await act(writer, 'approve', { version: '3' })).status).toBe(403)
  expect((await act(head, 'approve', { version: '3' })).status).toBe(303)
  expect((await act(head, 'issue', { version: '4' })).status).toBe(422)
  expect((await act(head, 'issue', { version: '4', ways: 'sent-down' })).status).toBe(303)
  expect(await text(await head.get(page))).toContain('通报〔2026〕1号')
  await carryAll(house, house.posted.splice(0), at)
})

test('row 66: the agency below reads it, answers, and the office confirms', async () => {
  const list = await (await below.get('/desk/received-bulletins')).text()
  expect(readable(list)).toContain('逾期答复 1 件')
  expect(readable(list)).not.toContain('公开栏没有更换')
  const letter = /received-bulletins\/([0-9a-z]+)"/.exec(list)?.[1] ?? ''
  const opened = await (await below.get(`/desk/letters/${letter}`)).text()
  expect(opened).toContain(`/desk/received-bulletins/${letter}`)
  const received = await text(await below.get(`/desk/received-bulletins/${letter}`))
  expect(received).toContain('公开 3 条。')
  const rows = await house.rows('river', 'received_finding')
  const finding = rows.find(({ what }) => String(what).includes('逾期'))
  const address = `/desk/received-findings/east.${String(finding?.['id'])}/answer`
  expect((await below.post(address, { text: '', version: '1' })).status).toBe(422)
  expect((await below.post(address, { text: '已经整改', version: '1' })).status).toBe(303)
  await carryAll(house, house.posted.splice(0), at)
  const ledger = `${page}/findings/${String(finding?.['id'])}`
  expect(await text(await head.get(page))).toContain('已经整改')
  expect((await head.post(ledger, { step: 'leave-open' })).status).toBe(422)
  expect((await head.post(ledger, { step: 'close', text: '核实' })).status).toBe(303)
  await carryAll(house, house.posted.splice(0), at)
  expect(await text(await below.get('/desk/received-bulletins'))).toContain('已销号')
})

test.each([
  ['bulletin.docx', 'PK'],
  ['bulletin.pdf', '%PDF'],
  ['bulletin.txt', '\u{feff}试验市东县'],
  ['figures.csv', '\u{feff}指标'],
  ['agencies.xlsx', 'PK'],
  ['findings.csv', '\u{feff}责任机关'],
])('row 66: %s goes out as a file', async (name, start) => {
  const file = await head.get(`${page}/papers/${name}`)
  expect(file.status).toBe(200)
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).startsWith(start)).toBe(true)
  expect((await head.get(`${page}/papers/nothing.exe`)).status).toBe(404)
})
