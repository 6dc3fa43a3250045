import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { roles } from '../src/domain/shared/actor.ts'
import { createApp } from '../src/http/app.tsx'
import { createStaff } from '../src/usecases/account/create-staff.ts'
import { openDoor, type Door } from './support/http.ts'
import { openPortalHouse } from './http/portal-house.ts'
import { type House } from './support/house.ts'
import { personForm } from './support/application-form.ts'
import { everyRow } from './support/every-row.ts'
import { mountedRoutes, type MountedRoute } from './support/mounted-routes.ts'

const securityHeaders = [
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'x-request-id',
  'cache-control',
]

const submission = z.object({ receipt: z.string(), secret: z.string() })
const now = '2026-11-20T10:00:00+08:00'
const password = '政务公开-测试-7431'

let house: House
let door: Door
let routes: MountedRoute[]
/** What stands for the parameters of a route where there is something to show */
let existing: { item: string; receipt: string; secret: string }
let token: string
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: now })
  routes = mountedRoutes(door.parts)
  const [item] = await house.rows('east', 'published')
  const sent = await door.api('east', '/applications', { json: personForm() })
  existing = { item: String(item?.['id']), ...submission.parse(sent.body) }
  const ctx = await house.ctx('east', { type: 'system', job: 'test' }, now)
  const made = await createStaff(ctx, {
    username: 'tester',
    name: '测试员',
    roles: [...roles],
    password,
  })
  expect(made.ok).toBe(true)
  const opened = await door.api('east', '/session', { json: { username: 'tester', password } })
  token = z.object({ token: z.string() }).parse(opened.body).token
})
afterAll(() => house.close())

const reads = (): MountedRoute[] => routes.filter(({ method }) => method === 'GET')
const changes = (): MountedRoute[] =>
  routes.filter(({ method }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method))

/** Says what is wrong with each answer; a rule holds when nothing is. */
async function faultsOf(
  asked: readonly MountedRoute[],
  ask: (route: MountedRoute, path: string) => Promise<Response>,
  isRight: (answer: Response) => boolean,
): Promise<string[]> {
  const faults: string[] = []
  for (const route of asked) {
    const answer = await ask(route, addressOf(route.path))
    if (!isRight(answer)) {
      faults.push(
        `${route.method} ${route.path} → ${answer.status} ${answer.headers.get('location') ?? ''}`,
      )
    }
    await answer.body?.cancel()
  }
  return faults
}

/** An address of a route whose parameters name what exists. */
function existingAddressOf(path: string): string {
  return addressOf(
    path
      .replaceAll(/\/items\/:\w+/g, `/items/${existing.item}`)
      .replaceAll(/\/applications\/:\w+/g, `/applications/${existing.receipt}`),
  )
}

/** An address of a route, its parameters filled with what nobody has. */
function addressOf(path: string): string {
  return path.replaceAll(/:\w+(?:\{[^}]*\})?\??/g, 'nobody').replaceAll('*', 'nothing')
}

/** Whether an answer tells somebody without a session to log in. */
function isTurnedAway({ status, headers }: Response): boolean {
  return (
    status === 401 ||
    (status === 303 && /\/desk\/login(?:\?|$)/.test(headers.get('location') ?? ''))
  )
}

function credentialsOf(who: 'the public' | 'an applicant' | 'staff'): Record<string, string> {
  if (who === 'the public') return {}
  return { authorization: who === 'staff' ? `Bearer ${token}` : `Receipt ${existing.secret}` }
}

test('there are routes to walk', () => {
  expect(reads().length).toBeGreaterThan(10)
  expect(changes().length).toBeGreaterThan(5)
  expect(routes.some(({ path }) => path.startsWith('/desk'))).toBe(true)
})

