import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { parseReportCheck } from '../../src/domain/report/input.ts'
import { readTables } from '../../src/domain/report/read-tables.ts'
import { readReportFile } from '../../src/usecases/report/read-report-file.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'
import { applications, at, attestAll, carryLetters, must } from '../usecases/report/report-house.ts'
import { gridOf, workbook } from './report-check-files.ts'
import { districtReport } from '../domain/report/sample-reports.data.ts'
import { hire, logIn, readable, tokenOf, visit, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let writer: Visitor
let head: Visitor
let office: Visitor
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  await hire(house, 'river', ['information-officer'], 'xie')
  await hire(house, 'river', ['head'], 'tou')
  await hire(house, 'east', ['head'], 'shang')
  writer = await logIn(door, 'river', 'xie')
  head = await logIn(door, 'river', 'tou')
  office = await logIn(door, 'east', 'shang')
  await attestAll(house, 'river', 2025)
  await applications(house, 'river', 'a', [
    {
      class: 'legalService',
      receivedOn: '2025-06-03',
      outcome: 'granted',
      decidedOn: '2025-06-20',
    },
  ])
})
afterAll(() => house.close())

const text = async (response: Response): Promise<string> => readable(await response.text())

test('row 44: by page without script: drafted, checked, submitted, returned, cleared', async () => {
  expect(await text(await writer.get('/desk/reports'))).toContain('还没有起草')
  const begun = await writer.post('/desk/reports', { year: '2025' })
  expect(begun.headers.get('location')).toBe('/desk/reports/2025')
  const page = await text(await writer.get('/desk/reports/2025'))
  expect(page).toContain('还没有写的部分：五、存在的主要问题及改进情况；六、其他需要报告的事项')
  expect(page).toContain('{新收申请}')
  const declined = await writer.post('/desk/reports/2025/actions/check', { version: '1' })
  expect(declined.status).toBe(409)
  expect(await text(declined)).toContain('自查没有通过')
  const prose = {
    'prose.overview': '全年新收 {新收申请} 件。<script>alert(1)</script>',
    'prose.problems': '更新不及时，已改进。',
    'prose.other': '无。',
    version: '1',
  }
  expect((await writer.post('/desk/reports/2025/actions/edit', prose)).status).toBe(303)
  const stale = await writer.post('/desk/reports/2025/actions/edit', prose)
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain('全年新收 {新收申请} 件。&lt;script&gt;')
  expect((await writer.post('/desk/reports/2025/actions/check', { version: '2' })).status).toBe(303)
  expect((await writer.post('/desk/reports/2025/actions/submit', { version: '3' })).status).toBe(
    403,
  )
  expect((await head.post('/desk/reports/2025/actions/submit', { version: '3' })).status).toBe(303)
  await carryLetters(house)
  const list = await (await office.get('/desk/received-reports?year=2025')).text()
  const letter = /received-reports\/([0-9a-z]+)"/.exec(list)?.[1] ?? ''
  expect(readable(list)).toContain('个机关已报送 1 个，已核定 0 个')
  const received = await (await office.get(`/desk/received-reports/${letter}`)).text()
  expect(received).not.toContain('<script>alert')
  expect(readable(received)).toContain('全年新收 1 件。')
  const act = (action: string, fields: Record<string, string>): Promise<Response> =>
    office.post(`/desk/received-reports/${letter}/actions/${action}`, fields)
  const silent = await act('return', { version: '1', opinion: '', remarks: '' })
  expect(silent.status).toBe(422)
  const returned = await act('return', { version: '1', remarks: '行政许可：请核对' })
  expect(returned.status).toBe(303)
  await carryLetters(house)
  const back = await (await writer.get('/desk/reports/2025')).text()
  expect(readable(back)).toContain('表二“行政许可”“本年处理决定数量”：请核对')
  expect(back).toContain('[意见1]</a></td>')
})

