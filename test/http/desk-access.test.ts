import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type Role } from '../../src/domain/shared/actor.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { applyByForm, hire, logIn, tokenOf, visit, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let receipt: string
const visitors = new Map<Role, Visitor>()
const tokens = new Map<Role, string>()
let neighbour: Visitor
let neighbourToken: string

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  receipt = (await applyByForm(house, door, 'east')).receipt
  await hire(house, 'west', [...roles], 'all-roles')
  neighbour = await logIn(door, 'west', 'all-roles')
  neighbourToken = await tokenOf(door, 'west', 'all-roles')
  for (const role of roles) {
    await hire(house, 'east', [role])
    visitors.set(role, await logIn(door, 'east', role))
    const [token = ''] = visitors.get(role)?.cookies.values() ?? []
    tokens.set(role, token)
  }
})
afterAll(() => house.close())

const intake: readonly Role[] = ['registrar', 'head', 'information-officer']
const casework: readonly Role[] = [...intake, 'handler']
const reviewing: readonly Role[] = ['first-reviewer', 'final-reviewer']
const onCases: readonly Role[] = [...casework, ...reviewing, 'legal-reviewer']
const reading: readonly Role[] = [...casework, ...reviewing, 'statistician', 'viewer']

type Route = { method: 'GET' | 'POST'; path: string; allowed: readonly Role[] }

const pages: readonly Route[] = [
  { method: 'GET', path: '/desk/applications', allowed: onCases },
  { method: 'GET', path: '/desk/applications?state=done', allowed: onCases },
  { method: 'GET', path: '/desk/applications/{receipt}', allowed: onCases },
  { method: 'GET', path: '/desk/applications/new', allowed: intake },
  { method: 'POST', path: '/desk/applications/new', allowed: intake },
  { method: 'POST', path: '/desk/applications/{receipt}/identity', allowed: casework },
  { method: 'GET', path: '/desk/applications/{receipt}/files/none', allowed: casework },
  { method: 'POST', path: '/desk/applications/{receipt}/actions/reply', allowed: onCases },
  { method: 'GET', path: '/desk/imports', allowed: intake },
  { method: 'POST', path: '/desk/imports', allowed: intake },
  { method: 'POST', path: '/desk/imports/commit', allowed: intake },
  { method: 'POST', path: '/desk/imports/rejected.csv', allowed: intake },
  { method: 'GET', path: '/desk/items', allowed: [...reading, 'legal-reviewer'] },
  { method: 'GET', path: '/desk/items/new', allowed: casework },
  {
    method: 'GET',
    path: '/desk/items/inner',
    allowed: ['statistician', 'viewer', 'head', 'final-reviewer'],
  },
]

const calls: readonly Route[] = [
  { method: 'GET', path: '/desk/applications', allowed: onCases },
  { method: 'POST', path: '/desk/applications', allowed: intake },
  { method: 'GET', path: '/desk/applications/{receipt}', allowed: onCases },
  { method: 'POST', path: '/desk/applications/{receipt}/actions/reply', allowed: onCases },
  { method: 'POST', path: '/desk/applications/{receipt}/identity', allowed: casework },
  { method: 'GET', path: '/desk/applications/{receipt}/files/none', allowed: casework },
]

/** Refused by the table, not by what was typed: 401 and 403, or a way to the log-in page. */
function isTurnedAway(response: { status: number; headers: Headers }): boolean {
  if (response.status === 401 || response.status === 403) return true
  return response.status === 303 && (response.headers.get('location') ?? '').includes('/desk/login')
}

async function ask(visitor: Visitor, { method, path }: Route): Promise<Response> {
  const address = path.replace('{receipt}', receipt)
  return method === 'GET' ? visitor.get(address) : visitor.post(address, { version: '99' })
}

async function call(token: string | null, { method, path }: Route): Promise<Response> {
  return door.request('east', `/api/v1${path.replace('{receipt}', receipt)}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })
}

describe.each(pages)('page $method $path (ASVS 8.2.1, API5)', (route) => {
  test('without a session leads to the log-in page', async () => {
    const response = await ask(visit(door, 'east'), route)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toContain('/desk/login?next=')
  })

  test('with another agency’s session likewise', async () => {
    const stranger = visit(door, 'east')
    for (const [name, value] of neighbour.cookies) {
      stranger.cookies.set(name, value)
      stranger.cookies.set(name.replace('west', 'east'), value)
    }
    const response = await ask(stranger, route)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toContain('/desk/login')
  })

  test.each(roles)('%s', async (role) => {
    const visitor = visitors.get(role)
    if (visitor === undefined) throw new Error(role)
    const response = await ask(visitor, route)
    expect(response.status).toBeLessThan(500)
    expect(isTurnedAway(response)).toBe(!route.allowed.includes(role))
  })
})

describe.each(calls)('call $method $path (contract, Staff)', (route) => {
  test('without, or with another agency’s, session is 401', async () => {
    expect((await call(null, route)).status).toBe(401)
    expect((await call(neighbourToken, route)).status).toBe(401)
  })

  test.each(roles)('%s', async (role) => {
    const response = await call(tokens.get(role) ?? null, route)
    expect(response.status).toBeLessThan(500)
    expect(response.status === 403).toBe(!route.allowed.includes(role))
  })
})

describe('rights end at once (ASVS 8.3.2)', () => {
  test('a role that was taken away, on the very next page', async () => {
    await hire(house, 'east', ['head'], 'demoted')
    const visitor = await logIn(door, 'east', 'demoted')
    expect((await visitor.get('/desk/imports')).status).toBe(200)
    const { db } = await house.tenant('east')
    await db.prepare(`UPDATE staff SET roles = '["viewer"]' WHERE username = 'demoted'`).run()
    expect((await visitor.get('/desk/imports')).status).toBe(403)
    const html = await (await visitor.get('/desk/applications')).text()
    expect(html).not.toContain('href="/desk/imports"')
    await db.prepare(`UPDATE staff SET active = 0 WHERE username = 'demoted'`).run()
    expect((await visitor.get('/desk/applications')).status).toBe(303)
  })

  test('another agency’s case looks like one that does not exist', async () => {
    const elsewhere = await neighbour.get(`/desk/applications/${receipt}`)
    const nowhere = await neighbour.get('/desk/applications/SQ-00000-00000-00000-00000')
    expect([elsewhere.status, nowhere.status]).toEqual([404, 404])
    expect(await elsewhere.text()).not.toContain('土地征收')
  })

  test('what was written when the session was over is shown once more', async () => {
    const late = await visit(door, 'east').post(`/desk/applications/${receipt}/actions/reply`, {
      text: '经检索，\n<b>未发现</b>',
      version: '1',
    })
    expect(late.status).toBe(401)
    const html = await late.text()
    expect(html).toContain('&lt;b&gt;未发现&lt;/b&gt;')
    expect(html).toContain(encodeURIComponent(`/desk/applications/${receipt}`))
    expect((await house.rows('east', 'application'))[0]?.['state']).toBe('awaiting-confirmation')
  })
})