describe.each(['east', 'hill'])('at %s', (id) => {
  // Sibling agencies share a site in the browser's eyes, so only the exact origin counts.
  test.each([
    'https://evil.example',
    'https://west.gov.test',
    'http://river.gov.test.evil.example',
    'null',
  ])('no change is accepted from %s', async (origin) => {
    const faults = await faultsOf(
      changes(),
      ({ method }, path) =>
        door.request(id, path, {
          method,
          headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'a=b',
        }),
      (answer) => answer.status === 403,
    )
    expect(faults).toEqual([])
  })

  test('nobody enters the desk without a session', async () => {
    const desk = routes.filter(
      ({ method, path }) =>
        method !== 'ALL' &&
        /^(?:\/api\/v1)?\/desk(?:\/|$)/.test(path) &&
        !['/desk/login', '/desk/password'].includes(path),
    )
    const faults = await faultsOf(
      desk,
      ({ method, path: route }, path) =>
        door.request(id, path, {
          method,
          headers: route.startsWith('/api/') ? { 'content-type': 'application/json' } : {},
          ...(method === 'GET' ? {} : { body: '{}' }),
        }),
      isTurnedAway,
    )
    expect(faults).toEqual([])
  })

  test.each(['the public', 'an applicant', 'staff'] as const)(
    'what is only read changes no row, also for %s',
    async (who) => {
      const before = await allRows(id)
      const ask = ({ method, path }: MountedRoute): Promise<Response> =>
        door.request(id, existingAddressOf(path), { method, headers: credentialsOf(who) })
      expect(await faultsOf(reads(), ask, ({ status }) => status < 500)).toEqual([])
      const heads = reads().map(({ path }) => ({ method: 'HEAD', path }))
      if (who === 'the public') await faultsOf(heads, ask, () => true)
      expect(await allRows(id)).toEqual(before)
    },
  )

  test('a method that nobody serves is refused', async () => {
    const paths = [...new Set(routes.map(({ path }) => path))].filter((path) => !path.includes('*'))
    for (const method of ['PUT', 'BREW']) {
      const faults = await faultsOf(
        paths.map((path) => ({ method, path })),
        (_, path) => door.request(id, path, { method }),
        (answer) => answer.status === 404 || answer.status === 405 || isTurnedAway(answer),
      )
      expect(faults).toEqual([])
    }
  })
})

describe('bad input never makes an error of the server', () => {
  test.each(['?q=%00&x=1', '?limit=1e9&x=1&x=2', '?cursor=%22', '?q=%22(OR%ED%A0%80'])(
    'in the address: %s',
    async (query) => {
      const headers = credentialsOf('staff')
      const ask = (_: MountedRoute, path: string): Promise<Response> =>
        door.request('east', `${path}${query}`, { headers })
      expect(await faultsOf(reads(), ask, ({ status }) => status < 500)).toEqual([])
    },
  )

  test.each([
    ['application/json', '{'],
    ['application/json', '{"applicant":[],"version":"x"}'],
    ['application/x-www-form-urlencoded', 'version=%00&applicant.name=%ED%A0%80'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['text/plain', '\u0000'],
  ])('in a body of %s: %j', async (type, body) => {
    const ask = ({ method }: MountedRoute, path: string): Promise<Response> =>
      door.request('east', path, {
        method,
        headers: { ...credentialsOf('staff'), 'content-type': type },
        body,
      })
    const without = changes().filter(({ path }) => !path.endsWith('/session'))
    expect(await faultsOf(without, ask, ({ status }) => status < 500)).toEqual([])
  })
})

describe('every response carries the security headers', () => {
  test('of every route', async () => {
    const every = routes.filter(({ method }) => method !== 'ALL')
    expect(await faultsOf(every, askRiver, isSealed)).toEqual([])
  })

  test.each([
    '/nothing',
    '/api/v1/nothing',
    '/assets/nothing.css',
    '/desk/nothing',
    '/healthz',
    '/%E4%BD',
  ])('%s', async (path) => {
    expect(isSealed(await door.request('river', path))).toBe(true)
  })

  test('also when the product has failed', async () => {
    const app = createApp({
      ...door.parts,
      tenancy: { open: () => Promise.reject(new Error('身份证 110101199003070000')) },
    })
    for (const path of ['/', '/api/v1/agency']) {
      const answer = await app(
        new Request(`https://river.gov.test${path}`, { headers: { host: 'river.gov.test' } }),
      )
      expect(answer.status).toBe(500)
      expect(isSealed(answer)).toBe(true)
      expect(await answer.text()).not.toMatch(/1101011990|Error/)
    }
  })
})

function askRiver({ method }: MountedRoute, path: string): Promise<Response> {
  return door.request('river', path, { method })
}

function isSealed({ headers }: Response): boolean {
  const policy = headers.get('content-security-policy') ?? ''
  return securityHeaders.every((name) => headers.has(name)) && !policy.includes('unsafe')
}

/** Every row of every table of an agency and of the region, as digests. */
async function allRows(id: string): Promise<Record<string, string>[]> {
  return [await everyRow((await house.tenant(id)).db), await everyRow(house.region)]
}