test('row 44: a remark on a cell is told by the cell’s name, and marked in it', async () => {
  const [row] = await house.rows('river', 'annual_report')
  const remarks = [
    { at: 'proactive/licensing/decisions', text: '请核对' },
    { at: 'applications.denied.stateSecret.total', text: '请说明' },
    { at: 'overview', text: '太短' },
  ]
  const before = String(row?.['remarks'])
  const put = async (value: string): Promise<void> => {
    const { db } = await house.tenant('river')
    await db.prepare('UPDATE annual_report SET remarks = ?').bind(value).run()
  }
  await put(JSON.stringify(remarks))
  const page = await (await writer.get('/desk/reports/2025')).text()
  await put(before)
  const shown = readable(page)
  expect(shown).toContain('表二“行政许可”“本年处理决定数量”：请核对')
  expect(shown).toContain('表三“三、（三）不予公开 1.属于国家秘密”“总计”：请说明')
  expect(shown).toContain('一、总体情况：太短')
  expect(page.match(/<a href="#remark-1">\[意见1\]<\/a><\/td>/g)).toHaveLength(1)
  expect(page.match(/<a href="#remark-2">\[意见2\]<\/a><\/td>/g)).toHaveLength(1)
})

const publicReport = z.looseObject({
  year: z.literal(2025),
  downloads: z.record(z.string(), z.string()),
  sections: z.array(z.looseObject({ text: z.string() })),
})

test('GET /annual-reports/{year}: JSON, page, Word, PDF and Excel say the same (contract)', async () => {
  const [xie, tou] = [await tokenOf(door, 'river', 'xie'), await tokenOf(door, 'river', 'tou')]
  const step = async (token: string, action: string): Promise<void> => {
    const response = await door.api('river', `/desk/reports/2025/actions/${action}`, {
      headers: { authorization: `Bearer ${token}` },
      json: {},
    })
    expect(response.status, `${action} ${JSON.stringify(response.body)}`).toBe(200)
  }
  expect((await door.api('river', '/annual-reports/2025')).status).toBe(404)
  for (const action of ['reopen', 'check']) await step(xie, action)
  await step(tou, 'submit')
  await carryLetters(house)
  const list = await (await office.get('/desk/received-reports?year=2025')).text()
  const letter = /received-reports\/([0-9a-z]+)"/.exec(list)?.[1] ?? ''
  await office.post(`/desk/received-reports/${letter}/actions/clear`, {})
  await carryLetters(house)
  await step(xie, 'prepare')
  const desk = deskOf(house, 'river', at)
  const rows = await house.rows('river', 'annual_report')
  const item = String(rows[0]?.['item_id'])
  must(await desk.edit(item, { unit: '办公室' }))
  await desk.approve(item)
  must(await desk.act(item, 'publish', people.head))

  const { status, body } = await door.api('river', '/annual-reports/2025')
  expect(status).toBe(200)
  const shown = publicReport.parse(body)
  expect(shown.sections[0]?.text).toContain('全年新收 1 件。')
  const checked = await door.api('river', '/annual-reports/check', {
    json: { report: Object.fromEntries(Object.entries(shown).filter(([key]) => key !== 'url')) },
  })
  expect(checked.body).toMatchObject({ valid: true, findings: [] })
  const citizen = visit(door, 'river')
  const page = await (await citizen.get('/annual-reports/2025')).text()
  expect(readable(page)).toContain('四、结转下年度继续办理')
  expect(page).not.toContain('<script>alert')
  expect(await text(await citizen.get('/annual-reports'))).toContain(
    '2025 年政府信息公开工作年度报告',
  )
  const parsed = parseReportCheck({ report: shown }, 2026)
  const report = parsed.ok ? parsed.value.report : null
  for (const format of ['docx', 'xlsx'] as const) {
    const file = await citizen.get(`/annual-reports/2025.${format}`)
    expect(file.headers.get('content-disposition')).toContain(`.${format}`)
    const read = await readReportFile(new Uint8Array(await file.arrayBuffer()))
    if (!read.ok) throw new Error(JSON.stringify(read.reason))
    const tables = readTables(read.rows, 2025)
    expect(tables.applications).toEqual(report?.applications)
    expect(tables.reviewLitigation).toEqual(report?.reviewLitigation)
    expect(tables.proactive).toEqual(report?.proactive)
  }
  const accepted = await door.request('river', '/api/v1/annual-reports/2025', {
    headers: { accept: 'application/pdf' },
  })
  expect(accepted.headers.get('content-type')).toBe('application/pdf')
  const html = await door.request('river', '/api/v1/annual-reports/2025.html')
  expect(html.headers.get('location')).toBe('/annual-reports/2025')
  const asked = async (path: string, accept: string): Promise<unknown[]> => {
    const given = await door.request('river', `/api/v1${path}`, { headers: { accept } })
    const type = given.headers.get('content-type')?.split(';')[0]
    return [given.status, given.headers.get('location') ?? type]
  }
  const weighed = 'text/html;q=0.5, application/json;q=0.9'
  expect(await asked('/annual-reports/2025', weighed)).toEqual([200, 'application/json'])
  expect(await asked('/annual-reports', 'application/json')).toEqual([200, 'application/json'])
  expect(await asked('/annual-reports', 'text/html')).toEqual([303, '/annual-reports'])
  expect((await door.api('river', '/annual-reports')).body).toMatchObject({
    items: [{ year: 2025, itemId: item }],
    next: null,
  })
  expect((await door.api('river', '/annual-reports/1999')).status).toBe(404)
  expect((await door.api('river', '/annual-reports/x')).status).toBe(404)
})

