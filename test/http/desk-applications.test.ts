import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/domain/shared/actor.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { entry, pdf, personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, type DoorInit, openDoor, textIn } from '../support/http.ts'

const password = '试验-account-2026-ok'
let house: House
let door: Door
const tokens = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  for (const role of ['registrar', 'handler', 'head', 'admin'] as const) await logIn('east', role)
  await logIn('west', 'head')
})
afterAll(() => house.close())

async function logIn(agency: string, role: Role): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' })
  const made = await createStaff(ctx, {
    username: role,
    name: `${role}甲`,
    roles: [role],
    password,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const opened = await door.api(agency, '/session', { json: { username: role, password } })
  tokens.set(`${agency}/${role}`, textIn(opened.body, 'token'))
}

function as(who: string, init: DoorInit = {}): DoorInit {
  const authorization = `Bearer ${tokens.get(who) ?? ''}`
  return { ...init, headers: { ...init.headers, authorization } }
}

test('an application goes from the citizen to the answer over the desk’s calls (issue, 6)', async () => {
  const form = new FormData()
  form.set('application', JSON.stringify(personForm()))
  form.append('files', new Blob([pdf]), '身份证 "甲".pdf')
  const sent = await door.api('east', '/applications', { body: form })
  const receipt = textIn(sent.body, 'receipt')
  const ctx = await house.ctx('east', { type: 'system', job: 'register' })
  await registerApplication(ctx, receipt)

  const list = await door.api('east', '/desk/applications', as('east/registrar'))
  expect(list).toMatchObject({
    status: 200,
    body: {
      items: [
        {
          receipt,
          number: expect.stringMatching(/^\d{4}-0001$/),
          actions: ['confirm-receipt', 'note-contact', 'withdraw'],
        },
      ],
      next: null,
    },
  })
  const path = `/desk/applications/${receipt}`
  const act = (who: string, action: string, json: unknown = {}) =>
    door.api('east', `${path}/actions/${action}`, as(who, { json }))
  expect(await act('east/handler', 'confirm-receipt')).toMatchObject({ status: 403 })
  expect(await act('east/registrar', 'confirm-receipt', { version: 2 })).toMatchObject({
    status: 200,
    body: { state: 'received', dueOn: expect.any(String), colourReason: '还剩 20 个工作日' },
  })
  expect(await act('east/registrar', 'accept', { version: 2 })).toMatchObject({
    status: 409,
    body: { code: 'stale' },
  })
  expect(await act('east/registrar', 'accept')).toMatchObject({ status: 200 })
  expect(await act('east/head', 'reply', { outcome: 'granted' })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/text' }] },
  })
  const replied = await act('east/head', 'reply', { outcome: 'granted', text: '见附件' })
  expect(replied).toMatchObject({
    status: 200,
    body: {
      state: 'replied',
      applicant: { idNumber: '1101**********002X' },
      timeline: expect.arrayContaining([
        expect.objectContaining({
          text: expect.stringMatching(/^\d+年\d+月\d+日作出答复：予以公开$/),
          by: { type: 'staff', name: 'head甲' },
        }),
      ]),
      reply: { text: '见附件', outcomeLabel: '予以公开' },
    },
  })
  const authorization = `Receipt ${textIn(sent.body, 'secret')}`
  const status = await door.api('east', `/applications/${receipt}`, { headers: { authorization } })
  expect(status).toMatchObject({ body: { state: 'replied', reply: { outcome: 'granted' } } })
  expect(JSON.stringify(status.body)).not.toContain('head甲')
})

test('a file leaves as a download in a sandbox, under its own name (security 31, 43)', async () => {
  const { body } = await door.api('east', '/desk/applications?state=replied', as('east/handler'))
  const receipt = textIn(Object(body).items[0], 'receipt')
  const shown = await door.api('east', `/desk/applications/${receipt}`, as('east/handler'))
  const file = textIn(Object(shown.body).files[0], 'id')
  const path = `/api/v1/desk/applications/${receipt}/files/${file}`
  const got = await door.request('east', path, as('east/handler'))
  expect(got.headers.get('content-type')).toBe('application/pdf')
  expect(got.headers.get('content-disposition')).toBe(
    `attachment; filename="___ ___.pdf"; filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81%20%22%E7%94%B2%22.pdf`,
  )
  expect(got.headers.get('content-security-policy')).toContain('sandbox')
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf)
})

test('another agency’s officer sees nothing of it, and an administrator neither (security 56, 64)', async () => {
  const { body } = await door.api('east', '/desk/applications?state=replied', as('east/handler'))
  const receipt = textIn(Object(body).items[0], 'receipt')
  const path = `/desk/applications/${receipt}`
  expect((await door.api('west', path, as('west/head'))).status).toBe(404)
  expect((await door.api('east', path, as('west/head'))).status).toBe(401)
  expect((await door.api('east', path, as('east/admin'))).status).toBe(403)
  const opened = await door.api('east', `${path}/identity`, as('east/handler', { method: 'POST' }))
  expect(opened).toMatchObject({ status: 200, body: { applicant: { phone: '13800001234' } } })
})

test('an officer enters what came by letter; the same key enters it once (contract)', async () => {
  const json = entry('registered-mail', { receivedOn: '2026-02-27' })
  const send = () =>
    door.api(
      'east',
      '/desk/applications',
      as('east/registrar', { json, headers: { 'idempotency-key': 'e-1' } }),
    )
  const first = await send()
  expect(first).toMatchObject({
    status: 201,
    body: { state: 'received', receivedOn: '2026-02-27' },
  })
  expect(textIn((await send()).body, 'receipt')).toBe(textIn(first.body, 'receipt'))
  const bad = entry('registered-mail', { receivedOn: '2099-03-03' })
  expect(
    await door.api('east', '/desk/applications', as('east/registrar', { json: bad })),
  ).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/receivedOn', message: '“收到日”不能晚于今天' }] },
  })
  for (const query of ['?order=id', '?limit=1000', '?state=x', '?limit=1&limit=2']) {
    const answer = await door.api('east', `/desk/applications${query}`, as('east/handler'))
    expect(answer.status).toBe(400)
  }
})
