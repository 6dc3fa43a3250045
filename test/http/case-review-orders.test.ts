import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryAll } from '../jobs/carry.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import {
  closedCase,
  issued,
  now,
  reviewer,
  scoreAll,
} from '../usecases/case-review/review-house.ts'
import { showReview } from '../../src/usecases/case-review/show.ts'
import { valueOf } from '../usecases/application/retention/ended-case.ts'
import { hire, logIn, readable, tokenOf, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let clerk: Visitor
let chief: Visitor
let below: Visitor
let headers: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await hire(house, 'east', ['information-officer'], 'ping')
  await hire(house, 'east', ['head'], 'zhang')
  await hire(house, 'river', ['head'], 'wang')
  clerk = await logIn(door, 'east', 'ping')
  chief = await logIn(door, 'east', 'zhang')
  below = await logIn(door, 'river', 'wang')
  headers = { authorization: `Bearer ${await tokenOf(door, 'east', 'ping')}` }
  await closedCase(house, 'river', { unit: '法规科', days: 60, name: '欧阳申请' })
})
afterAll(() => house.close())

const period = { fromDay: '2026-03-01', toDay: '2026-06-30' }
const carry = (): Promise<void> => carryAll(house, house.posted.splice(0), now)

async function page(who: Visitor, path: string): Promise<string> {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return readable(await answer.text())
}

describe('row 89: an office orders reviews by its desk (抽查下级案卷)', () => {
  test('by forms alone from the order to the notice at the agencies, with the table as a file', async () => {
    expect(await page(clerk, '/desk/case-reviews')).toContain('抽查下级案卷')
    expect(await page(below, '/desk/case-reviews')).not.toContain('抽查下级案卷')
    expect(await page(clerk, '/desk/case-review-orders')).toContain('东县财政局')
    const raw = { ...period, percent: '100', reportBy: '2026-07-31' }
    const wrong = await clerk.post('/desk/case-review-orders', raw)
    expect(wrong.status).toBe(422)
    expect(readable(await wrong.text())).toContain('被抽查机关')
    const sent = await clerk.post('/desk/case-review-orders', { ...raw, agencies: 'river' })
    expect(sent.status).toBe(303)
    const path = (sent.headers.get('location') ?? '').replace(/\?.*$/, '')
    expect(await page(clerk, path)).toContain('尚未报送')
    await carry()
    const id = path.split('/').at(-1) ?? ''
    expect(await page(below, `/desk/case-reviews/${id}`)).toContain('部署机关')
    const [order] = await house.rows('river', 'letter_in')
    expect(await page(below, `/desk/letters/${String(order?.['id'])}`)).toContain('部署案卷评查')
    const ctx = await house.ctx('river', reviewer, now)
    await scoreAll(house, 'river', valueOf(await showReview(ctx, id)))
    await issued(house, 'river', id)
    await carry()
    const ranked = await page(clerk, path)
    for (const part of ['各机关得分', '东县河湾镇人民政府', '85', 'B1 在答复期限内答复']) {
      expect(ranked).toContain(part)
    }
    expect(ranked).not.toContain('欧阳')
    const table = await clerk.get(`${path}/papers/table.xlsx`)
    expect(Object.keys(unzipSync(new Uint8Array(await table.arrayBuffer())))).toContain(
      'xl/worksheets/sheet1.xml',
    )
    expect((await clerk.get(`${path}/papers/notice.docx`)).status).toBe(404)
    const drawn = await clerk.post(`${path}/actions/draw-up`, { remarks: '限期整改。' })
    expect(drawn.status).toBe(303)
    expect((await clerk.post(`${path}/actions/approve`, {})).status).toBe(403)
    expect((await chief.post(`${path}/actions/approve`, {})).status).toBe(303)
    expect(await page(clerk, path)).toContain('案卷抽查〔2026〕1号')
    const csv = await (await clerk.get(`${path}/papers/table.csv`)).text()
    expect(csv).toContain('东县河湾镇人民政府')
    expect(await (await clerk.get(`${path}/papers/notice.txt`)).text()).toContain('共性问题')
    for (const format of ['docx', 'pdf']) {
      expect((await clerk.get(`${path}/papers/notice.${format}`)).status).toBe(200)
    }
    await carry()
    const letters = await house.rows('river', 'letter_in')
    const notice = letters.find(({ kind }) => kind === 'case-review-notice')
    expect(await page(below, `/desk/letters/${String(notice?.['id'])}`)).toContain('限期整改。')
  })

  test('the same by JSON, within the contract’s refusals', async () => {
    const json = { ...period, percent: 50, reportBy: '2026-07-31', agencies: ['hill'] }
    const early = await door.api('east', '/desk/case-review-orders', { headers, json })
    expect(early.status).toBe(400)
    const started = await door.api('east', '/desk/case-review-orders', {
      headers,
      json: { ...json, reason: '补充抽查' },
    })
    expect(started.status).toBe(201)
    const { id } = Object(started.body)
    const shown = await door.api('east', `/desk/case-review-orders/${id}`, { headers })
    expect(shown.body).toMatchObject({ reason: '补充抽查', asked: [{ agency: 'hill' }] })
    const drawn = await door.api('east', `/desk/case-review-orders/${id}/actions/draw-up`, {
      headers,
      json: {},
    })
    expect(drawn.status).toBe(409)
    const listed = await door.api('east', '/desk/case-review-orders', { headers })
    expect(JSON.stringify(listed.body)).toContain(id)
    expect((await door.api('east', '/desk/case-review-orders/x', { headers })).status).toBe(404)
  })
})
