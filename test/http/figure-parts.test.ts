import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { commit } from '../../src/store/commit.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { attestFigures } from '../../src/usecases/statistics/attest-figures.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { hire, logIn, readable, visit, type Visitor } from './desk-door.ts'

const now = '2026-11-20T10:00:00+08:00'
const rate = 'indicators.applications.timely-rate'

let house: House
let door: Door
let east: Visitor
let pref: Visitor
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await hire(house, 'east', ['statistician', 'head'], 'tong')
  await hire(house, 'pref', ['statistician'], 'tong')
  const ctx = await house.ctx('east', officer('statistician'), now)
  await commit(ctx, {
    events: [true, true, false].map((timely, n) => ({
      entity: 'application',
      entityId: `a${n}`,
      seq: 1,
      kind: 'application.replied' as const,
      data: { class: 'naturalPerson', outcome: 'granted', decidedOn: '2026-10-08', timely },
    })),
    statements: [],
  })
  const figures = [
    { indicator: 'tips.accepted', value: 32, version: 0 },
    { indicator: 'tips.closed', value: 30, version: 0 },
    { indicator: 'relief.amount', value: '1234.50', version: 0 },
  ]
  await attestFigures(ctx, '2026-10', { figures })
  await syncAgency(await house.tenant('east'), house.regionCtx(now))
  east = await logIn(door, 'east', 'tong')
  pref = await logIn(door, 'pref', 'tong')
})
afterAll(() => house.close())

const textOf = async (page: Response): Promise<string> => readable(await page.text())

test('rows 43, 57: the interface shows of a rate its rounding and where each of its parts opens', async () => {
  const { body } = await door.api('east', '/indicators?period=2026-10')
  const shape = z.object({ items: z.array(z.looseObject({ pack: z.string(), code: z.string() })) })
  const { items } = shape.parse(body)
  const of = (pack: string, code: string) =>
    items.find((one) => one.pack === pack && one.code === code)
  const at = (figure: string): string =>
    `https://east.gov.test/statistics/figure?figure=${figure}&period=2026-10&scope=own`
  expect(of('applications', 'timely-rate')).toMatchObject({
    value: 66.67,
    numerator: 2,
    denominator: 3,
    formula: '按时答复 ÷ 记有是否按时的答复',
    rounding: '×100%，四舍五入保留两位小数',
    opens: {
      value: null,
      numerator: at(`${rate}.numerator`),
      denominator: at(`${rate}.denominator`),
    },
  })
  expect(of('applications', 'received')).toMatchObject({
    rounding: null,
    opens: { value: at('applications.newReceived.total'), numerator: null, denominator: null },
  })
  expect(of('monthly-form', '09')).toMatchObject({
    opens: { value: null, numerator: null, denominator: null },
  })
})

test('rows 43, 57: at the desk each part of a rate is a link that ends at its records, with formula and rounding', async () => {
  const page = await (await east.get('/desk/indicators?period=2026-10')).text()
  for (const [part, value, row] of [
    ['numerator', '2', 'timely'],
    ['denominator', '3', 'timed'],
  ] as const) {
    const href = `/desk/office/figure?figure=${rate}.${part}&period=2026-10&scope=own`
    expect(page).toContain(`<a href="${href.replaceAll('&', '&amp;')}">${value}</a>`)
    const figure = await (await east.get(href)).text()
    const text = readable(figure)
    expect(text).toContain(
      '按时办结率 ＝ 按时答复 ÷ 记有是否按时的答复（×100%，四舍五入保留两位小数）',
    )
    expect(text).toContain(`${value} 件`)
    const other = part === 'numerator' ? 'denominator' : 'numerator'
    expect(figure).toContain(`figure=${rate}.${other}&amp;period=2026-10&amp;scope=own`)
    expect(figure).toContain(`/desk/applications?row=${row}&amp;period=2026-10`)
  }
})

test('row 68: a part of a rate opens from the office above to the agencies and on to their own site', async () => {
  const href = `/desk/office/figure?figure=${rate}.numerator&period=2026&scope=subtree`
  const page = await (await pref.get(href)).text()
  expect(page).toMatch(new RegExp(`figure=${rate}.numerator&amp;period=2026&amp;scope=own">2</a>`))
  const open = await visit(door, 'east').get(
    `/statistics/figure?figure=${rate}.numerator&period=2026&scope=own`,
  )
  expect(open.status).toBe(200)
  expect(await textOf(open)).toContain('按时办结率：分子（按时答复）')
})

test('what is entered by hand opens to its entries for those who watch figures, and to nobody else', async () => {
  const tips = 'indicators.counters.tips-rate.denominator'
  const here = await (
    await east.get(`/desk/office/figure?figure=${tips}&period=2026-Q4&scope=own`)
  ).text()
  expect(readable(here)).toContain('投诉举报办结率：分母（受理）')
  expect(here).toContain('/desk/figures?period=2026-10')
  const money = 'indicators.counters.relief.amount.value'
  const relief = await east.get(`/desk/office/figure?figure=${money}&period=2026&scope=own`)
  expect(await textOf(relief)).toContain('1,234.50 元')
  const above = await (await pref.get(`/desk/office/figure?figure=${tips}&period=2026`)).text()
  expect(above).toContain('under=east')
  expect(above).not.toContain('/statistics/figure?figure=indicators.counters')
  for (const key of [tips, money]) {
    const path = `/statistics/figure?figure=${key}&period=2026-10&scope=own`
    expect((await visit(door, 'east').get(path)).status).toBe(422)
    expect((await east.get(path)).status).toBe(422)
  }
})

test('a count by time is asked for together with its period, and not beside another list', async () => {
  for (const asked of [
    'row=timely',
    'row=timely&period=2026&state=done',
    'row=late&period=2026&colour=red',
  ]) {
    expect((await east.get(`/desk/applications?${asked}`)).status, asked).toBe(422)
  }
  expect((await east.get('/desk/applications?row=timely&period=2026')).status).toBe(200)
})