test('a report of an older year comes from a paste or a file, in the form that its tables are in, and nothing unreadable is taken for a blank', async () => {
  const begun = await writer.post('/desk/reports', { year: '2020', entered: 'yes' })
  expect(begun.status).toBe(303)
  const tables = parseReportCheck({ report: { ...districtReport, year: 2024 } }, 2026)
  if (!tables.ok) throw new Error(JSON.stringify(tables.refusal))
  const { proactive, applications: cases, reviewLitigation } = tables.value.report
  const given = { proactive, applications: cases, reviewLitigation, faults: [], unread: [] }
  const pasted = gridOf(given)
    .map((row) => row.join('\t'))
    .join('\n')
  const edit = (fields: Record<string, string | File>): Promise<Response> =>
    writer.post('/desk/reports/2020/actions/edit', {
      'prose.overview': '补录的年度。',
      'prose.problems': '无。',
      'prose.other': '无。',
      version: '1',
      ...fields,
    })
  const wrong = pasted.replace('（一）予以公开\t\t50', '（一）予以公开\t\t五十')
  const refused = await edit({ pasted: wrong })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(readable(page)).toContain('“三、（一）予以公开”“自然人”填的是“五十”，不是数字')
  expect(page).toContain('（一）予以公开\t\t五十')
  expect(page).toContain('补录的年度。')
  const lost = await edit({ pasted: pasted.replace('（二）部分公开', '（二）另类公开') })
  expect(await text(lost)).toContain('下列行不是统一格式里的行')
  expect((await edit({ pasted, file: new File(['PK\u0003\u0004'], 'a.xlsx') })).status).toBe(422)
  expect((await edit({ pasted: '', file: workbook(given) })).status).toBe(303)
  // Table two of the form of 2021 and （六） as one row: both stand there as they were printed.
  const kept = await (await writer.get('/desk/reports/2020')).text()
  expect(readable(kept)).toContain(
    '本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 3 0 8',
  )
  expect(readable(kept)).toContain('（六）其他处理 0 0 0 0 0 0 0 （七）总计')
  const shown = await door.api('river', '/desk/reports/2020', {
    headers: { authorization: `Bearer ${await tokenOf(door, 'river', 'xie')}` },
  })
  expect(shown.body).toMatchObject({
    work: { format: '2021', version: 2 },
    check: { blanks: [], findings: [] },
    report: { applications: cases, proactive, reviewLitigation },
  })
})

test('contract: a year whose reports are due after the last known day is refused, not an error', async () => {
  const token = await tokenOf(door, 'east', 'shang')
  const headers = { authorization: `Bearer ${token}` }
  for (const year of [2099, 2100]) {
    const { status, body } = await door.api('east', `/desk/received-reports?year=${year}`, {
      headers,
    })
    expect([year, status, body]).toMatchObject([year, 400, { code: 'invalid' }])
  }
})
