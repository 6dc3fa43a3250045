import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from '../../src/domain/shared/sheet/write-xlsx.ts'
import { readAllSheets } from '../../src/domain/shared/sheet/xlsx.ts'
import { parseReportCheck } from '../../src/domain/report/input.ts'
import type { ReportTables } from '../../src/domain/report/read-tables.ts'
import { cityReport, districtReport } from '../domain/report/sample-reports.data.ts'
import { readable, visit, type Visitor } from './desk-door.ts'
import { openPortalHouse } from './portal-house.ts'
import { gridOf, separated, wordFile, workbook } from './report-check-files.ts'
import type { House } from '../support/house.ts'
import { openDoor } from '../support/http.ts'

let house: House
let citizen: Visitor
beforeAll(async () => {
  house = await openPortalHouse()
  citizen = visit(openDoor(house, { at: '2026-11-20T10:00:00+08:00' }), 'east')
})
afterAll(() => house.close())

/** The tables of a report, some of its rows replaced. */
function tablesOf(report: object, changes: Readonly<Record<string, object>> = {}): ReportTables {
  const parsed = parseReportCheck({ report }, 2026)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  const { proactive, applications, reviewLitigation } = parsed.value.report
  return {
    proactive,
    applications: { ...applications, ...changes },
    reviewLitigation,
    faults: [],
    unread: [],
  }
}

const facts = { agency: '淮安市人民政府', level: 'prefecture', year: '2024' }
const wrong = { ...cityReport.applications['granted'], total: 1360 }
const path = '/annual-reports/check'
const clean = '没有发现问题'

async function check(
  fields: Readonly<Record<string, string | File>>,
): Promise<{ status: number; html: string; text: string }> {
  const answer = await citizen.post(path, { ...facts, ...fields })
  const html = await answer.text()
  return { status: answer.status, html, text: readable(html) }
}

/** How many rows each table of the agency's database holds. */
async function rowCounts(): Promise<Record<string, number>> {
  const { db } = await house.tenant('east')
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
    )
    .all<{ name: string }>()
  const counts: Record<string, number> = {}
  for (const { name } of results) counts[name] = (await house.rows('east', name)).length
  return counts
}

/** The beginning of a file of an old office program, whose inner streams are named in UTF-16. */
function oldFile(stream: string): File {
  const name = Uint8Array.from(stream, (letter) => letter.charCodeAt(0))
  const wide = [...name].flatMap((byte) => [byte, 0])
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  return new File([Uint8Array.from([...head, ...wide, 0, 0])], 'a.doc')
}

const rowNames: Readonly<Record<string, string>> = {
  granted: '（一）予以公开',
  totalProcessed: '（七）总计',
  newReceived: '一、本年新收政府信息公开申请数量',
}

const paste = (tables: ReportTables): string =>
  gridOf(tables)
    .map((row) => row.join('\t'))
    .join('\r\n')

