import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'
import { codeAt, keeperOf, offerSchema } from './account-door.ts'
import { hire, logIn, password, tokenOf, visit } from './desk-door.ts'

const start = Date.parse('2026-11-20T10:00:00+08:00')

let house: House
let door: Door
let now = start
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: () => now })
  await hire(house, 'east', ['admin'])
})
afterAll(() => house.close())

/** The code of a secret, some steps from now. */
function codeOf(secret: string, away = 0): Promise<string> {
  return codeAt(secret, now + away * 30_000)
}

const json = (
  token: string,
  body: unknown = {},
): { headers: Record<string, string>; json: unknown } => ({
  headers: { authorization: `Bearer ${token}` },
  json: body,
})

async function call(token: string, path: string, body?: unknown): ReturnType<Door['api']> {
  return door.api('east', `/desk/account${path}`, json(token, body))
}

async function me(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await door.api('east', '/desk/account', { headers })).status
}

/** Turns a second factor on; answers its secret and the token that goes on. */
async function turnOn(username: string): Promise<{ secret: string; token: string }> {
  const token = await tokenOf(door, 'east', username)
  const { secret, offer } = offerSchema.parse((await call(token, '/second-factor')).body)
  const otp = await codeOf(secret)
  const done = await call(token, '/second-factor/confirmation', { offer, otp })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  // The code is used up; the next one is of the next step.
  now += 30_000
  return { secret, token: textIn(done.body, 'token') }
}

async function enter(username: string, otp?: string): Promise<number> {
  const body = { username, password, ...(otp === undefined ? {} : { otp }) }
  return (await door.api('east', '/session', { json: body })).status
}

