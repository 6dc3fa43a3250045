import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationForm, personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, type DoorInit, openDoor, textIn } from '../support/http.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2026-03-02T09:00:00+08:00' })
})
afterAll(() => house.close())

function groupOf(form: Record<string, unknown>, group: string): object {
  const value = form[group]
  return typeof value === 'object' && value !== null ? value : {}
}

function changed(
  group: string,
  field: string,
  value: unknown,
  form: () => Record<string, unknown> = personForm,
): unknown {
  const copy = form()
  return { ...copy, [group]: { ...groupOf(copy, group), [field]: value } }
}

function without(group: string, field: string): unknown {
  return changed(group, field, undefined)
}

const long = (n: number) => '字'.repeat(n)
const json = { 'content-type': 'application/json' }
const raw = (body: BodyInit, headers: Record<string, string> = json): DoorInit => ({
  method: 'POST',
  body,
  headers,
})
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => Array.from(Buffer.from(part))))
const valid = JSON.stringify(personForm())

/** Each hostile body with the status and the place of the fault that the answer must name. */
const table: [string, DoorInit, number, string?][] = [
  ['no body', { method: 'POST', headers: json }, 400],
  ['no content type', { method: 'POST', body: bytes(valid) }, 415],
  ['form posted as text', raw(valid, { 'content-type': 'text/plain' }), 415],
  ['urlencoded', raw('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
  ['broken JSON', raw('{"applicant":'), 400],
  ['JSON null', raw('null'), 400],
  ['JSON array', raw('[]'), 400],
  ['JSON string', raw('"x"'), 400],
  ['deep JSON', raw('['.repeat(100_000)), 400],
  ['ill-formed UTF-8', raw(bytes('{"applicant":{"name":"', [0xc3, 0x28, 0xff], '"}}')), 400],
  ['UTF-16', raw(Buffer.from(valid, 'utf16le')), 400],
  ['huge body', raw(`{"x":"${'a'.repeat(1_100_000)}"}`), 413],
  ['lying Content-Length', raw(valid, { ...json, 'content-length': '99999999' }), 413],
  ['unknown field', { json: { ...personForm(), purpose: '科研' } }, 400, '/purpose'],
  [
    'unknown nested field',
    { json: changed('applicant', 'creditCode', '91350100M000100Y43') },
    400,
    '/applicant/creditCode',
  ],
  ['__proto__', raw(`{"__proto__":{"x":1},${valid.slice(1)}`), 400],
  ['number for text', { json: changed('request', 'subject', 5) }, 400, '/request/subject'],
  ['object for text', { json: changed('applicant', 'name', { $gt: '' }) }, 400, '/applicant/name'],
  ['array for text', { json: changed('applicant', 'phone', ['1']) }, 400, '/applicant/phone'],
  ['null for text', { json: changed('applicant', 'name', null) }, 400, '/applicant/name'],
  ['empty name', { json: changed('applicant', 'name', '') }, 400, '/applicant/name'],
  ['blank name', { json: changed('applicant', 'name', ' 　\t') }, 400, '/applicant/name'],
  ['missing name', { json: without('applicant', 'name') }, 400, '/applicant/name'],
  ['missing class', { json: without('applicant', 'class') }, 400, '/applicant/class'],
  ['class total', { json: changed('applicant', 'class', 'total') }, 400, '/applicant/class'],
  ['missing subject', { json: without('request', 'subject') }, 400, '/request/subject'],
  ['missing form', { json: without('delivery', 'form') }, 400, '/delivery/form'],
  [
    'unknown route',
    { json: changed('delivery', 'route', 'carrier pigeon') },
    400,
    '/delivery/route',
  ],
  ['long subject', { json: changed('request', 'subject', long(201)) }, 400, '/request/subject'],
  [
    'long description',
    { json: changed('request', 'description', long(5001)) },
    400,
    '/request/description',
  ],
  ['long name', { json: changed('applicant', 'name', long(101)) }, 400, '/applicant/name'],
  ['NUL', { json: changed('request', 'subject', 'a\0b') }, 400, '/request/subject'],
  [
    'lone surrogate',
    { json: changed('request', 'description', 'a\ud800') },
    400,
    '/request/description',
  ],
  ['U+FFFD', { json: changed('applicant', 'name', '王\ufffd') }, 400, '/applicant/name'],
  ['escape codes', { json: changed('applicant', 'name', '\u001b[31m') }, 400, '/applicant/name'],
  [
    'zalgo',
    { json: changed('applicant', 'name', `e${'\u0301'.repeat(60)}`) },
    400,
    '/applicant/name',
  ],
  [
    'e-mail with CRLF',
    { json: changed('applicant', 'email', 'a@b.cn\r\nBcc: x@y.cn') },
    400,
    '/applicant/email',
  ],
  [
    'long e-mail',
    { json: changed('applicant', 'email', `${'a'.repeat(60_000)}@b.cn`) },
    400,
    '/applicant/email',
  ],
  ['phone', { json: changed('applicant', 'phone', '110') }, 400, '/applicant/phone'],
  [
    'identity number',
    { json: changed('applicant', 'idNumber', '110105194912310021') },
    400,
    '/applicant/idNumber',
  ],
  ['postcode', { json: changed('applicant', 'postcode', '000000') }, 400, '/applicant/postcode'],
  [
    'credit code',
    { json: changed('applicant', 'creditCode', '91350100M000100Y44', organisationForm) },
    400,
    '/applicant/creditCode',
  ],
  [
    'post without address',
    { json: changed('delivery', 'route', 'post', organisationForm) },
    400,
    '/applicant/address',
  ],
]

test.each(table)(
  '%s: refused with a Chinese sentence, nothing stored',
  async (_, init, status, pointer) => {
    const answer = await door.api('east', '/applications', init)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(textIn(answer.body, 'detail')).toMatch(/[\u4e00-\u9fff]/)
    if (pointer === undefined) return
    expect(answer.body).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer, message: expect.stringMatching(/“.+”/) }),
      ]),
    })
  },
)

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constant(long(6000)),
  fc.constant(undefined),
)
const place = fc.constantFrom(
  ['applicant'],
  ['request'],
  ['delivery'],
  ...Object.entries(personForm()).flatMap(([group, fields]) =>
    Object.keys(Object(fields)).map((field) => [group, field]),
  ),
)

test('whatever is put in place of any part of the form: 202 or 4xx, never 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(place, anything, async ([group = '', field], value) => {
      const form =
        field === undefined ? { ...personForm(), [group]: value } : changed(group, field, value)
      const { status } = await door.api('pref', '/applications', { json: form })
      expect(status === 202 || (status >= 400 && status < 500)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('after all of this nothing is stored: no row, no event, no object', async () => {
  for (const name of ['application', 'application_file', 'event', 'idempotency']) {
    expect(await house.rows('east', name)).toEqual([])
  }
  const { files: stored } = await house.tenant('east')
  expect((await stored.list(Date.now() + 60_000)).keys).toEqual([])
})
