import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { bytesOf, pdf, personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'
import { deadlineCases } from '../domain/application/deadline-cases.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2026-03-02T09:00:00+08:00' })
})
afterAll(() => house.close())

function multipart(
  application: unknown,
  files: readonly [string, Uint8Array<ArrayBuffer>][],
): FormData {
  const form = new FormData()
  form.set('application', JSON.stringify(application))
  for (const [name, bytes] of files) form.append('files', new Blob([bytes]), name)
  return form
}

test('POST /applications answers 202 with receipt, secret and statusUrl, and the status is there for who has both (contract)', async () => {
  const { status, body, headers } = await door.api('east', '/applications', { json: personForm() })
  expect(status).toBe(202)
  expect(headers.get('cache-control')).toBe('no-store')
  const receipt = textIn(body, 'receipt')
  const secret = textIn(body, 'secret')
  const statusUrl = textIn(body, 'statusUrl')
  expect(textIn(body, 'submittedAt')).toBe('2026-03-02T09:00:00+08:00')
  expect(statusUrl).toBe(`https://east.gov.test/api/v1/applications/${receipt}`)
  expect(statusUrl).not.toContain(secret)
  const authorization = `Receipt ${secret}`
  const shown = await door.api('east', `/applications/${receipt}`, { headers: { authorization } })
  expect(shown).toMatchObject({
    status: 200,
    body: {
      receipt,
      number: null,
      state: 'submitted',
      channel: 'internet',
      receivedOn: null,
      clock: null,
      reply: null,
      timeline: [{ event: 'application.submitted', text: '申请已提交，等待登记' }],
    },
  })
  const wrong = [
    await door.api('east', `/applications/${receipt}`),
    await door.api('east', `/applications/${receipt}`, {
      headers: { authorization: 'Receipt AAAA-AAAA-AAAA-AAAA' },
    }),
    await door.api('east', `/applications/${receipt}`, {
      headers: { authorization: `Bearer ${secret}` },
    }),
    await door.api('east', '/applications/SQ-00000-00000-00000-00000', {
      headers: { authorization },
    }),
    await door.api('west', `/applications/${receipt}`, { headers: { authorization } }),
  ]
  for (const answer of wrong) {
    expect(answer.status).toBe(404)
    expect({ ...Object(answer.body), requestId: '' }).toEqual({
      ...Object(wrong[0]?.body),
      requestId: '',
    })
  }
  const correction = await door.api('east', `/applications/${receipt}/correction`, {
    method: 'POST',
    headers: { authorization },
  })
  expect(correction).toMatchObject({ status: 409, body: { code: 'step-not-open' } })
  const withdrawal = await door.api('east', `/applications/${receipt}/withdrawal`, {
    method: 'POST',
    headers: { authorization },
  })
  expect(withdrawal).toMatchObject({
    status: 200,
    body: { state: 'withdrawn', number: '2026-0001' },
  })
})

test('a channel takes applications under its prefix, into its own database', async () => {
  const { status, body } = await door.api('hill', '/applications', { json: personForm() })
  expect(status).toBe(202)
  expect(textIn(body, 'statusUrl')).toMatch(
    /^https:\/\/east\.gov\.test\/hill\/api\/v1\/applications\/SQ-/,
  )
  expect(await house.rows('hill', 'application')).toHaveLength(1)
})

test('files come as multipart with the JSON beside them', async () => {
  const body = multipart(personForm(), [
    ['../../身份证.pdf', pdf],
    ['说明.txt', bytesOf('补充说明')],
  ])
  expect((await door.api('river', '/applications', { body })).status).toBe(202)
  const files = await house.rows('river', 'application_file')
  expect(new Set(files.map((file) => file['media_type']))).toEqual(
    new Set(['application/pdf', 'text/plain']),
  )
  const [row] = await house.rows('river', 'application')
  const ctx = await house.ctx(
    'river',
    { type: 'system', job: 'register' },
    '2026-03-02T09:00:01+08:00',
  )
  await registerApplication(ctx, String(row?.['id']))
})

test('a representative comes with papers in part authorisation, or the application is refused there (条例第29条)', async () => {
  const representative = {
    name: '李四',
    idType: 'passport',
    idNumber: 'E12345678',
    phone: '13912345678',
  }
  const json = { ...personForm(), representative }
  expect(await door.api('river', '/applications', { json })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/authorisation' }] },
  })
  const body = multipart(json, [])
  body.append('authorisation', new File([pdf], '授权委托书.pdf'))
  expect((await door.api('river', '/applications', { body })).status).toBe(202)
})

