import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
})
afterAll(() => house.close())

test('an empty file field of a browser is no file (contract: POST /applications)', async () => {
  const form = new FormData()
  form.set('application', JSON.stringify(personForm()))
  form.append('files', new File([], '', { type: 'application/octet-stream' }))
  const answer = await door.request('river', '/api/v1/applications', { method: 'POST', body: form })
  expect(answer.status).toBe(202)
})

describe('answers that refuse say what HTTP asks them to say', () => {
  test('405 names the methods (RFC 9110 15.5.6)', async () => {
    const answer = await door.request('river', '/api/v1/fees', { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
    const read = await door.request('river', '/api/v1/items', { method: 'DELETE' })
    expect(read.headers.get('allow')).toBe('GET, HEAD')
  })

  test('a slash behind an address leads to the address, and to no other host (RFC 9110 15.4.2)', async () => {
    const ask = async (id: string, path: string, method = 'GET'): Promise<unknown[]> => {
      const { status, headers } = await door.request(id, path, { method })
      return [status, headers.get('location')]
    }
    expect(await ask('river', '/items/?q=1')).toEqual([301, '/items?q=1'])
    expect(await ask('hill', '/guide//', 'HEAD')).toEqual([301, '/hill/guide'])
    for (const path of ['//evil.test/', '///', '/nothing']) {
      expect([path, ...(await ask('river', path))]).toEqual([path, 404, null])
    }
    expect(await ask('river', '/items/', 'POST')).toEqual([404, null])
  })

  test('401 names the way in (RFC 9110 15.5.2)', async () => {
    const answer = await door.request('river', '/api/v1/desk/applications')
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })

  test('a body with thousands of unknown fields is not answered with thousands of sentences', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`f${n}`, 1]))
    const answer = await door.api('river', '/applications', { json: many })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body).length).toBeLessThan(30_000)
  })
})

describe('open data is open to other sites, errors and preflight included (contract: CORS)', () => {
  test.each(['/api/v1/items?foo=1', '/api/v1/items?limit=0x10', '/api/v1/items'])(
    '%s',
    async (path) => {
      const answer = await door.request('river', path)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    },
  )

  test('preflight of a public read, and none elsewhere', async () => {
    const open = await door.request('river', '/api/v1/items', { method: 'OPTIONS' })
    expect([open.status, open.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'if-none-match, accept, range, if-range',
    ])
    const closed = await door.request('river', '/api/v1/desk/applications', { method: 'OPTIONS' })
    expect(closed.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test.each(['0x10', '1e1', '+5', '5.0', ' 7', '0', '101', ''])(
  'limit=%s is no count of rows',
  async (limit) => {
    const answer = await door.api('river', `/items?limit=${encodeURIComponent(limit)}`)
    expect(answer.status).toBe(400)
    const { errors } = z
      .looseObject({ errors: z.array(z.object({ message: z.string() })) })
      .parse(answer.body)
    expect(errors[0]?.message).toBe('“每页条数”应在 1 到 100 之间')
  },
)

describe('every list can be read in pages (contract: limit, cursor, next, Link)', () => {
  const page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() })
  const listAt = async (path: string): Promise<z.infer<typeof page>> =>
    page.parse((await door.api('east', path)).body)

  test.each(['/agencies', '/lifecycles', '/item-kinds'])(
    '%s whole, and entry by entry',
    async (path) => {
      const whole = await listAt(path)
      expect(whole.next).toBeNull()
      expect(whole.items.length).toBeGreaterThan(1)
      const read: unknown[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const part: z.infer<typeof page> = await listAt(`${path}?limit=1&cursor=${cursor}`)
        expect(part.items).toHaveLength(1)
        read.push(...part.items)
        cursor = part.next
      }
      expect(read).toEqual(whole.items)
      const first = await door.request('east', `/api/v1${path}?limit=1`)
      expect(first.headers.get('link')).toContain('cursor=1>; rel="next"')
    },
  )

  test.each(['/rules', '/institution', '/guide/versions'])('%s', async (path) => {
    expect(await listAt(`${path}?limit=5`)).toMatchObject({ next: null })
  })

  test.each(['zz', '-1', '0', '1.5', '999999', '%00'])('cursor %s is no page’s', async (cursor) => {
    const answer = await door.api('east', `/agencies?limit=1&cursor=${cursor}`)
    expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ pointer: '/cursor' }] }])
  })
})

test('a host of nobody answers calls as a problem, too (contract: errors, unknown host)', async () => {
  const headers = { host: 'nobody.test' }
  const answer = await door.request('east', '/api/v1/agency', { headers })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
  expect(await answer.json()).toMatchObject({ code: 'not-found', status: 404 })
})

test.each([
  ['application/json', 200],
  ['Application/JSON; charset=UTF-8', 200],
  ['application/json; charset="utf-8"; q=1', 200],
  ['application/json; charset=gbk', 415],
  ['application/json; charset=utf-16', 415],
  ['application/json-patch+json', 415],
])('statement 33: a body that says %s gets %i (ASVS 4.1.1)', async (type, status) => {
  const answer = await door.request('river', '/api/v1/fees', {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify({ method: 'per-page', pages: 5 }),
  })
  expect(answer.status).toBe(status)
})
