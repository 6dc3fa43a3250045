import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/http/app.tsx'
import { withPageMemo } from '../src/http/page-memo.ts'
import { openDoor, type Door } from './support/http.ts'
import { openHouse, type House } from './support/house.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
})
afterAll(() => house.close())

describe('a host that is nobody’s', () => {
  let app: (request: Request) => Promise<Response>
  const ask = (host: string | null, url = 'https://river.gov.test/'): Promise<Response> =>
    app(new Request(url, host === null ? {} : { headers: { host } }))
  // A page that the isolate has kept for the right host is no answer for a wrong one.
  beforeAll(async () => {
    app = withPageMemo(door.parts, createApp(door.parts))
    for (const path of ['/', '/items', '/api/v1/agency']) {
      const warm = await ask('river.gov.test', `https://river.gov.test${path}`)
      expect(warm.status).toBe(200)
    }
  })
  test.each([
    ['unknown', 'nobody.gov.test'],
    ['a parent of a known one', 'gov.test'],
    ['below a known one', 'a.river.gov.test'],
    ['upper case', 'River.gov.test'],
    ['trailing dot', 'river.gov.test.'],
    ['user information', 'x@river.gov.test'],
    ['user information that names it', 'river.gov.test@evil.example'],
    ['percent-encoded', '%72iver.gov.test'],
    ['full-width letters', Buffer.from('ｒiver.gov.test').toString('latin1')],
    ['IPv6', '[::1]'],
    ['IPv4', '127.0.0.1'],
    ['two ports', 'river.gov.test:80:80'],
    ['a port that is no number', 'river.gov.test:x'],
    ['two hosts', 'river.gov.test, west.gov.test'],
    ['a path', 'river.gov.test/'],
    ['empty', ''],
    ['missing', null],
  ])('gets the one plain 404: %s', async (_, host) => {
    const expected = await seen(await ask('nobody.gov.test'))
    expect(expected).toMatchObject({ status: 404 })
    for (const path of ['/', '/items', '/desk', '/healthz', '/%E4%BD']) {
      expect(await seen(await ask(host, `https://river.gov.test${path}`))).toEqual(expected)
    }
    // A caller of the interface is told the same in its own form, whatever it asks for.
    const call = await ask(host, 'https://river.gov.test/api/v1/agency')
    expect(call.status).toBe(404)
    expect(await call.json()).toMatchObject({ code: 'not-found', status: 404 })
  })

  test('the address and the Host header must name the same one', async () => {
    const expected = await seen(await ask('nobody.gov.test'))
    expect(await seen(await ask('west.gov.test'))).toEqual(expected)
    expect((await ask('river.gov.test')).status).not.toBe(404)
    expect(
      (await ask('river.gov.test:8787', 'http://river.gov.test:8787/api/v1/agency')).status,
    ).toBe(200)
  })
})

/** All of an answer but the number of its request. */
async function seen(answer: Response): Promise<unknown> {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  return { status: answer.status, headers, body: await answer.text() }
}
