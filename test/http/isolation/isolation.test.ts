import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions as applicationActions } from '../../../src/domain/application/types.ts'
import { stepInputs as sameRequestInputs } from '../../../src/domain/application/same-request/lifecycle.ts'
import { reviewActions, sheetActions } from '../../../src/domain/case-review/lifecycle.ts'
import { destructionActions } from '../../../src/domain/application/destruction.ts'
import { actions as clarificationActions } from '../../../src/domain/clarification/types.ts'
import { actions as disputeActions } from '../../../src/domain/dispute/types.ts'
import { actions as incidentActions } from '../../../src/domain/incident/types.ts'
import { bulletinActions } from '../../../src/domain/report/bulletin/lifecycle.ts'
import { changeStepInputs, guideStepInputs } from '../../../src/domain/service/input.ts'
import { staffActions } from '../../../src/domain/account/lifecycle.ts'
import { actions as topicActions } from '../../../src/domain/topic/types.ts'
import { filingInputs } from '../../../src/domain/norm/filing.ts'
import { itemActions } from '../../../src/domain/item/states.ts'
import { normInputs } from '../../../src/domain/norm/input.ts'
import { roles, type Role } from '../../../src/domain/shared/actor.ts'
import { verdicts } from '../../../src/usecases/application/personal-data/decide-correction.ts'
import { may, type Verb } from '../../../src/usecases/permissions.ts'
import { everyRow } from '../../support/every-row.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { mountedRoutes, type MountedRoute } from '../../support/mounted-routes.ts'
import { hire, logIn, tokenOf, type Visitor } from '../desk-door.ts'
import { bodyOf } from './bodies.ts'
import { deskRoutes, publicChanges } from './desk-routes.data.ts'
import { fillAgency, type Held, open, secret } from './one-of-each.ts'

const at = '2026-11-20T10:00:00+08:00'
const here = 'east'
const there = 'west'
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
/** Steps that are tried of each kind of thing. */
const actions: Readonly<Record<string, readonly string[]>> = {
  items: itemActions,
  norms: Object.keys(normInputs),
  filings: Object.keys(filingInputs),
  applications: applicationActions,
  clarifications: clarificationActions,
  topics: topicActions,
  same: Object.keys(sameRequestInputs),
  incidents: incidentActions,
  disputes: disputeActions,
  retention: destructionActions,
  case: [...reviewActions, ...sheetActions],
  calendar: ['check', 'drop'],
  seals: ['approve', 'end'],
  staff: staffActions,
  powers: Object.keys(changeStepInputs),
  power: Object.keys(changeStepInputs),
  services: Object.keys(guideStepInputs),
  corrections: Object.keys(verdicts),
  reports: ['edit', 'check', 'reopen', 'submit', 'clear-own', 'prepare', 'correct'],
  received: ['return', 'clear'],
  bulletins: bulletinActions,
}

let house: House
let door: Door
let held: Held
let routes: MountedRoute[]
/** Somebody of the other agency with every role, by cookie and by token */
let foreigner: { visitor: Visitor; token: string }
const own = new Map<Role, { visitor: Visitor; token: string }>()

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  routes = mountedRoutes(door.parts).filter(({ method }) => method !== 'ALL')
  held = await fillAgency(house, door, here, at)
  await hire(house, there, roles, 'all')
  foreigner = { visitor: await logIn(door, there, 'all'), token: await tokenOf(door, there, 'all') }
  for (const role of roles) {
    await hire(house, here, [role])
    own.set(role, {
      visitor: await logIn(door, here, role),
      token: await tokenOf(door, here, role),
    })
  }
}, 120_000)
afterAll(() => house.close())

/** The route as the table of the desk names it. */
function nameOf({ method, path }: MountedRoute): string {
  return `${method} ${path.replace(/^\/api\/v1(?=\/desk)/, '')}`
}

/** Below /desk, but for who is not logged in. */
const forEverybody = new Set(['/desk/login', '/desk/password'])
const isDesk = ({ path }: MountedRoute): boolean =>
  /^(?:\/api\/v1)?\/desk(?:\/|$)/.test(path) && !forEverybody.has(path)
const deskOnes = (): MountedRoute[] => routes.filter(isDesk)

/** Every address of a route that names what exists: each id of a kind, each step. */
function addressesOf({ path }: MountedRoute): string[] {
  let found = ['']
  let kind = ''
  for (const step of path.split('/').slice(1)) {
    const name = /^:(\w+)/.exec(step)?.[1]
    const values = name === undefined ? [step] : valuesOf(name, kind, path)
    found = found.flatMap((before) => values.map((value) => `${before}/${value}`))
    kind = step
  }
  return found
}

function valuesOf(name: string, kind: string, path: string): readonly string[] {
  const steps = actions[/desk\/(\w+)/.exec(path)?.[1] ?? '']
  if (name === 'action' && steps !== undefined) return steps
  if (name === 'number' || name === 'call') return ['nothing']
  const values = held[kind]
  if (values === undefined) throw new Error(`nothing of the kind ${kind} is held for ${path}`)
  return values
}

