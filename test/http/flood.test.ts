import { afterAll, beforeAll, expect, test } from 'vitest'
import { personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'

/** Submissions that one agency takes in an hour from everybody together. */
const hourly = 300
const start = Date.parse('2026-11-20T10:00:00+08:00')

let house: House
let door: Door
let now = start
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: () => now, limits: true })
})
afterAll(() => house.close())

/** An application from an address of its own and by a telephone of its own. */
async function submit(agency: string, n: number, address = `10.1.${n >> 8}.${n & 255}`) {
  const form = personForm()
  const applicant = { ...(form['applicant'] as object), phone: `138${String(n).padStart(8, '0')}` }
  return door.api(agency, '/applications', {
    json: { ...form, applicant },
    headers: { 'cf-connecting-ip': address },
  })
}

/** All that a submission could leave behind, the counters of limits apart. */
async function left(agency: string): Promise<unknown> {
  const tables = ['application', 'application_file', 'event', 'cell', 'idempotency', 'counter']
  const rows = await Promise.all(tables.map((table) => house.rows(agency, table)))
  const { files } = await house.tenant(agency)
  return { rows, keys: (await files.list(Infinity)).keys, posted: house.posted.length }
}

test('a flood on one agency is refused with 429 and Retry-After and leaves nothing, and takes nothing of another’s share', async () => {
  const taken = []
  for (let n = 0; n < hourly; n += 1) taken.push((await submit('east', n)).status)
  expect(new Set(taken)).toEqual(new Set([202]))
  const before = [await left('east'), await left('west'), await house.rows('west', 'throttle')]
  for (let n = hourly; n < hourly + 60; n += 1) {
    const { status, headers, body } = await submit('east', n)
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(body).toMatchObject({ code: 'too-many-requests' })
  }
  expect([await left('east'), await left('west'), await house.rows('west', 'throttle')]).toEqual(
    before,
  )
  expect((await submit('west', 1)).status).toBe(202)
  // The share is full, not overfull: an hour later the next is taken.
  now = start + 61 * 60_000
  expect((await submit('east', 9000)).status).toBe(202)
})

test('one address is refused before it can use up everybody’s share', async () => {
  now = start + 5 * 3_600_000
  const answers = []
  for (let n = 0; n < 40; n += 1) answers.push((await submit('river', 5000 + n, '10.9.9.9')).status)
  expect(answers.filter((status) => status === 202)).toHaveLength(5)
  expect(answers.slice(5).every((status) => status === 429)).toBe(true)
  const rows = await house.rows('river', 'throttle')
  expect(rows.find(({ bucket }) => bucket === 'apply/hour')?.['n']).toBe(5)
})
