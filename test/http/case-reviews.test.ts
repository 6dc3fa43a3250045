import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { closedCase, now } from '../usecases/case-review/review-house.ts'
import { hire, logIn, readable, tokenOf, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let clerk: Visitor
let chief: Visitor
let headers: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await hire(house, 'east', ['information-officer'], 'ping')
  await hire(house, 'east', ['head'], 'zhang')
  clerk = await logIn(door, 'east', 'ping')
  chief = await logIn(door, 'east', 'zhang')
  headers = { authorization: `Bearer ${await tokenOf(door, 'east', 'ping')}` }
  await closedCase(house, 'east', { unit: '法规科', days: 60, name: '欧阳申请' })
  await closedCase(house, 'east', { unit: '规划科', name: '欧阳申请' })
})
afterAll(() => house.close())

const period = { fromDay: '2026-03-01', toDay: '2026-06-30' }

async function page(who: Visitor, path: string): Promise<string> {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return readable(await answer.text())
}

describe('row 89: the review of closed cases on the desk (案卷评查)', () => {
  test('by forms alone from the draw to the notice: faults stay in the form, the notice names no applicant', async () => {
    expect(await page(clerk, '/desk/applications?state=done')).toContain('案卷评查')
    expect(await page(clerk, '/desk/case-reviews')).toContain('还没有评查')
    const wrong = await clerk.post('/desk/case-reviews', { ...period, size: '' })
    expect(wrong.status).toBe(422)
    expect(readable(await wrong.text())).toContain('抽取件数')
    const sent = await clerk.post('/desk/case-reviews', { ...period, percent: '100' })
    expect(sent.status).toBe(303)
    const path = (sent.headers.get('location') ?? '').replace(/\?.*$/, '')
    const review = await page(clerk, path)
    for (const part of ['随机种子', '总体的 SHA-256 值', '法规科', '规划科', '0 / 2 件']) {
      expect(review).toContain(part)
    }
    expect(review).not.toContain('欧阳')
    const late = review.indexOf('法规科') < review.indexOf('规划科') ? 1 : 2
    const sheet = `${path}/sheets/${late}`
    expect(await page(clerk, sheet)).toContain('答复期限届满日为')
    const bad = { 'B1.points': '0', 'C1.points': '30', version: '1' }
    const declined = await clerk.post(`${sheet}/actions/save`, bad)
    expect(declined.status).toBe(422)
    const faults = readable(await declined.text())
    expect(faults).toContain('B1：')
    expect(faults).toContain('C1：')
    for (const n of [1, 2]) {
      const save = { 'A1.points': '0', version: '1' }
      expect((await clerk.post(`${path}/sheets/${n}/actions/save`, save)).status).toBe(303)
      const finish = await clerk.post(`${path}/sheets/${n}/actions/finish`, { version: '2' })
      expect(finish.status).toBe(303)
    }
    expect(await page(clerk, path)).toContain('92.5')
    const drawn = await clerk.post(`${path}/actions/draw-up`, { remarks: '请对照整改。' })
    expect(drawn.status).toBe(303)
    const own = await clerk.post(`${path}/actions/approve`, {})
    expect(own.status).toBe(403)
    expect((await chief.post(`${path}/actions/approve`, {})).status).toBe(303)
    expect(await page(chief, path)).toContain('案卷评查〔2026〕1号')
    const text = await (await chief.get(`${path}/notices/notice.txt`)).text()
    expect(text).toContain('请对照整改。')
    expect(text).not.toMatch(/欧阳|13800001234/)
    const pdf = await chief.get(`${path}/notices/notice.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const docx = await chief.get(`${path}/notices/notice.docx`)
    const files = unzipSync(new Uint8Array(await docx.arrayBuffer()))
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain(
      '案卷评查情况的通报',
    )
    expect((await chief.get(`${path}/notices/other.pdf`)).status).toBe(404)
    expect(await page(clerk, '/desk/case-reviews')).toContain('已印发')
  })

  test('the same by JSON, within the contract’s refusals', async () => {
    const started = await door.api('east', '/desk/case-reviews', {
      headers,
      json: { ...period, size: 1, reason: '群众反映有遗漏，扩大抽查' },
    })
    expect(started.status).toBe(201)
    expect(started.body).toMatchObject({ size: 1, population: 2, state: 'open' })
    const { id } = Object(started.body)
    const path = `/desk/case-reviews/${id}`
    const saved = await door.api('east', `${path}/sheets/1/actions/save`, {
      headers,
      json: { rows: [{ code: 'C1', points: 2, reason: '漏答一项', record: 'reply' }], version: 1 },
    })
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({ version: 2, reviewer: '试用ping' })
    const stale = await door.api('east', `${path}/sheets/1/actions/finish`, {
      headers,
      json: { version: 1 },
    })
    expect(stale.status).toBe(409)
    const early = await door.api('east', `${path}/actions/draw-up`, { headers, json: {} })
    expect(early.status).toBe(409)
    expect((await door.api('east', `${path}/sheets/9`, { headers })).status).toBe(404)
    const listed = await door.api('east', '/desk/case-reviews', { headers })
    expect(JSON.stringify(listed.body)).toContain(id)
  })
})