describe('the public checker of annual reports, without script', () => {
  test('is reached from the shelf of reports and the site map, in each of its three ways', async () => {
    for (const from of ['/annual-reports', '/site-map']) {
      expect(await (await citizen.get(from)).text()).toContain(`href="${path}"`)
    }
    for (const way of ['upload', 'paste', 'type']) {
      const page = await citizen.get(`${path}?way=${way}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('value="2025"')
    }
  })

  test.each([
    ['a workbook', (tables: ReportTables) => workbook(tables)],
    ['separated values', (tables: ReportTables) => separated(tables)],
    [
      'a Word document',
      (tables: ReportTables) => wordFile(tables, '全年受理政府信息公开申请3119件。'),
    ],
  ])('%s written by a real writer reads as it was, clean or with its fault', async (_, write) => {
    for (const report of [cityReport, districtReport]) {
      const right = await check({ way: 'upload', file: await write(tablesOf(report)) })
      const names = '已核对：表二 主动公开政府信息情况、表三 收到和处理政府信息公开申请情况、表四'
      expect(right.status).toBe(200)
      expect(right.text).toContain(names)
      if (report === cityReport) expect(right.text).toContain(clean)
    }
    const faulty = await check({
      way: 'upload',
      file: await write(tablesOf(cityReport, { granted: wrong })),
    })
    expect(faulty.text).toContain('发现 2 处错误')
    expect(faulty.text).toContain('“三、（一）予以公开”“总计” 应为 1362，填的是 1360')
    expect(faulty.html).toMatch(/<strong class="cell-wrong">1360<\/strong> <a href="#f-1">\[1\]/)
  })

  test('a pasted table is checked, with the year before beside it and the text', async () => {
    const previous = tablesOf(cityReport, {
      carriedForward: { ...cityReport.applications['carriedOver'], naturalPerson: 36, total: 36 },
    })
    const { text } = await check({
      way: 'paste',
      pasted: paste(tablesOf(cityReport)),
      previousPasted: paste({ ...previous, proactive: null }),
      text: '2024年，全市共受理政府信息公开申请3190件。',
    })
    expect(text).toContain('3 处需要说明理由')
    expect(text).toContain('应为 36，填的是 34')
    expect(text).toContain('写的是 3190')
  })

  test('E7: a cell of the year before that cannot be read is told, and its row not compared', async () => {
    const before = gridOf({ ...tablesOf(cityReport), proactive: null, reviewLitigation: null })
    const row = before.find((cells) => cells.includes('四、结转下年度继续办理'))
    row?.splice(3, 7, '34', '0', '0', '0', '0', '0', '三十四')
    const { text } = await check({
      way: 'paste',
      pasted: paste(tablesOf(cityReport)),
      previousPasted: before.map((cells) => cells.join('\t')).join('\n'),
    })
    expect(text).toContain('1 处需要说明理由')
    expect(text).toContain('表三“四、结转下年度继续办理”“总计” 填的是“三十四”，不是数字')
    const without = before.filter((cells) => cells !== row)
    const unknown = await check({
      way: 'paste',
      pasted: paste(tablesOf(cityReport)),
      previousPasted: without.map((cells) => cells.join('\t')).join('\n'),
    })
    expect(unknown.text).toContain(clean)
  })

  test('typed figures come back as they were typed: in the result, to be mended, and on an error', async () => {
    const cells = {
      'applications/newReceived/naturalPerson': '2',
      'applications/newReceived/total': '-3',
      'applications/carriedOver/total': '<b>若干',
    }
    const { html, text } = await check({ way: 'type', ...cells })
    expect(text).toContain('填的是“-3”，是负数')
    expect(text).toContain('填的是“<b>若干”，不是数字')
    expect(html).not.toContain('<b>若干')
    const pasted =
      /name="pasted" value="([^"]*)"/
        .exec(html)?.[1]
        ?.replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>') ?? ''
    const edited = await check({ way: 'paste', as: 'edit', pasted, text: '正文一句' })
    for (const [name, value] of Object.entries(cells)) {
      const shown = value.replace('<', '&lt;').replace('>', '&gt;')
      expect(edited.html).toContain(`name="${name}" aria-label=`)
      expect(edited.html).toContain(`value="${shown}"`)
    }
    const refused = await check({ way: 'type', ...cells, year: '2031' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="-3"')
    expect(refused.text).toContain('不能晚于今年')
  })

  test('E7: what cannot be read is told once, and nothing is added up with it', async () => {
    for (const place of ['granted', 'totalProcessed', 'newReceived']) {
      const grid = gridOf(tablesOf(cityReport))
      const row = grid.find((cells) => cells.includes(rowNames[place] ?? ''))
      row?.splice(3, 1, '若干')
      const pasted = grid.map((cells) => cells.join('\t')).join('\n')
      const { text } = await check({ way: 'paste', pasted })
      expect(text, place).toContain('发现 1 处错误')
      expect(text).toContain('填的是“若干”，不是数字')
    }
  })

  test('the findings are taken home as separated values or a workbook', async () => {
    const pasted = paste(tablesOf(cityReport, { granted: wrong }))
    const csv = await citizen.post(path, { ...facts, way: 'paste', pasted, as: 'csv' })
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(await csv.text()).toContain('应为 1362，填的是 1360')
    const sheet = await citizen.post(path, { ...facts, way: 'paste', pasted, as: 'xlsx' })
    const read = readAllSheets(new Uint8Array(await sheet.arrayBuffer()))
    expect(read).toMatchObject({ ok: true })
    expect(JSON.stringify(read)).toContain('应为 1362')
  })

  test('a township with 规章 is told so', async () => {
    const { text } = await check({
      way: 'paste',
      level: 'township',
      pasted: paste({ ...tablesOf(cityReport), applications: null, reviewLitigation: null }),
    })
    expect(text).toContain('县、乡镇和部门没有制定规章的权力')
    expect(text).toContain('没有填写或者没有读到，未核对：表三')
  })

  test.each([
    ['no file', {}, '请选择年报文件'],
    [
      'a picture',
      { file: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])], 'a.xlsx') },
      '图片',
    ],
    ['a file without tables', { file: new File(['甲,乙\r\n1,2\r\n'], 'a.csv') }, '没有从中读到'],
    ['a file of Word 2003', { file: oldFile('WordDocument') }, '请另存为 .docx'],
    [
      'a quotation mark in the middle',
      { file: new File(['"甲"乙,1\r\n（一）予以公开,1,0,0,0,0,0,1\r\n'], 'a.csv') },
      '第 1 行：引号的位置不对',
    ],
    ['a broken workbook', { file: new File(['PK\u0003\u0004 broken'], 'a.xlsx') }, '打不开'],
  ])('hostile: %s is refused with its reason', async (_, fields, reason) => {
    const { status, text } = await check({ way: 'upload', ...fields })
    expect([status, text]).toEqual([422, expect.stringContaining(reason)])
    expect(text).not.toContain('JSON Lines')
  })

  test('E7: a formula without its result and an error of the sheet are named, not taken for blanks', async () => {
    const bytes = writeXlsx({
      name: '表三',
      header: [
        '',
        '自然人',
        '商业企业',
        '科研机构',
        '社会公益组织',
        '法律服务机构',
        '其他',
        '总计',
      ],
      rows: [['（一）予以公开', 1, 0, 0, 0, 0, 7, 8]],
    })
    const parts = unzipSync(bytes)
    const name = Object.keys(parts).find((part) => part.includes('worksheets/'))
    const xml = new TextDecoder().decode(parts[name ?? ''])
    const changed = xml
      .replace(/<c r="H2"[^>]*><v>8<\/v><\/c>/, '<c r="H2"><f>SUM(B2:G2)</f><v></v></c>')
      .replace(/<c r="G2"[^>]*><v>7<\/v><\/c>/, '<c r="G2" t="e"><v>#REF!</v></c>')
    parts[name ?? ''] = new TextEncoder().encode(changed)
    const file = new File([new Uint8Array(zipSync(parts))], 'a.xlsx')
    const { text } = await check({ way: 'upload', file })
    expect(text).toContain('“三、（一）予以公开”“总计” 填的是公式，还没有算出结果')
    expect(text).toContain('“三、（一）予以公开”“其他” 填的是“#REF!”，不是数字')
    expect(text).not.toContain('“三、（一）予以公开”“总计” 应为')
  })

  test('nothing of what is checked is kept', async () => {
    const before = await rowCounts()
    await check({ way: 'paste', agency: '金丝雀机关', pasted: paste(tablesOf(cityReport)) })
    await check({ way: 'upload', file: workbook(tablesOf(cityReport)) })
    expect(await rowCounts()).toEqual(before)
  })
})

test('one client may check a hundred reports an hour by page', async () => {
  const door = openDoor(house, { at: '2026-11-20T10:00:00+08:00', limits: true })
  const busy = visit(door, 'east', '203.0.113.9')
  let last = 0
  for (let n = 0; n < 101; n += 1) {
    const answer = await busy.post(path, { ...facts, way: 'paste', pasted: '' })
    last = answer.status
    await answer.body?.cancel()
  }
  expect(last).toBe(429)
})
