import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDoor, type Door } from '../support/http.ts'
import type { House } from '../support/house.ts'
import { hire, logIn, readable, tokenOf, type Visitor } from './desk-door.ts'
import { openPortalHouse, portalNow } from './portal-house.ts'

let house: House
let door: Door
let clerk: Visitor
let viewer: Visitor
let headers: Record<string, string>
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
  await hire(house, 'east', ['information-officer'], 'xie')
  await hire(house, 'east', ['viewer'], 'kan')
  clerk = await logIn(door, 'east', 'xie')
  viewer = await logIn(door, 'east', 'kan')
  headers = { authorization: `Bearer ${await tokenOf(door, 'east', 'xie')}` }
})
afterAll(() => house.close())

const proof = '监测报告第 12 号'
const checks = '/desk/self-inspection/checks'

async function page(path: string, who = clerk): Promise<string> {
  const answer = await who.get(path)
  expect(answer.status).toBe(200)
  return readable(await answer.text())
}

describe('row 71: the self-inspection on the desk', () => {
  test('every rule with what it asks, where it stands in word beside colour, and how many days are left', async () => {
    const text = await page('/desk/self-inspection')
    for (const part of [
      '单项否决指标',
      '扣分指标',
      '首页更新',
      '待核查',
      '红 纠错',
      '国办秘函〔2019〕19号',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toMatch(/还有 \d+ 天/)
    expect(text).toMatch(/202\d-\d\d-\d\d触发/)
    expect(await page('/desk/today')).toContain('已触发的检查指标')
  })

  test('what is recorded by form stands there with its proof; a mistake is struck out and seen', async () => {
    const wrong = await clerk.post(`${checks}/V1`, {
      checkedOn: '2026-11-19',
      tries: '20',
      failed: '0',
      proof,
    })
    expect(wrong.status).toBe(422)
    expect(readable(await wrong.text())).toContain('访问总次数')
    const right = { checkedOn: '2026-11-19', tries: '200', failed: '1', proof }
    expect((await clerk.post(`${checks}/V1`, right)).status).toBe(303)
    const listed = await page(`${checks}/V1`)
    expect(listed).toContain(proof)
    expect(listed).toContain('有效到 2026-12-20')
    expect(await page('/desk/self-inspection')).toContain('0.5%，达到 5% 即触发')
    const [row] = await house.rows('east', 'self_check')
    const struck = await clerk.post(`${checks}/V1/struck`, { record: String(row?.['id']) })
    expect(struck.status).toBe(303)
    expect(await page(`${checks}/V1`)).toContain('已划除')
  })

  test('where there is nothing of the kind the rule does not apply; a question is answered later', async () => {
    const none = { absent: '1', checkedOn: '2026-11-19', proof, object: '', lastOn: '' }
    expect((await clerk.post(`${checks}/N1`, none)).status).toBe(303)
    expect(await page('/desk/self-inspection')).toContain('不涉及')
    const asked = { object: '怎样办证', checkedOn: '2026-11-18', proof, replyOn: '' }
    expect((await clerk.post(`${checks}/D2`, asked)).status).toBe(303)
    expect(await page('/desk/self-inspection')).toMatch(/还有 \d 个工作日/)
    const rows = await house.rows('east', 'self_check')
    const { id } = rows.find(({ rule }) => rule === 'D2') ?? {}
    const form = await (await clerk.get(`${checks}/D2?of=${String(id)}`)).text()
    expect(form).toContain('value="怎样办证"')
    expect(form).toContain('value="2026-11-18"')
    expect((await clerk.post(`${checks}/D2`, { ...asked, replyOn: '2026-11-19' })).status).toBe(303)
    expect(await page('/desk/self-inspection')).not.toMatch(/还有 \d 个工作日/)
  })

  test('who only looks records nothing; a rule that needs no record has no form', async () => {
    expect(await page('/desk/self-inspection', viewer)).toContain('核查记录')
    expect(await page(`${checks}/V1`, viewer)).not.toContain('type="submit">登记')
    const done = await viewer.post(`${checks}/V1`, { checkedOn: '2026-11-19', proof })
    expect(done.status).toBe(403)
    expect((await clerk.get(`${checks}/V2`)).status).toBe(404)
    expect((await clerk.get(`${checks}/nothing`)).status).toBe(404)
  })

  test('the table goes out in the form that ministries publish, as CSV and as a workbook', async () => {
    const csv = await (await clerk.get('/desk/self-inspection?format=csv')).text()
    expect(csv.split('\r\n')[0]?.replace('\uFEFF', '')).toBe('指标,评分细则,检查情况,扣分')
    expect(csv).toContain('单项否决指标：首页更新')
    expect(csv).toContain('结论')
    const workbook = await clerk.get('/desk/self-inspection?format=xlsx')
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
  })

  test('by JSON the same, evidence with addresses; a record is made and struck out', async () => {
    const { status, body } = await door.api('east', '/desk/self-inspection', { headers })
    expect(status).toBe(200)
    expect(body).toMatchObject({ on: '2026-11-20', verdict: 'fail', vetoed: true })
    expect(JSON.stringify(body)).toContain('"href":"')
    const json = { checkedOn: '2026-11-19', proof, object: '县长信箱', verdict: 'works' }
    const made = await door.api('east', '/desk/self-inspection/checks/V4a', { headers, json })
    expect(made).toMatchObject({ status: 201, body: { items: [{ state: 'speaks', proof }] } })
    const rows = await house.rows('east', 'self_check')
    const { id } = rows.find(({ rule }) => rule === 'V4a') ?? {}
    const path = `/desk/self-inspection/checks/V4a/records/${String(id)}`
    const struck = await door.api('east', path, { headers, method: 'DELETE' })
    expect(struck).toMatchObject({ status: 200, body: { items: [{ state: 'struck' }] } })
  })
})