type Credentials = { visitor?: Visitor; token?: string }

async function ask(
  agency: string,
  route: MountedRoute,
  address: string,
  by: Credentials,
): Promise<{ status: number; location: string; text: string }> {
  const { method, path } = route
  const isJson = path.startsWith('/api/')
  const body = changing.has(method) ? bodyOf(nameOf(route), isJson) : null
  // Which rooms an import is for stands in its address.
  const query = path === '/api/v1/desk/imports' ? '?kind=items' : ''
  const answer = await door.request(agency, `${address}${query}`, {
    method,
    headers: {
      ...(isJson ? tokenHeader(by) : cookieHeader(by)),
      ...(body === null ? {} : { origin: originOf(agency) }),
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === null ? {} : { body }),
  })
  const { status, headers } = answer
  const text = `${JSON.stringify([...headers])}${await answer.text()}`
  return { status, location: headers.get('location') ?? '', text }
}

function tokenHeader({ token }: Credentials): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` }
}

function cookieHeader({ visitor }: Credentials): Record<string, string> {
  if (visitor === undefined) return {}
  return { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
}

function originOf(agency: string): string {
  const found = door.resolver.byId(agency)
  return found === null ? '' : new URL(door.resolver.originOf(found)).origin
}

/** Asks every address of routes; says where an answer is not one of a closed door, or tells a secret. */
async function faultsOf(
  agency: string,
  asked: readonly MountedRoute[],
  by: Credentials,
  isClosed: (answer: { status: number; location: string }) => boolean,
  marks: readonly string[] = [secret],
): Promise<string[]> {
  const faults: string[] = []
  for (const route of asked) {
    for (const address of addressesOf(route)) {
      const answer = await ask(agency, route, address, by)
      const isTold = marks.some((mark) => answer.text.includes(mark))
      if (isTold || !isClosed(answer)) {
        faults.push(`${route.method} ${address} → ${answer.status}${isTold ? ' tells' : ''}`)
      }
    }
  }
  return faults
}

const isShut = ({ status }: { status: number }): boolean => [401, 403, 404].includes(status)
const isTurnedAway = ({ status, location }: { status: number; location: string }): boolean =>
  status === 401 || (status === 303 && /\/desk\/login(?:\?|$)/.test(location))

/** Every row of both agencies and the region as digests, sessions and their clocks left out. */
async function everything(): Promise<Record<string, string>[]> {
  const [ours, theirs] = [await house.tenant(here), await house.tenant(there)]
  const databases = [ours.db, theirs.db, house.region]
  return Promise.all(databases.map((db) => everyRow(db, ['session'])))
}

async function unchanged(work: () => Promise<string[]>): Promise<void> {
  const before = await everything()
  expect(await work()).toEqual([])
  expect(await everything()).toEqual(before)
}

test('security 57: every mounted route stands in the table, and the table names none that is gone', () => {
  const mounted = new Set(deskOnes().map(nameOf))
  expect([...mounted].filter((name) => !Object.hasOwn(deskRoutes, name))).toEqual([])
  expect(Object.keys(deskRoutes).filter((name) => !mounted.has(name))).toEqual([])
  const changes = routes.filter((route) => changing.has(route.method) && !isDesk(route))
  const named = changes.map(({ method, path }) => `${method} ${path}`)
  expect(named.toSorted()).toEqual([...publicChanges].toSorted())
})

describe('security 56, 57: an agency’s desk is closed to everybody else', () => {
  test(
    'staff of another agency find nothing of it at their own desk, by whatever id',
    () =>
      unchanged(async () => {
        const named = routes.filter(
          ({ path }) =>
            /:(?!n\b|number|column|period|indicator)\w+/.test(path) && !path.includes('/catalog/'),
        )
        const closed = await faultsOf(there, named, foreigner, isShut, [secret, open])
        return closed
      }),
    120_000,
  )

  test(
    'their cookie and their token open nothing on its host',
    () => unchanged(() => faultsOf(here, deskOnes(), foreigner, isTurnedAway)),
    120_000,
  )

  test(
    'a citizen is told to log in',
    () => unchanged(() => faultsOf(here, deskOnes(), {}, isTurnedAway)),
    120_000,
  )

  test(
    'what the public may read tells nothing that is kept back',
    () =>
      unchanged(() => {
        const reads = routes.filter(
          (route) => route.method === 'GET' && !isDesk(route) && !route.path.includes('*'),
        )
        return faultsOf(here, reads, {}, ({ status }) => status < 500)
      }),
    120_000,
  )
})

describe.each(roles)('security 57, 64: a %s', (role) => {
  test(
    'takes no step and opens no page that the post does not give',
    () =>
      unchanged(async () => {
        const closed = deskOnes().filter((route) => {
          const verb = deskRoutes[nameOf(route)]
          if (verb === undefined || verb === 'any') return false
          const verbs: readonly Verb[] = typeof verb === 'string' ? [verb] : verb
          return !verbs.some((one) => may(officer(role), one))
        })
        return faultsOf(here, closed, own.get(role) ?? {}, isShut)
      }),
    120_000,
  )
})
