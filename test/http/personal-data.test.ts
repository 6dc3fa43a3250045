import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { personForm } from '../support/application-form.ts'
import { decideOnCorrection } from '../../src/usecases/application/personal-data/decide-correction.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'

let house: House
let door: Door
const at = '2026-03-02T09:00:00+08:00'
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
})
afterAll(() => house.close())

async function submitted(): Promise<{ receipt: string; secret: string }> {
  const sent = await door.api('east', '/applications', { json: personForm() })
  const receipt = textIn(sent.body, 'receipt')
  const system = await house.ctx('east', { type: 'system', job: 'register' }, at)
  await registerApplication(system, receipt)
  return { receipt, secret: textIn(sent.body, 'secret') }
}

type Pair = { receipt: string; secret: string }

async function api(
  { receipt, secret }: Pair,
  path: string,
  json?: unknown,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  return door.api('east', `/applications/${receipt}/personal-data${path}`, {
    headers: { authorization: `Receipt ${secret}` },
    ...(json === undefined ? {} : { json }),
  })
}

async function page(
  { receipt, secret }: Pair,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const body = new URLSearchParams({ receipt, secret, ...fields })
  const response = await door.request('east', `/apply/personal-data${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** An application by somebody who is represented. */
async function represented(): Promise<Pair> {
  const form = new FormData()
  const representative = {
    name: '李代理',
    idType: 'passport',
    idNumber: 'E12345678',
    phone: '13700001111',
  }
  form.append('application', JSON.stringify({ ...personForm(), representative }))
  form.append('authorisation', new File(['委托书'], '委托书.txt', { type: 'text/plain' }))
  const sent = await door.api('east', '/applications', { method: 'POST', body: form })
  const receipt = textIn(sent.body, 'receipt')
  const system = await house.ctx('east', { type: 'system', job: 'register' }, at)
  await registerApplication(system, receipt)
  return { receipt, secret: textIn(sent.body, 'secret') }
}

test('第46条、第47条: what is kept of a representative is seen, corrected and erased as the applicant’s own is', async () => {
  const pair = await represented()
  expect((await page(pair, '', { show: 'full' })).text).toContain('李代理')
  const phone = { representative: { phone: '13722223333' } }
  expect((await api(pair, '/corrections', phone)).status).toBe(200)
  expect((await page(pair, '', { show: 'full' })).text).toContain('13722223333')
  const wrong = await page(pair, '/corrections', { 'representative.phone': '12' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('f-representative-phone')
  const silent = await api(pair, '/corrections', { representative: { name: '李代里' } })
  expect(silent).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } })
  const bad = { representative: { idType: 'resident-id', idNumber: '1' }, reason: '换了证件' }
  expect(await api(pair, '/corrections', bad)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/representative/idNumber' }] },
  })
  const fields = { 'representative.name': '李岱理', reason: '名字写错了' }
  expect((await page(pair, '/corrections', fields)).text).toContain('更正申请已经提交')
  const corrections = await house.rows('east', 'identity_correction')
  const asked = corrections.find((row) => row['application_id'] === pair.receipt)
  const clerk = await house.ctx('east', officer('registrar'), at)
  expect(await decideOnCorrection(clerk, String(asked?.['id']), 'accept', {})).toMatchObject({
    ok: true,
  })
  expect((await page(pair, '', { show: 'full' })).text).toContain('李岱理')
  const erased = await api(pair, '/erasures', { fields: ['representative.phone'] })
  expect(erased.status).toBe(200)
  expect((await page(pair, '', { show: 'full' })).text).not.toContain('13722223333')
})

test('第29条: nobody becomes a representative by a correction', async () => {
  const pair = await submitted()
  const named = { representative: { name: '李代理' }, reason: '补充' }
  expect(await api(pair, '/corrections', named)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/representative' }] },
  })
  const text = (await page(pair, '')).text
  expect(text).not.toContain('representative.')
})

test('security 79, 80, 82: the page shows data masked, in full only after a POST with the password, and is never kept', async () => {
  const pair = await submitted()
  const masked = await page(pair, '')
  expect(masked.status).toBe(200)
  expect(masked.text).not.toMatch(/13800001234|11010519491231002X/)
  expect(masked.headers.get('cache-control')).toContain('no-store')
  const full = await page(pair, '', { show: 'full' })
  expect(full.text).toContain('11010519491231002X')
  const wrong = await page({ ...pair, secret: 'AAAA-AAAA-AAAA-AAAA' }, '', { show: 'full' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).not.toContain('1380')
  expect((await door.request('east', '/apply/personal-data')).status).toBe(404)
})

test('第45条: a copy as a table or as JSON is a download with everything in it', async () => {
  const pair = await submitted()
  const csv = await page(pair, '/copy', { format: 'csv' })
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('content-disposition')).toContain('attachment')
  expect(csv.text).toContain('联系电话,13800001234')
  const json = await api(pair, '/copy', { format: 'json' })
  expect(json.status).toBe(200)
  expect(JSON.stringify(json.body)).toContain('someone@example.com')
})

test('第46条: the JSON face and the page correct contact; what is wrong stands at its field', async () => {
  const pair = await submitted()
  const done = await api(pair, '/corrections', { applicant: { phone: '13911112222' } })
  expect(done.status).toBe(200)
  const wrong = await page(pair, '/corrections', { 'applicant.phone': '12' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('f-applicant-phone')
  const nothing = await page(pair, '/corrections')
  expect(nothing.status).toBe(422)
  expect(nothing.text).toContain('请填写要更正的项目')
  const asked = await page(pair, '/corrections', { 'applicant.name': '王晓明', reason: '有误' })
  expect(asked.text).toContain('更正申请已经提交')
  const again = await api(pair, '/corrections', { applicant: { name: '王小' }, reason: '有误' })
  expect(again).toMatchObject({ status: 409, body: { code: 'not-allowed' } })
})

test('第47条: erasing asks twice, says what stands against it, and leaves a way to reach the applicant', async () => {
  const pair = await submitted()
  const unsure = await page(pair, '/erasures', { fields: 'applicant.phone' })
  expect(unsure.status).toBe(422)
  const erased = await page(pair, '/erasures', { fields: 'applicant.phone', sure: 'yes' })
  expect(erased.status).toBe(200)
  expect(erased.text).toContain('所选的项目已经删除')
  expect(erased.text).not.toContain('138****1234')
  // The answer goes by e-mail.
  const email = await api(pair, '/erasures', { fields: ['applicant.email'] })
  expect(email).toMatchObject({ status: 409, body: { code: 'not-allowed' } })
  expect(await api(pair, '/erasures', { fields: ['applicant.name'] })).toMatchObject({
    status: 400,
  })
})

test('notices cannot be agreed to where the agency tells nobody', async () => {
  const pair = await submitted()
  expect(await api(pair, '/notices', { wanted: true })).toMatchObject({ status: 409 })
  expect(await api(pair, '/notices', { wanted: false })).toMatchObject({ status: 200 })
  const form = await door.request('east', '/apply')
  expect(await form.text()).not.toContain('有进展时给我发')
})

test('security 37: a wrong receipt and a wrong password answer alike on every call', async () => {
  const { receipt, secret } = await submitted()
  for (const [path, json] of [
    ['', undefined],
    ['/copy', {}],
    ['/corrections', { applicant: { phone: '13911112222' } }],
    ['/erasures', { fields: ['applicant.phone'] }],
    ['/notices', { wanted: false }],
  ] as const) {
    const known = await api({ receipt, secret: 'AAAA-AAAA-AAAA-AAAA' }, path, json)
    const unknown = await api({ receipt: 'SQ-AAAAA-AAAAA-AAAAA-AAAAA', secret }, path, json)
    expect(known.status).toBe(404)
    const same = (body: unknown) => ({ ...Object(body), requestId: null })
    expect(same(known.body)).toEqual(same(unknown.body))
  }
})

test('security 21: who acts on his data without end is stopped for a while', async () => {
  const pair = await submitted()
  const statuses: number[] = []
  for (let n = 0; n < 62; n += 1) statuses.push((await api(pair, '/copy', {})).status)
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
})
