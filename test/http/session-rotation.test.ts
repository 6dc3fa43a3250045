import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SessionSecrets, sessionKeyId } from '../../src/usecases/account/session-token.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { hire, tokenOf } from './desk-door.ts'

const old = 'old-session-key-0123456789-abcdefghijklmnopqrst'
const young = 'new-session-key-0123456789-abcdefghijklmnopqrst'
/** The settings of a change of keys one after another; while one spreads, isolates of the one before still answer. */
const settings: readonly SessionSecrets[] = [[old], [old, young], [young, old], [young]]

/** Each logs in once with every setting: tries are limited per account. */
const people = Array.from({ length: 12 }, (_, n) => `clerk-${n}`)

let house: House
let doors: Door[]
beforeAll(async () => {
  house = await openHouse()
  doors = settings.map((sessionKeys) => openDoor(house, { sessionKeys }))
  for (const name of people) await hire(house, 'east', ['registrar'], name)
})
afterAll(() => house.close())

async function statusAt(door: Door | undefined, token: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}` }
  return (await door?.api('east', '/desk/applications', { headers }))?.status
}

function kidOf(token: string): unknown {
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
  return typeof header === 'object' && header !== null && 'kid' in header ? header.kid : null
}

test('security 68: keys change under load without one false 401', async () => {
  const tokens: string[] = []
  const answers: (number | undefined)[] = []
  for (const [at, door] of doors.entries()) {
    const isLast = at === doors.length - 1
    // The old key goes when its last token has ended; those that the young one signed live on.
    if (isLast) tokens.splice(0, tokens.length, ...(await ofKey(tokens, young)))
    const spread = isLast ? [door] : [doors[at], doors[Math.max(0, at - 1)]]
    const work = people.map(async (name, n) => {
      const [here, there] = n % 2 === 0 ? spread : [...spread].toReversed()
      const token = await tokenOf(here ?? door, 'east', name)
      tokens.push(token)
      for (const one of tokens.slice()) answers.push(await statusAt(there ?? here, one))
    })
    await Promise.all(work)
  }
  expect(answers.length).toBeGreaterThan(500)
  expect(answers.filter((status) => status !== 200)).toEqual([])
})

test('security 68: the id of a token is its key’s, and a key that is gone opens nothing', async () => {
  const [before, adding, turned, after] = doors
  if (before === undefined || turned === undefined) throw new Error('no doors')
  const first = await tokenOf(before, 'east', 'clerk-0')
  const second = await tokenOf(turned, 'east', 'clerk-0')
  expect(kidOf(first)).toBe(await sessionKeyId(old))
  expect(kidOf(second)).toBe(await sessionKeyId(young))
  expect(await statusAt(adding, second)).toBe(200)
  expect(await statusAt(after, second)).toBe(200)
  expect(await statusAt(after, first)).toBe(401)
  expect(await statusAt(before, second)).toBe(401)
})

async function ofKey(tokens: readonly string[], key: string): Promise<string[]> {
  const id = await sessionKeyId(key)
  return tokens.filter((token) => kidOf(token) === id)
}
