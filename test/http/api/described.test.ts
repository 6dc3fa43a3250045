import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { roles } from '../../../src/domain/shared/actor.ts'
import type { Operation } from '../../../src/http/api/operation.ts'
import { operations } from '../../../src/http/app.tsx'
import { personForm } from '../../support/application-form.ts'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { hire, tokenOf } from '../desk-door.ts'
import { fillAgency, type Held } from '../isolation/one-of-each.ts'

const at = '2026-11-20T10:00:00+08:00'
const here = 'east'

let house: House
let door: Door
let held: Held
let token: string
let pair: { receipt: string; secret: string }
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  held = await fillAgency(house, door, here, at)
  await hire(house, here, roles, 'all')
  token = await tokenOf(door, here, 'all')
  const sent = await door.api(here, '/applications', { json: personForm() })
  pair = z.object({ receipt: z.string(), secret: z.string() }).parse(sent.body)
}, 120_000)
afterAll(() => house.close())

/** Every address of a call that names what exists. */
function addressesOf({ path, access }: Operation): string[] {
  let found = ['']
  let kind = ''
  for (const step of path.split('/').slice(1)) {
    const known = access === 'receipt' && step === ':receipt' ? [pair.receipt] : (held[kind] ?? [])
    const values = step.startsWith(':') ? known : [step]
    found = found.flatMap((before) => values.map((value) => `${before}/${value}`))
    kind = step
  }
  const query = path === '/suggestions' ? '?q=界碑' : ''
  return found.map((one) => `${one}${query}`)
}

/** Where a body has what its schema does not name: parsing drops it. */
function undescribed(body: unknown, parsed: unknown, place = ''): string[] {
  if (Array.isArray(body)) {
    const list: unknown[] = Array.isArray(parsed) ? parsed : []
    return [...new Set(body.flatMap((one, n) => undescribed(one, list[n], `${place}/#`)))]
  }
  if (typeof body !== 'object' || body === null) return []
  if (typeof parsed !== 'object' || parsed === null) return [place]
  const known = new Map<string, unknown>(Object.entries(parsed))
  return Object.entries(body).flatMap(([key, value]) =>
    known.has(key) ? undescribed(value, known.get(key), `${place}/${key}`) : [`${place}/${key}`],
  )
}

const reads = operations.filter(({ method }) => method === 'GET')

test.each(reads.map((one) => [one.path, one] as const))(
  'GET %s answers what is described, and nothing besides (contract: openapi.json)',
  async (_, one) => {
    const authorization = one.access === 'receipt' ? `Receipt ${pair.secret}` : `Bearer ${token}`
    for (const address of addressesOf(one)) {
      const answer = await door.request(here, `/api/v1${address}`, { headers: { authorization } })
      const described = one.answers.find(({ status }) => status === answer.status)
      expect([address, answer.status, described?.status]).toEqual([
        address,
        answer.status,
        answer.status,
      ])
      const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
      if (!answer.ok || !isJson) continue
      const body: unknown = await answer.json()
      expect(described?.schema, `${address} has no schema`).toBeDefined()
      expect([address, undescribed(body, described?.schema?.parse(body))]).toEqual([address, []])
    }
  },
)

/** Reads that answer a list: `items`, and where they go on. */
const lists = reads.filter(({ answers }) => {
  const schema = answers.find(({ status }) => status === 200)?.schema
  return (
    schema instanceof z.ZodObject &&
    schema.shape['items'] instanceof z.ZodArray &&
    'next' in schema.shape
  )
})

test.each(lists.map((one) => [one.path, one] as const))(
  'GET %s is read in pages of `limit`, and refuses what is no page (contract: lists)',
  async (_, one) => {
    const authorization = `Bearer ${token}`
    const ask = async (query: string): Promise<{ status: number; body: unknown }> => {
      const address = addressesOf(one).at(-1) ?? ''
      const joint = address.includes('?') ? '&' : '?'
      return door.api(here, `${address}${joint}${query}`, { headers: { authorization } })
    }
    const page = z.looseObject({ items: z.array(z.unknown()), next: z.string().nullable() })
    const whole = page.parse((await ask('limit=100')).body)
    const read: unknown[] = []
    for (let cursor = ''; ;) {
      const { items, next } = page.parse((await ask(`limit=1&cursor=${cursor}`)).body)
      expect(items.length).toBeLessThanOrEqual(1)
      read.push(...items)
      if (next === null) break
      cursor = encodeURIComponent(next)
    }
    expect(read).toEqual(whole.items)
    for (const wrong of ['limit=0', 'limit=101', 'limit=x', 'cursor=zz', 'nothing=1']) {
      expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 400])
    }
  },
)
