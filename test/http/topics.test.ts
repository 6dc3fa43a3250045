import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, logIn, readable, visit } from './desk-door.ts'
import { openPortalHouse, portalNow } from './portal-house.ts'
import { openDoor, textIn, type Door } from '../support/http.ts'
import type { House } from '../support/house.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow, limits: true })
  await hire(house, 'east', ['information-officer'], 'xie')
})
afterAll(() => house.close())

const canary = '金丝雀 13900001234'
const form = {
  submission: 'topic-form-0001',
  subject: '金丝雀<script>alert(1)</script>',
  why: '金丝雀理由',
  contact: canary,
  homepage: '',
}

test('row 11: by page without script: the receipt is shown once and not in any address; officers open it; others second it', async () => {
  const citizen = visit(door, 'east', '203.0.113.7')
  const sent = await citizen.post('/topics/new', form)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/topics/received'])
  const slip = await (await citizen.get('/topics/received')).text()
  const receipt = /DT-[0-9A-Z-]{23}/.exec(slip)?.[0] ?? ''
  const secret = /<output>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/output>/.exec(slip)?.[1] ?? ''
  expect((await visit(door, 'east').get('/topics/received')).status).toBe(404)
  const status = await citizen.post('/topics/status', { receipt, secret })
  expect(readable(await status.text())).toContain('待审核')
  expect((await citizen.post('/topics/status', { receipt, secret: 'x' })).status).toBe(422)

  const clerk = await logIn(door, 'east', 'xie')
  const list = await (await clerk.get('/desk/topics')).text()
  expect(list).not.toContain('<script>alert')
  const page = /\/desk\/topics\/[0-9a-z]{26}/.exec(list)?.[0] ?? ''
  const id = page.split('/').at(-1) ?? ''
  expect(await (await clerk.get(page)).text()).not.toContain(canary)
  const outside = await Promise.all(
    ['/topics', `/topics/${id}`, '/api/v1/topics', `/api/v1/topics/${receipt}`].map(async (path) =>
      (await door.request('east', path)).text(),
    ),
  )
  expect(outside.join('')).not.toContain('金丝雀')
  const refused = await clerk.post(`${page}/actions/open`, { version: '1', title: '' })
  expect(refused.status).toBe(422)
  const opened = await clerk.post(`${page}/actions/open`, {
    version: '1',
    title: '低保评定标准',
    grounds: '',
  })
  expect(opened.status).toBe(303)
  const shown = readable(await (await door.request('east', `/topics/${id}`)).text())
  expect(shown).toContain('低保评定标准')
  expect(shown).not.toContain('金丝雀')

  const yes = await citizen.post(`/topics/${id}/seconds`, {})
  expect(yes.headers.get('location')).toBe(`/topics/${id}?seconded=yes`)
  const before = await citizen.post(`/topics/${id}/seconds`, {})
  expect(before.headers.get('location')).toBe(`/topics/${id}?seconded=before`)
  const other = await door.api('east', `/topics/${id}/seconds`, {
    method: 'POST',
    headers: { 'cf-connecting-ip': '203.0.113.8' },
  })
  expect([other.status, other.body]).toEqual([200, { seconds: 2 }])
  const followed = await door.api('east', `/topics/${receipt}`, {
    headers: { authorization: `Receipt ${secret}` },
  })
  expect(followed.body).toMatchObject({ state: 'open', topic: id, seconds: 2 })
})

test('a machine that fills in the hidden field is told; the same form twice is one topic; too many are refused', async () => {
  const citizen = visit(door, 'east', '203.0.113.9')
  const trapped = await citizen.post('/topics/new', { ...form, homepage: 'https://spam.example' })
  expect(trapped.status).toBe(422)
  const count = async (): Promise<number> => (await house.rows('east', 'topic')).length
  const before = await count()
  for (const submission of ['topic-form-0002', 'topic-form-0002']) {
    expect((await citizen.post('/topics/new', { ...form, submission })).status).toBe(303)
  }
  expect(await count()).toBe(before + 1)
  const answers: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const sent = await door.api('east', '/topics', {
      json: { subject: `第${n}`, why: '理由' },
      headers: { 'cf-connecting-ip': '203.0.113.9' },
    })
    answers.push(sent.status)
  }
  expect(answers).toEqual([202, 202, 429])
})

test('a search that finds nothing leaves a sealed word in the queue, and no row', async () => {
  house.posted.length = 0
  const answer = await door.request('east', `/search?q=${encodeURIComponent('婚前体检补助')}`)
  expect(answer.status).toBe(200)
  expect(house.posted).toMatchObject([{ kind: 'search-miss', tenant: 'east' }])
  expect(JSON.stringify(house.posted)).not.toContain('婚前')
  await door.request('east', `/search?q=${encodeURIComponent('农村饮水')}`)
  await door.request('east', `/search?q=13800001234`)
  expect(house.posted).toHaveLength(1)
  // Who found nothing is led to where he can ask for it to be published (点题).
  expect(await (await door.request('east', '/search?q=白鹤滩观鸟')).text()).toContain(
    'href="/topics/new"',
  )
})

test('the JSON face gives receipt and secret, and the address of the status has no secret', async () => {
  const sent = await door.api('east', '/topics', {
    json: { subject: '事项', why: '理由', contact: canary },
    headers: { 'cf-connecting-ip': '203.0.113.10', 'idempotency-key': 'json-1' },
  })
  expect(sent.status).toBe(202)
  expect(textIn(sent.body, 'statusUrl')).not.toContain(textIn(sent.body, 'secret'))
  const wrong = await door.api('east', `/topics/${textIn(sent.body, 'receipt')}`)
  expect(wrong.status).toBe(404)
})
