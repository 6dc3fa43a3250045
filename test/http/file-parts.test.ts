import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { addItemFile } from '../../src/usecases/item/files/add-file.ts'
import { openDoor, type Door } from '../support/http.ts'
import { openHouse, type House } from '../support/house.ts'
import { importInto } from '../usecases/item/import-files.ts'

// Row 21 and 条例第23条: what is public can be downloaded, also over a line that breaks off.

const at = '2026-11-20T12:00:00+08:00'
const password = '东县-政务-2026-公开'
const line = '沭河东岸灌区续建配套与节水改造，第一至第五标段。\n'
const bytes = new Uint8Array(new TextEncoder().encode(line.repeat(30_000)))

let house: House
let door: Door
let href: string
let tag: string
let staff: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await importInto(house, 'east', [
    { id: '1', title: '灌区改造公告', publishedOn: '2026-03-02', column: '规划计划' },
  ])
  const operator = await house.ctx('east', { type: 'system', job: 'test' }, at)
  await createStaff(operator, {
    username: 'officer',
    name: '信息员',
    roles: ['information-officer'],
    password,
  })
  const session = await door.api('east', '/session', { json: { username: 'officer', password } })
  staff = { authorization: `Bearer ${String(Object(session.body)['token'])}` }
  const { body } = await door.api('east', '/items?limit=1')
  const id = String(Object(body)['items'][0].id)
  const added = await addItemFile(operator, id, { name: '附件“一”（终稿）#1.txt', bytes })
  if (!added.ok) throw new Error(added.refusal.code)
  href = `/items/${id}/files/${added.value.id}`
  tag = `"${added.value.sha256}"`
})
afterAll(() => house.close())

const faces = ['/api/v1', '/api/v1/desk', '/desk'] as const

async function ask(
  face: (typeof faces)[number],
  headers: Record<string, string>,
  method = 'GET',
): Promise<Response> {
  return door.request('east', `${face}${href}`, { method, headers: { ...staff, ...headers } })
}

describe.each(faces)('a file at %s', (face) => {
  test('says that it can be had in parts, and its parts make the whole', async () => {
    const whole = await ask(face, {})
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
    expect(whole.headers.get('etag')).toBe(tag)
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
    const cut = 1_000_001
    const parts = await Promise.all([
      ask(face, { range: `bytes=0-${cut - 1}` }),
      ask(face, { range: `bytes=${cut}-`, 'if-range': tag }),
    ])
    const [head, tail] = await Promise.all(parts.map(async (part) => part.arrayBuffer()))
    expect(parts.map(({ status }) => status)).toEqual([206, 206])
    expect(parts.map(({ headers }) => headers.get('content-range'))).toEqual([
      `bytes 0-${cut - 1}/${bytes.length}`,
      `bytes ${cut}-${bytes.length - 1}/${bytes.length}`,
    ])
    expect(parts.map(({ headers }) => Number(headers.get('content-length')))).toEqual([
      cut,
      bytes.length - cut,
    ])
    expect(Buffer.concat([head, tail].map((one) => new Uint8Array(one ?? []))).equals(bytes)).toBe(
      true,
    )
    for (const { headers } of parts) {
      expect(headers.get('etag')).toBe(tag)
      for (const name of ['content-type', 'content-disposition', 'cache-control']) {
        expect(headers.get(name)).toBe(whole.headers.get(name))
      }
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('a part beyond its end is 416 with its size', async () => {
    const answer = await ask(face, { range: `bytes=${bytes.length}-` })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`)
    expect(answer.headers.get('content-disposition')).toBeNull()
    const text = await answer.text()
    expect(text).toContain(String(bytes.length))
    if (face !== '/desk') expect(JSON.parse(text)).toMatchObject({ code: 'range-unsatisfiable' })
  })

  test('of another version the whole is sent', async () => {
    const answer = await ask(face, { range: 'bytes=0-9', 'if-range': '"another"' })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([200, null])
    await answer.body?.cancel()
  })

  test('who has it already gets 304, whatever part is asked for', async () => {
    const answer = await ask(face, { 'if-none-match': tag, range: 'bytes=0-9' })
    expect([answer.status, answer.headers.get('etag')]).toEqual([304, tag])
  })

  test('HEAD tells the size of the whole and knows no parts', async () => {
    const answer = await ask(face, { range: 'bytes=0-9' }, 'HEAD')
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String(bytes.length),
      '',
    ])
  })
})

test('no more of an object is read than is asked for', async () => {
  const ctx = await house.ctx('east')
  const key = await ctx.files.put('item', 'x', bytes, 'text/plain')
  const object = await ctx.files.get(key, { offset: 10, length: 20 })
  expect(object?.range).toEqual({ offset: 10, length: 20 })
  expect(new Uint8Array((await object?.arrayBuffer()) ?? [])).toEqual(bytes.slice(10, 30))
  expect(await ctx.files.get('west/item/x', { offset: 0, length: 1 })).toBeNull()
})

test('pages of other sites may ask for parts of what is public, and see which they got', async () => {
  const answer = await ask('/api/v1', { range: 'bytes=0-9', origin: 'https://reader.example' })
  await answer.body?.cancel()
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-expose-headers')).toContain('content-range')
  const closed = await ask('/api/v1/desk', { range: 'bytes=0-9' })
  await closed.body?.cancel()
  expect(closed.headers.get('access-control-allow-origin')).toBeNull()
})
