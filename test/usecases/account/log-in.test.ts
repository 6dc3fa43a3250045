import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeTries } from '../../../src/store/tenant/account/login-tries.ts'
import { createStaff } from '../../../src/usecases/account/create-staff.ts'
import { loginLimits } from '../../../src/usecases/account/login-limits.ts'
import { openSession } from '../../../src/usecases/account/open-session.ts'
import { createSessionTokens } from '../../../src/usecases/account/session-token.ts'
import { officer, type House, openHouse } from '../../support/house.ts'

const password = '不识庐山真面目 2026'
const tokens = createSessionTokens(['account-test-secret-0123456789abcdefghijklmnopq'])
const startMs = Date.parse('2026-03-02T09:00:00+08:00')
const quarter = 15 * 60_000

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function hire(agency: string, username: string): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' })
  const made = await createStaff(ctx, { username, name: '甲', roles: ['handler'], password })
  expect(made.ok).toBe(true)
}

async function attempt(
  username: string,
  given: string,
  { client = 'c', at = startMs, agency = 'east' } = {},
): Promise<string> {
  const ctx = { ...(await house.ctx(agency)), now: at }
  const opened = await openSession(ctx, tokens, { username, password: given }, client)
  return opened.ok ? 'in' : opened.refusal.code
}

/** Tries that fail, without the cost of hashing a password for each. */
async function fail(username: string, client: string, times: number): Promise<number> {
  const ctx = { ...(await house.ctx('east')), now: startMs }
  let counted = 0
  for (let n = 0; n < times; n += 1) {
    const { limits } = await loginLimits(ctx, username, client)
    if ((await takeTries(ctx.db, limits, startMs)) === null) counted += 1
  }
  return counted
}

describe('passwords (ASVS 6.2, 11.4.2)', () => {
  test('are stored as scrypt with their cost, salted and keyed per agency', async () => {
    await hire('east', 'salted')
    await hire('east', 'salted-2')
    await hire('west', 'salted')
    const rows = [...(await house.rows('east', 'staff')), ...(await house.rows('west', 'staff'))]
    const stored = rows.map((row) => String(row['password']))
    for (const hash of stored) expect(hash).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/)
    expect(new Set(stored).size).toBe(stored.length)
    // A row carried to another agency opens nothing there.
    const { db } = await house.tenant('west')
    await db
      .prepare('UPDATE staff SET password = ?')
      .bind(stored[0] ?? '')
      .run()
    expect(await attempt('salted', password, { agency: 'west' })).toBe('wrong-credentials')
  })

  test.each([
    ['eleven characters', 'abcdefgh-1x', false],
    ['twelve', 'abcdefgh-1xy', true],
    ['64 Han characters', '山高月小水落石出'.repeat(8), true],
    ['129 characters', 'ab1-'.repeat(33), false],
    ['one everybody tries', 'Password1234', false],
    ['one character over and over', 'aaaaaaaaaaaaaaaa', false],
    ['half a character', 'abcdefgh-1xy\ud800', false],
  ])('%s', async (name, chosen, isAccepted) => {
    const ctx = await house.ctx('east', { type: 'system', job: 'test' })
    const username = `u-${name.replaceAll(/\W/g, '')}`
    const made = await createStaff(ctx, {
      username,
      name: '乙',
      roles: ['viewer'],
      password: chosen,
    })
    expect(made.ok).toBe(isAccepted)
    if (!isAccepted) return
    const client = `pw-${username}`
    const cut = chosen.slice(0, -1)
    expect(await attempt(username, cut, { client })).toBe('wrong-credentials')
    expect(await attempt(username, chosen, { client })).toBe('in')
  })

  test('an account is made once; the same name answers the same id and keeps its password', async () => {
    const ctx = await house.ctx('east', { type: 'system', job: 'test' })
    const person = { username: 'Once', name: '丙', roles: ['viewer'], password } as const
    const [first, second] = await Promise.all([createStaff(ctx, person), createStaff(ctx, person)])
    expect(first).toEqual(second)
    await createStaff(ctx, { ...person, username: 'once', password: '另一个很长的密码-2026' })
    expect(await attempt('ONCE', password)).toBe('in')
  })

  test.each(['head', 'viewer', 'registrar', 'admin'] as const)(
    'security 52: a %s makes no account whose password is known',
    async (role) => {
      const ctx = await house.ctx('east', officer(role))
      const made = await createStaff(ctx, {
        username: 'x1',
        name: '丁',
        roles: ['admin'],
        password,
      })
      expect(made).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    },
  )
})

describe('guessing (ASVS 6.3.1, 6.3.8)', () => {
  test('unknown user, wrong password and nonsense are refused alike', async () => {
    await hire('east', 'quiet')
    const options = { client: 'alike' }
    expect(await attempt('quiet', '错的密码错的密码', options)).toBe('wrong-credentials')
    expect(await attempt('nobody-here', password, options)).toBe('wrong-credentials')
    expect(await attempt("' OR 1=1 --", password, options)).toBe('wrong-credentials')
  })

  test('ten failures close an account to strangers for a quarter of an hour, also in parallel', async () => {
    await hire('east', 'target')
    const tries = await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        attempt('target', 'wrong-wrong-wrong', { client: `s${n}` }),
      ),
    )
    expect(tries.filter((answer) => answer === 'wrong-credentials')).toHaveLength(10)
    expect(await attempt('target', password, { client: 'new' })).toBe('too-many-requests')
    expect(await attempt('target', password, { client: 'new', at: startMs + quarter })).toBe('in')
  })

  test('cannot be used to lock out somebody who logs in from a known address', async () => {
    await hire('east', 'owner')
    expect(await attempt('owner', password, { client: 'office' })).toBe('in')
    expect(await fail('owner', 'thief', 12)).toBe(10)
    expect(await attempt('owner', password, { client: 'elsewhere' })).toBe('too-many-requests')
    expect(await attempt('owner', password, { client: 'office' })).toBe('in')
  })

  test('thirty failures close a client, and then it can close no further account', async () => {
    await hire('east', 'safe')
    for (let n = 0; n < 30; n += 1) {
      expect(await fail(`spray-${n}`, 'sprayer', 1)).toBe(1)
    }
    expect(await fail('safe', 'sprayer', 12)).toBe(0)
    expect(await attempt('safe', password, { client: 'sprayer' })).toBe('too-many-requests')
    expect(await attempt('safe', password, { client: 'desk' })).toBe('in')
  })
})