describe('security 49: a second factor (RFC 6238)', () => {
  test('is asked at log-in from then on, and each code works once', async () => {
    await hire(house, 'east', ['viewer'], 'two')
    const before = await tokenOf(door, 'east', 'two')
    const { secret, token } = await turnOn('two')
    expect([await me(before), await me(token)]).toEqual([401, 200])
    expect(await enter('two')).toBe(401)
    expect(await enter('two', '000000')).toBe(401)
    expect(await enter('two', await codeOf(secret, -2))).toBe(401)
    const otp = await codeOf(secret)
    const both = await Promise.all([enter('two', otp), enter('two', otp)])
    expect(both.toSorted((a, b) => a - b)).toEqual([200, 401])
    expect(await enter('two', otp)).toBe(401)
    now += 30_000
    expect(await enter('two', await codeOf(secret, 1))).toBe(200)
    // A code of before the last one used is over, though its time is not.
    expect(await enter('two', await codeOf(secret))).toBe(401)
  })

  test('security 51: wrong password, wrong code and no code are refused alike', async () => {
    await hire(house, 'east', ['viewer'], 'alike')
    await turnOn('alike')
    const tries = [
      { username: 'alike', password: 'not-the-password' },
      { username: 'alike', password },
      { username: 'alike', password, otp: '123456' },
      { username: 'nobody-at-all', password, otp: '123456' },
    ]
    const answers = await Promise.all(
      tries.map((one) => door.api('east', '/session', { json: one })),
    )
    const told = answers.map(({ status, body }) => {
      return `${status} ${JSON.stringify(body).replace(/"requestId":"\w+"/, '')}`
    })
    expect(new Set(told).size).toBe(1)
  })

  test('security 50: codes are not to be guessed by who knows the password', async () => {
    await hire(house, 'east', ['viewer'], 'guessed')
    const { secret } = await turnOn('guessed')
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, n) => enter('guessed', String(n).padStart(6, '1'))),
    )
    expect(tries.filter((status) => status === 401)).toHaveLength(10)
    expect(await enter('guessed', await codeOf(secret))).toBe(429)
  })

  test('an account without one logs in as before, whatever stands in the field', async () => {
    await hire(house, 'east', ['viewer'], 'one')
    expect([await enter('one'), await enter('one', '123456')]).toEqual([200, 200])
  })

  test('security 70: its secret is sealed for its owner alone', async () => {
    await hire(house, 'east', ['viewer'], 'sealed')
    const { secret } = await turnOn('sealed')
    const rows = await house.rows('east', 'second_factor')
    expect(JSON.stringify(rows)).not.toContain(secret)
    for (const row of rows) expect(row['secret']).toMatch(/^a1\./)
    // The row of another moved to this account opens nothing and lets nobody in.
    const { db } = await house.tenant('east')
    await hire(house, 'east', ['viewer'], 'thief')
    await db
      .prepare(
        `INSERT INTO second_factor SELECT (SELECT id FROM staff WHERE username = 'thief'), secret, 0
         FROM second_factor WHERE staff_id = (SELECT id FROM staff WHERE username = 'sealed')`,
      )
      .run()
    expect(await enter('thief', await codeOf(secret))).not.toBe(200)
  })

  test('an offer is its owner’s for half an hour, and nothing is on before its first code', async () => {
    await hire(house, 'east', ['viewer'], 'offered')
    await hire(house, 'east', ['viewer'], 'other')
    const [token, other] = [
      await tokenOf(door, 'east', 'offered'),
      await tokenOf(door, 'east', 'other'),
    ]
    const { secret, offer } = offerSchema.parse((await call(token, '/second-factor')).body)
    const otp = await codeOf(secret)
    for (const [by, body] of [
      [other, { offer, otp }],
      [token, { offer: `${offer}x`, otp }],
      [token, { offer: 'x', otp }],
      [token, { offer, otp: '000000' }],
    ] as const) {
      expect((await call(by, '/second-factor/confirmation', body)).status).toBe(400)
    }
    expect(await enter('offered')).toBe(200)
    expect((await call(token, '/second-factor/confirmation', { offer, otp })).status).toBe(200)
  })

  test('goes off by password and code together, and not by one of them', async () => {
    await hire(house, 'east', ['viewer'], 'off')
    const { secret, token } = await turnOn('off')
    const otp = await codeOf(secret)
    expect((await call(token, '/second-factor')).status).toBe(409)
    const wrong = [
      { password: 'not-the-password', otp },
      { password, otp: '000000' },
    ]
    for (const body of wrong) {
      expect((await call(token, '/second-factor/removal', body)).status).toBe(400)
    }
    const done = await call(token, '/second-factor/removal', { password, otp })
    expect(done.status).toBe(200)
    expect([await me(token), await me(textIn(done.body, 'token')), await enter('off')]).toEqual([
      401, 200, 200,
    ])
  })

  test('lost with the phone, it is taken off by an administrator, never one’s own, and sessions end', async () => {
    await hire(house, 'east', ['viewer'], 'lost')
    const { token } = await turnOn('lost')
    const keeper = await keeperOf(door, 'east', 'admin')
    const idOf = async (username: string): Promise<string> => {
      const rows = await house.rows('east', 'staff')
      return String(rows.find((row) => row['username'] === username)?.['id'])
    }
    const id = await idOf('lost')
    await keeper.step(id, 'drop-factor')
    expect([await me(token), await enter('lost')]).toEqual([401, 200])
    const again = await keeper.ask(`/desk/staff/${id}/actions/drop-factor`, { json: {} })
    expect(again.status).toBe(409)
    await turnOn('admin')
    // The administrator's other sessions ended with that.
    expect((await keeper.ask('/desk/staff')).status).toBe(401)
    const kinds = (await house.rows('east', 'event')).map(({ kind }) => String(kind))
    expect(kinds).toEqual(expect.arrayContaining(['staff.factor-on', 'staff.factor-off']))
  })
})

test('by the pages: turned on, asked at the log-in page, turned off', async () => {
  await hire(house, 'east', ['viewer'], 'paged')
  const visitor = await logIn(door, 'east', 'paged')
  const html = await (await visitor.get('/desk/account/second-factor')).text()
  const offer = /name="offer" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
  const path = '/desk/account/second-factor'
  const wrong = await visitor.post(`${path}/confirmation`, { offer, otp: '000000' })
  expect(wrong.status).toBe(422)
  // The same secret stands there still: the phone has it already.
  expect(await wrong.text()).toContain(`value="${offer}"`)
  const done = await visitor.post(`${path}/confirmation`, { offer, otp: await codeOf(secret) })
  expect(done.headers.get('location')).toBe('/desk/account?done=on')
  now += 30_000
  const fields = { username: 'paged', password, next: '' }
  expect((await visit(door, 'east').post('/desk/login', fields)).status).toBe(401)
  const otp = await codeOf(secret)
  const again = visit(door, 'east')
  expect((await again.post('/desk/login', { ...fields, otp })).status).toBe(303)
  now += 30_000
  const off = { password, otp: await codeOf(secret) }
  const gone = await again.post(`${path}/removal`, off)
  expect(gone.headers.get('location')).toBe('/desk/account?done=off')
  expect(await (await again.get('/desk/account')).text()).toContain('未开通')
})