test('the same Idempotency-Key and body answer the same; another body is 409 (contract)', async () => {
  const headers = { 'idempotency-key': 'order-1' }
  const first = await door.api('pref', '/applications', { json: personForm(), headers })
  const second = await door.api('pref', '/applications', { json: personForm(), headers })
  expect(second.body).toEqual(first.body)
  const other = await door.api('pref', '/applications', { json: personForm('李四'), headers })
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } })
  for (const bad of ['', 'x'.repeat(201), 'a b']) {
    const refused = await door.api('pref', '/applications', {
      json: personForm(),
      headers: { 'idempotency-key': bad },
    })
    expect(refused.status).toBe(400)
  }
  expect(await house.rows('pref', 'application')).toHaveLength(1)
})

test('one client is stopped with 429 and a time to wait, others go on (security 21)', async () => {
  const limited = openDoor(house, { at: '2026-03-03T09:00:00+08:00', limits: true })
  const from = (address: string) =>
    limited.api('purse', '/applications', {
      json: personForm(),
      headers: { 'cf-connecting-ip': address },
    })
  for (let n = 0; n < 5; n += 1) expect((await from('192.0.2.1')).status).toBe(202)
  const stopped = await from('192.0.2.1')
  expect(stopped.status).toBe(429)
  expect(stopped.headers.get('retry-after')).toBe('600')
  expect((await from('192.0.2.2')).status).toBe(202)
  expect(JSON.stringify(await house.rows('purse', 'throttle'))).not.toContain('192.0.2')
})

test('the desk is closed to the public (security 57)', async () => {
  const calls: [string, string][] = [
    ['GET', '/desk/applications'],
    ['POST', '/desk/applications'],
    ['GET', '/desk/applications/SQ-00000-00000-00000-00000'],
    ['POST', '/desk/applications/SQ-00000-00000-00000-00000/actions/accept'],
    ['POST', '/desk/applications/SQ-00000-00000-00000-00000/identity'],
    ['GET', '/desk/applications/SQ-00000-00000-00000-00000/files/x'],
  ]
  for (const [method, path] of calls) {
    const rest = method === 'POST' ? { json: {} } : {}
    expect([method, path, (await door.api('east', path, { method, ...rest })).status]).toEqual([
      method,
      path,
      401,
    ])
  }
})

test('GET /lifecycles tells the table that pages and calls obey (contract)', async () => {
  const { status, body } = await door.api('east', '/lifecycles')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ entity: 'application' })]),
  })
  expect(JSON.stringify(body)).toContain(
    '{"from":"awaiting-confirmation","action":"confirm-receipt","to":"received","law":"政府信息公开条例第31条","role":"registrar"}',
  )
})

test('POST /fees and POST /deadlines say in true words what is wrong with a number or a name', async () => {
  const told = async (path: string, json: object): Promise<string> =>
    textIn((await door.api('east', path, { json })).body, 'detail')
  const pages = { method: 'per-page' }
  expect(await told('/fees', { ...pages, pages: -1 })).toBe('“页数”应在 0 到 1000000 之间')
  expect(await told('/fees', { ...pages, pages: 1.5 })).toBe('“页数”应是整数')
  expect(await told('/fees', { ...pages, pages: 1e18 })).toBe('“页数”应在 0 到 1000000 之间')
  expect(await told('/fees', { ...pages, pages: 1, items: 2 })).toBe('没有“items”这一项')
  expect(
    await told('/deadlines', { clock: 'reply', receivedOn: '2026-03-02', extensionDays: 21 }),
  ).toBe('“延长的工作日数”应在 0 到 20 之间')
})

test('POST /fees and POST /deadlines answer with steps and reasons, and refuse by field', async () => {
  expect(
    await door.api('east', '/fees', { json: { method: 'per-page', pages: 68 } }),
  ).toMatchObject({ status: 200, body: { yuan: 380 } })
  expect(
    await door.api('east', '/fees', { json: { method: 'per-page', pages: -1 } }),
  ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/pages' }] } })
  const due = await door.api('east', '/deadlines', {
    json: { clock: 'reply', channel: 'in-person', receivedOn: '2026-03-02' },
  })
  expect(due).toMatchObject({ status: 200, body: { dueOn: '2026-03-30', provisional: false } })
  expect(
    await door.api('east', '/deadlines', {
      json: { clock: 'reply', channel: 'fax', arrivedOn: '2026-03-02' },
    }),
  ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/confirmedOn' }] } })
  expect(
    await door.api('east', '/deadlines', { body: 'x', headers: { 'content-type': 'text/plain' } }),
  ).toMatchObject({ status: 415 })
})

test.each(deadlineCases)('POST /deadlines: $title', async ({ request, dueOn }) => {
  expect(await door.api('east', '/deadlines', { json: request })).toMatchObject({
    status: 200,
    body: { dueOn },
  })
})
