import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { goodForm, hire, logIn, type Visitor } from './desk-door.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await hire(house, 'east', ['registrar'])
})
afterAll(() => house.close())

describe('changes asked for by another site (ASVS 3.5.1, CWE-352)', () => {
  const form = 'application/x-www-form-urlencoded'
  const multipart = 'multipart/form-data; boundary=x'
  const matrix: readonly [string, Record<string, string>, boolean][] = [
    ['own origin', { origin: 'https://east.gov.test', 'content-type': form }, true],
    [
      'own referer, no origin',
      { referer: 'https://east.gov.test/desk', 'content-type': form },
      true,
    ],
    ['a sibling agency', { origin: 'https://west.gov.test', 'content-type': form }, false],
    ['the parent agency', { origin: 'https://pref.gov.test', 'content-type': form }, false],
    ['a stranger', { origin: 'https://evil.example', 'content-type': form }, false],
    ['a stranger’s referer', { referer: 'https://evil.example/', 'content-type': form }, false],
    ['a hidden origin', { origin: 'null', 'content-type': form }, false],
    [
      'a look-alike host',
      { origin: 'https://east.gov.test.evil.example', 'content-type': form },
      false,
    ],
    ['a host with a port', { origin: 'https://east.gov.test:8443', 'content-type': form }, false],
    ['a form with neither header', { 'content-type': form }, false],
    ['a multipart form with neither header', { 'content-type': multipart }, false],
    ['plain text with neither header', { 'content-type': 'text/plain' }, false],
    ['no type and neither header', {}, false],
    ['JSON with neither header', { 'content-type': 'application/json' }, false],
    [
      'own origin, but fetched across sites',
      { origin: 'https://east.gov.test', 'sec-fetch-site': 'cross-site', 'content-type': form },
      false,
    ],
    [
      'own origin, but from a sibling',
      { origin: 'https://east.gov.test', 'sec-fetch-site': 'same-site', 'content-type': form },
      false,
    ],
  ]
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await logIn(door, 'east', 'registrar')
  })

  test.each(matrix)('%s', async (_, headers, isAccepted) => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = await door.request('east', '/desk/logout', {
      method: 'POST',
      body: '',
      headers: { cookie, ...headers },
    })
    expect(sent.status).toBe(isAccepted ? 303 : 403)
    const still = await visitor.get('/desk/applications')
    expect(still.status).toBe(isAccepted ? 303 : 200)
    if (isAccepted) visitor = await logIn(door, 'east', 'registrar')
  })

  test('a sibling cannot apply, withdraw or log in for somebody either', async () => {
    for (const address of [
      '/apply',
      '/apply/withdrawal',
      '/apply/status',
      '/desk/login',
      '/api/v1/session',
    ]) {
      const body = new FormData()
      for (const [name, value] of Object.entries(goodForm)) body.set(name, value)
      const sent = await door.request('east', address, {
        method: 'POST',
        body,
        headers: { origin: 'https://west.gov.test' },
      })
      expect(sent.status).toBe(403)
    }
  })

  test('reading changes nothing (ASVS 3.5.3)', async () => {
    for (const address of ['/desk/logout', '/apply/withdrawal', '/desk/imports/commit']) {
      expect((await visitor.get(address)).status).toBe(404)
      expect((await visitor.get('/desk/applications')).status).toBe(200)
    }
  })
})
