import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../src/domain/shared/actor.ts'
import { carryAll } from '../jobs/carry.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { applyByForm, hire, logIn, readable, visit, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let officer: Visitor
let there: Visitor
let number = 0

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  const all = roles.filter((role) => role !== 'admin')
  await hire(house, 'purse', all, 'officer')
  await hire(house, 'east', all, 'officer')
  officer = await logIn(door, 'purse', 'officer')
  there = await logIn(door, 'east', 'officer')
})
afterAll(() => house.close())

async function received(): Promise<{ receipt: string; secret: string }> {
  const submission = `linked-test-${(number += 1)}`
  const applied = await applyByForm(house, door, 'purse', { submission })
  await act(applied.receipt, 'confirm-receipt')
  return applied
}

async function page(path: string, who = officer): Promise<string> {
  return (await who.get(path)).text()
}

async function act(
  receipt: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const html = await page(`/desk/applications/${receipt}`)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  return officer.post(`/desk/applications/${receipt}/actions/${action}`, { ...fields, version })
}

async function statusOf(
  agency: string,
  pair: { receipt: string; secret: string },
): Promise<string> {
  return readable(await (await visit(door, agency).post('/apply/status', pair)).text())
}

test('rows 37–41: split by a form without script, one request a line; the applicant finds each part', async () => {
  const pair = await received()
  const one = await act(pair.receipt, 'split', { requests: '只有一件' })
  expect(one.status).toBe(422)
  expect(await one.text()).toContain('只有一件')
  const requests = '2024 年决算\n\n  2025 年决算  \n2026 年预算'
  expect((await act(pair.receipt, 'split', { requests })).status).toBe(303)
  const html = await page(`/desk/applications/${pair.receipt}`)
  expect(html).toContain('关联的申请')
  expect(html).toContain('<h1>2024 年决算</h1>')
  const status = await statusOf('purse', pair)
  expect(status).toContain('由同一份申请分出的各件')
  const parts = [...status.matchAll(/(SQ(?:-[0-9A-Z]{5}){4})\s+([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/g)]
  expect(parts).toHaveLength(2)
  for (const [, receipt = '', secret = ''] of parts) {
    expect(await statusOf('purse', { receipt, secret })).toContain('由同一份申请分出，单独办理')
  }
})

test('rows 37–41: the head transfers a case; the old code leads the applicant to its new place (条例第36条第五项)', async () => {
  const pair = await received()
  const { receipt } = pair
  expect(await page(`/desk/applications/${receipt}`)).toContain('移送其他机关')
  const before = house.posted.length
  const blank = await act(receipt, 'transfer', { to: 'east', basis: 'one-government' })
  expect(blank.status).toBe(422)
  const apart = { to: 'west', basis: 'one-government', reason: '属于该机关' }
  expect((await act(receipt, 'transfer', apart)).status).toBe(409)
  expect((await act(receipt, 'transfer', { ...apart, to: 'east' })).status).toBe(303)
  expect(await statusOf('purse', pair)).toContain('正在移送其他机关')
  await carryAll(house, house.posted.slice(before))
  const status = await statusOf('purse', pair)
  expect(status).toContain('这件申请已由试验市东县人民政府办理')
  const found = /回执编号 (SQ\S+)\s+查询密码 (\S+)/.exec(status)
  const moved = { receipt: found?.[1] ?? '', secret: found?.[2] ?? '' }
  expect(await statusOf('east', moved)).toContain('由其他机关移送，原编号')
  const desk = await page(`/desk/applications/${moved.receipt}`, there)
  expect(readable(desk)).toContain('由东县财政局移送，原编号')
  const letters = readable(await page('/desk/letters', there))
  expect(letters).toContain('移送政府信息公开申请')
  expect(readable(await page(`/desk/applications/${receipt}`))).toContain(
    `对方受理号 ${moved.receipt}`,
  )
  const { id } = (await house.rows('east', 'letter_in')).at(-1) ?? {}
  const letter = readable(await page(`/desk/letters/${String(id)}`, there))
  expect(letter).toContain('同一级政府的机关之间移送，收到日和期限不变')
  // An agency without the setting neither offers it nor does it.
  expect(desk).not.toContain('/actions/transfer"')
  const own = await there.post(`/desk/applications/${moved.receipt}/actions/transfer`, {
    ...apart,
    to: 'purse',
  })
  expect(own.status).toBe(409)
})

test('rows 37–41: a co-unit past its day is named in list, tab and page of the day', async () => {
  const { receipt } = await received()
  await act(receipt, 'accept')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const asked = { unit: '预算科', what: '核对', coDueOn: today }
  expect((await act(receipt, 'ask-co-unit', asked)).status).toBe(303)
  const { db } = await house.tenant('purse')
  // As it stands the day after.
  await db
    .prepare(
      `UPDATE application SET co_due = '2026-01-05', co_units = replace(co_units, ?2, '2026-01-05')
       WHERE id = ?1`,
    )
    .bind(receipt, today)
    .run()
  expect(await page(`/desk/applications/${receipt}`)).toContain('逾期未答复')
  const list = await page('/desk/applications?state=co-overdue')
  expect(list).toContain(receipt)
  expect(list).toContain('协办逾期')
  expect(readable(await page('/desk/today'))).toMatch(/协办逾期未答复的\s*1/)
  const refused = await act(receipt, 'draft', { outcome: 'granted', text: '见附件' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('还有协办科室没有答复')
  expect((await act(receipt, 'waive-co-unit', { coUnit: '1', why: '期限将到' })).status).toBe(303)
  expect((await act(receipt, 'draft', { outcome: 'granted', text: '见附件' })).status).toBe(303)
})
