import { assert, asyncProperty, constantFrom, oneof, string } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { roles } from '../../src/domain/shared/actor.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { hire, tokenOf } from './desk-door.ts'
import { fillAgency, type Held, secret } from './isolation/one-of-each.ts'

const at = '2026-11-20T10:00:00+08:00'
const described = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          parameters: z.array(z.object({ name: z.string(), in: z.string() })).optional(),
        })
        .optional(),
    }),
  ),
})
const listed = z.looseObject({ items: z.array(z.unknown()), next: z.string().nullish() })

/** Lists whose place is not signed; it is no secret, and read strictly. All others refuse what they did not write. */
const unsigned: readonly string[] = [
  // A place that others keep for weeks and that outlives every key.
  '/changes',
  // Short by nature and read whole: the place is how many entries were shown.
  '/agencies',
  '/annual-reports',
  '/desk/bulletins',
  '/desk/case-review-orders',
  '/desk/case-reviews',
  '/desk/cleanups',
  '/desk/corrections',
  '/desk/figures',
  '/desk/incidents',
  '/desk/institution',
  '/desk/items/:/channels',
  '/desk/received-reports',
  '/desk/reports',
  '/desk/seals',
  '/desk/search-misses',
  '/desk/self-inspection/checks/:',
  '/desk/staff',
  '/guide/versions',
  '/institution',
  '/item-kinds',
  '/items/:/editions',
  '/lifecycles',
  '/rules',
]

let house: House
let door: Door
let held: Held
const tokens = new Map<string, string>()
/** Every list that goes on by a cursor, by its name, with an address of it. */
const lists = new Map<string, string>()
/** Cursors that some list really gave. */
const given: string[] = []

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  held = await fillAgency(house, door, 'east', at)
  for (const agency of ['east', 'west']) {
    await hire(house, agency, roles, 'all')
    tokens.set(agency, await tokenOf(door, agency, 'all'))
  }
  const { body } = await door.api('east', '/../openapi.json')
  for (const [path, { get }] of Object.entries(described.parse(body).paths)) {
    if (get?.parameters?.some(({ name }) => name === 'cursor') !== true) continue
    const short = path.replace(/^\/api\/v1/, '')
    // The numbers beside a list, which take its whole query, are none.
    if (short === '/items/facets') continue
    lists.set(short.replaceAll(/\{\w+\}/g, ':'), addressOf(short))
  }
  for (const path of lists.values()) {
    const first = listed.safeParse((await ask('east', path, 'limit=1')).body)
    if (first.success && typeof first.data.next === 'string') given.push(first.data.next)
  }
}, 120_000)
afterAll(() => house.close())

function addressOf(template: string): string {
  return template.replaceAll(/(\w[\w-]*)\/\{\w+\}/g, (_, kind: string) => {
    return `${kind}/${held[kind]?.[0] ?? 'none'}`
  })
}

function ask(agency: string, path: string, query: string): ReturnType<Door['api']> {
  const headers = { authorization: `Bearer ${tokens.get(agency) ?? ''}` }
  return door.api(agency, `${path}?${query}`, { headers })
}

test('security 36: every list that goes on is known here, signed or not', () => {
  expect(lists.size).toBeGreaterThan(40)
  expect(given.length).toBeGreaterThanOrEqual(10)
  for (const name of unsigned) expect([...lists.keys()]).toContain(name)
})

test('security 36: a list is bounded by 100, and refuses other bounds', async () => {
  for (const path of lists.values()) {
    for (const limit of ['0', '101', '-1', '1e2', '٣', '20.0', '']) {
      expect([400, 404]).toContain((await ask('east', path, `limit=${limit}`)).status)
    }
  }
})

test('security 36, API4: no cursor reaches another agency, other rows, more rows than asked, or a fault', async () => {
  const whole = new Map<string, Set<string>>()
  for (const [name, path] of lists) {
    const { status, body } = await ask('east', path, 'limit=100')
    const all = listed.safeParse(body)
    expect(status).toBeLessThan(500)
    if (all.success) whole.set(name, new Set(all.data.items.map((item) => JSON.stringify(item))))
  }
  let refused = 0
  const names = [...lists.keys()]
  const hostile = oneof(
    string({ unit: 'binary', maxLength: 210 }),
    constantFrom(...given, ...given.map((cursor) => cursor.replace(/.$/, 'x'))),
    constantFrom('0', '1', '01', '-1', '1e3', '999999', '1000000', '~', '0~', '.', '0.0', '1.1'),
    constantFrom("1' OR 1=1 --", '%', '\u0000', '../west', 'null', '[]', '{"n":1}', '９'),
  )
  await assert(
    asyncProperty(constantFrom(...names), hostile, async (name, cursor) => {
      const path = lists.get(name) ?? ''
      const query = `limit=1&cursor=${encodeURIComponent(cursor.toWellFormed())}`
      const mine = await ask('east', path, query)
      expect(mine.status).toBeLessThan(500)
      if (mine.status === 200) {
        const { items } = listed.parse(mine.body)
        expect(items.length).toBeLessThanOrEqual(1)
        for (const item of items) expect(whole.get(name)?.has(JSON.stringify(item))).toBe(true)
      } else refused += 1
      const theirs = await ask('west', path, query)
      expect(theirs.status).toBeLessThan(500)
      expect(JSON.stringify(theirs.body)).not.toContain(secret)
      // What a list gave is its own agency's: nobody else's signed list takes it.
      const isSigned = !unsigned.includes(name)
      if (isSigned && cursor !== '') expect(theirs.status).not.toBe(200)
    }),
    { numRuns: 1500 },
  )
  expect(refused).toBeGreaterThan(500)
})
