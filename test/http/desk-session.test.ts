import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeTries } from '../../src/store/tenant/account/login-tries.ts'
import { loginLimits } from '../../src/usecases/account/login-limits.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { pathsUnder } from '../../src/http/paths.ts'
import { deskPath } from '../../src/http/pages/desk/login/local-path.ts'
import { hire, logIn, password, tokenOf, visit } from './desk-door.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  for (const agency of ['east', 'west', 'hill']) await hire(house, agency, ['registrar'])
})
afterAll(() => house.close())

const path = '/desk/applications'

async function statusWith(authorization: string, agency = 'east'): Promise<number> {
  return (await door.api(agency, path, { headers: { authorization } })).status
}

async function refusalFor(username: string): Promise<unknown> {
  const json = { username, password: 'not-the-password' }
  const { body } = await door.api('east', '/session', { json })
  return typeof body === 'object' ? { ...body, requestId: null } : body
}

describe('POST and DELETE /session (contract, Staff)', () => {
  test('answers token, end and actor; the token opens the desk until it is given back', async () => {
    const opened = await door.api('east', '/session', { json: { username: 'Registrar', password } })
    expect(opened.status).toBe(200)
    expect(opened.headers.get('cache-control')).toBe('no-store')
    expect(opened.body).toMatchObject({
      expiresAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:]{8}\+08:00$/),
      actor: { name: '试用registrar', roles: ['registrar'] },
    })
    const token = await tokenOf(door, 'east', 'registrar')
    expect(await statusWith(`Bearer ${token}`)).toBe(200)
    const headers = { authorization: `Bearer ${token}` }
    const closed = await door.api('east', '/session', { method: 'DELETE', headers })
    expect(closed.status).toBe(204)
    expect(await statusWith(`Bearer ${token}`)).toBe(401)
    expect((await door.api('east', '/session', { method: 'DELETE', headers })).status).toBe(401)
  })

  test.each([
    ['otp as a number', { username: 'registrar', password, otp: 123456 }, 400],
    ['otp as text', { username: 'registrar', password, otp: '123456' }, 200],
    ['a field too many', { username: 'registrar', password, role: 'admin' }, 400],
    ['no password', { username: 'registrar' }, 400],
    ['a list', [], 400],
    ['half a character', { username: 'registrar', password: '\ud800' }, 400],
    ['a very long password', { username: 'registrar', password: 'x'.repeat(100_000) }, 400],
    ['a wrong one', { username: 'registrar', password: 'wrong-wrong-wrong' }, 401],
    ['nobody', { username: 'nobody', password: 'wrong-wrong-wrong' }, 401],
  ])('%s', async (_, json, status) => {
    expect((await door.api('east', '/session', { json })).status).toBe(status)
  })

  test('unknown and wrong are the same answer but for the request id', async () => {
    expect(await refusalFor('registrar')).toEqual(await refusalFor('no-such-user'))
  })

  test('too many failures answer 429 with Retry-After, on the page too', async () => {
    await hire(house, 'west', ['viewer'], 'guessed')
    const headers = { 'cf-connecting-ip': '192.0.2.1' }
    const ctx = await house.ctx('west')
    const { limits } = await loginLimits(ctx, 'guessed', 'somebody-else')
    for (let n = 0; n < 10; n += 1) await takeTries(ctx.db, limits, ctx.now)
    const json = { username: 'guessed', password }
    const stopped = await door.api('west', '/session', { json, headers })
    expect(stopped.status).toBe(429)
    const wait = Number(stopped.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(900)
    const page = await visit(door, 'west', '192.0.2.1').post('/desk/login', json)
    expect(page.status).toBe(429)
    const later = openDoor(house, { at: () => Date.now() + wait * 1000 + 1000 })
    expect((await later.api('west', '/session', { json, headers })).status).toBe(200)
  })
})

describe('cookies and log-in page (ASVS 3.3, 3.7.2)', () => {
  test('the cookie is bound to host and agency; a channel’s does not open its parent’s desk', async () => {
    const visitor = visit(door, 'hill')
    const sent = await visitor.post('/desk/login', { username: 'registrar', password, next: '' })
    expect(sent.headers.get('set-cookie')).toMatch(
      /^__Host-yg-hill=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(sent.headers.get('location')).toBe('/hill/desk')
    const parent = visit(door, 'east')
    for (const [name, value] of visitor.cookies) parent.cookies.set(name, value)
    expect((await parent.get('/desk/applications')).headers.get('location')).toContain(
      '/desk/login',
    )
    parent.cookies.set('__Host-yg-east', visitor.cookies.get('__Host-yg-hill') ?? '')
    expect((await parent.get('/desk/applications')).headers.get('location')).toContain(
      '/desk/login',
    )
  })

  test.each([
    ['/desk/applications?state=replied', '/desk/applications?state=replied'],
    ['https://evil.example/desk', '/desk'],
    ['//evil.example/desk', '/desk'],
    ['/\\evil.example/desk', '/desk'],
    ['/desk/../apply', '/desk'],
    ['/desk/login', '/desk'],
    ['javascript:alert(1)', '/desk'],
    ['/desktop', '/desk'],
    ['', '/desk'],
  ])('after log-in %j leads to %s', (asked, target) => {
    expect(deskPath({ to: pathsUnder('') }, asked)).toBe(target)
  })

  test('and the page keeps to that', async () => {
    const fields = { username: 'registrar', password, next: '//evil.example/desk' }
    const sent = await visit(door, 'east').post('/desk/login', fields)
    expect(sent.headers.get('location')).toBe('/desk')
    const back = await visit(door, 'east').get('/desk/applications?state=replied')
    expect(back.headers.get('location')).toBe(
      `/desk/login?next=${encodeURIComponent('/desk/applications?state=replied')}`,
    )
  })

  test('a wrong password keeps the user name and sends no password back', async () => {
    const typed = 'not-the-right-password'
    const sent = await visit(door, 'east').post('/desk/login', {
      username: 'registrar',
      password: typed,
      next: '',
    })
    expect(sent.status).toBe(401)
    const html = await sent.text()
    expect(html).toContain('value="registrar"')
    expect(html).not.toContain(typed)
    expect(sent.headers.get('set-cookie')).toBeNull()
  })

  test('logging out ends the session in every copy of the cookie', async () => {
    const visitor = await logIn(door, 'east', 'registrar')
    const copy = visit(door, 'east')
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    expect((await copy.get('/desk/applications')).status).toBe(200)
    expect((await visitor.post('/desk/logout', {})).status).toBe(303)
    expect(visitor.cookies.size).toBe(0)
    expect((await copy.get('/desk/applications')).status).toBe(303)
  })

  test('logging in anew ends the session that this browser had', async () => {
    const visitor = await logIn(door, 'east', 'registrar')
    const copy = visit(door, 'east')
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    await visitor.post('/desk/login', { username: 'registrar', password, next: '' })
    expect((await copy.get('/desk/applications')).status).toBe(303)
    expect((await visitor.get('/desk/applications')).status).toBe(200)
  })
})
