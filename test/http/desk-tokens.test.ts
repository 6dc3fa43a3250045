import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionKeyId } from '../../src/usecases/account/session-token.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, sessionKey } from '../support/http.ts'
import { hire, tokenOf, visit } from './desk-door.ts'

let house: House
let door: Door
let good: string
let header: { alg: string; typ: string; kid: string }
beforeAll(async () => {
  header = { alg: 'HS256', typ: 'yg-session+jwt', kid: await sessionKeyId(sessionKey) }
  house = await openHouse()
  door = openDoor(house)
  await hire(house, 'east', ['registrar'])
  good = await tokenOf(door, 'east', 'registrar')
})
afterAll(() => house.close())

async function statusWith(authorization: string, agency = 'east'): Promise<number> {
  return (await door.api(agency, '/desk/applications', { headers: { authorization } })).status
}

function claims(): Record<string, unknown> {
  return part(good.split('.')[1] ?? '')
}

describe('hostile tokens (ASVS 9.1, 9.2): 401, never 5xx', () => {
  const cases: readonly [string, () => Promise<string> | string][] = [
    ['nothing', () => ''],
    ['a word', () => 'token'],
    ['two parts', () => good.split('.').slice(0, 2).join('.')],
    ['an extra part', () => `${good}.${good}`],
    ['a padded signature', () => `${good}=`],
    ['a signature in the other alphabet', () => good.replace(/[-_]?$/, '+')],
    ['another spelling of the last bits', () => good.slice(0, -1) + next(good.at(-1) ?? '')],
    ['no signature', () => `${good.split('.').slice(0, 2).join('.')}.`],
    ['alg none', async () => `${text({ ...header, alg: 'none' })}.${good.split('.')[1]}.`],
    ['alg HS512', () => signed({ ...header, alg: 'HS512' }, claims())],
    ['another kid', () => signed({ ...header, kid: '2' }, claims())],
    [
      'the id of another key',
      async () => signed({ ...header, kid: await sessionKeyId('k'.repeat(43)) }, claims()),
    ],
    ['no kid', () => signed({ ...header, kid: undefined }, claims())],
    ['a kid that is no string', () => signed({ ...header, kid: [header.kid] }, claims())],
    ['another typ', () => signed({ ...header, typ: 'JWT' }, claims())],
    ['a crit header', () => signed({ ...header, crit: ['exp'] }, claims())],
    ['another audience', () => signed(header, { ...claims(), aud: 'west' })],
    ['a list of audiences', () => signed(header, { ...claims(), aud: ['east', 'west'] })],
    ['another issuer', () => signed(header, { ...claims(), iss: 'someone' })],
    ['another person', () => signed(header, { ...claims(), sub: 'admin' })],
    ['exp as a string', () => signed(header, { ...claims(), exp: '2999-01-01' })],
    ['exp too large', () => signed(header, { ...claims(), exp: 'infinite' })],
    ['no exp', () => signed(header, { ...claims(), exp: undefined })],
    ['exp in the past', () => signed(header, { ...claims(), exp: 1_000_000 })],
    [
      'iat in the future',
      () => signed(header, { ...claims(), iat: Math.floor(Date.now() / 1000) + 3600 }),
    ],
    ['a session that is not', () => signed(header, { ...claims(), jti: 'made-up' })],
    ['a payload that is a list', () => signed(header, [])],
    ['a payload that is null', () => signed(header, null)],
    [
      'signed with another key',
      () => signed(header, claims(), 'another-key-another-key-another-key-another'),
    ],
    ['huge', () => `${good}${'A'.repeat(200_000)}`],
    ['not ASCII', () => encodeURIComponent('令牌')],
  ]
  test.each(cases)('%s', async (_, make) => {
    const token = await make()
    expect(await statusWith(`Bearer ${token}`)).toBe(401)
    const visitor = visit(door, 'east')
    visitor.cookies.set('__Host-yg-east', token)
    expect((await visitor.get('/desk/applications')).status).toBe(303)
  })

  test('the control: the token as it was made, and made again by hand', async () => {
    expect(await statusWith(`Bearer ${good}`)).toBe(200)
    expect(await statusWith(`Bearer ${await signed(header, claims())}`)).toBe(200)
  })

  test('another scheme, and another agency’s token', async () => {
    expect(await statusWith(`Basic ${good}`)).toBe(401)
    expect(await statusWith(`Receipt ${good}`)).toBe(401)
    expect(await statusWith(`Bearer ${good}`, 'west')).toBe(401)
  })
})

async function signed(head: unknown, payload: unknown, key = sessionKey): Promise<string> {
  const body = `${text(head)}.${text(payload)}`
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const made = await crypto.subtle.sign('HMAC', material, new TextEncoder().encode(body))
  return `${body}.${Buffer.from(made).toString('base64url')}`
}

function text(value: unknown): string {
  return Buffer.from(JSON.stringify(value).replace('"infinite"', '1e400')).toString('base64url')
}

function part(encoded: string): Record<string, unknown> {
  const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString())
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function next(char: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[(alphabet.indexOf(char) + 1) % 64] ?? 'A'
}
