import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'

const start = Date.parse('2026-11-20T10:00:00+08:00')
let now = start

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: () => now })
})
afterAll(() => house.close())

const taken = z.object({ receipt: z.string(), secret: z.string() })
const wrong = 'ABCD-ABCD-ABCD-ABCD'

async function submitted(agency: string): Promise<z.infer<typeof taken>> {
  const done = await door.api(agency, '/applications', { json: personForm() })
  return taken.parse(done.body)
}

/** Asks by receipt and password from an address; answers the status, the headers and the code. */
async function ask(
  agency: string,
  [receipt, secret]: readonly [string, string],
  address: string | null,
  path = '',
): Promise<{ status: number; code: unknown; retryAfter: string | null }> {
  const { status, headers, body } = await door.api(agency, `/applications/${receipt}${path}`, {
    headers: {
      authorization: `Receipt ${secret}`,
      ...(address === null ? {} : { 'cf-connecting-ip': address }),
    },
  })
  const code = z.object({ code: z.unknown() }).safeParse(body).data?.code
  return { status, code, retryAfter: headers.get('retry-after') }
}

test('issue 4, 6: wrong pairs of receipt and password are limited per client in shared storage, right or wrong alike, and shut out nobody else', async () => {
  const mine = await submitted('east')
  const right = [mine.receipt, mine.secret] as const
  // Thirty wrong ones, through every door that takes the pair: all answered alike.
  for (let n = 0; n < 28; n += 1) {
    const pair = n % 2 === 0 ? [mine.receipt, wrong] : ['SQ-00000-00000-00000-00000', wrong]
    const path = ['', '/documents/x.txt', '/files/x', '/personal-data'][n % 4]
    expect(await ask('east', [pair[0] ?? '', wrong], '10.7.7.7', path)).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  }
  for (let n = 0; n < 2; n += 1) expect((await byPage(mine.receipt, wrong)).status).toBe(422)

  for (const pair of [right, [mine.receipt, wrong]] as const) {
    const refused = await ask('east', pair, '10.7.7.7')
    expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
  }
  expect((await byPage(mine.receipt, mine.secret)).status).toBe(429)
  // Others, other agencies and clients without an address are not concerned.
  expect((await ask('east', right, '10.7.7.8')).status).toBe(200)
  expect((await ask('east', right, null)).status).toBe(200)
  const west = await submitted('west')
  expect((await ask('west', [west.receipt, west.secret], '10.7.7.7')).status).toBe(200)

  now = start + 11 * 60_000
  expect((await ask('east', right, '10.7.7.7')).status).toBe(200)
  const rows = JSON.stringify(await house.rows('east', 'throttle'))
  expect(rows).not.toContain('10.7.7')
})

test('issue 4, 6: who names the right pair may ask as often as he likes', async () => {
  const mine = await submitted('river')
  for (let n = 0; n < 80; n += 1) {
    expect((await ask('river', [mine.receipt, mine.secret], '10.7.7.9')).status).toBe(200)
  }
  expect(await house.rows('river', 'throttle')).toEqual([])
})

async function byPage(receipt: string, secret: string): Promise<Response> {
  return door.request('east', '/apply/status', {
    method: 'POST',
    body: new URLSearchParams({ receipt, secret }),
    headers: { 'cf-connecting-ip': '10.7.7.7', origin: 'https://east.gov.test' },
  })
}
