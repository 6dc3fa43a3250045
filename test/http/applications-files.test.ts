import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { bytesOf, pdf, personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, type DoorInit, openDoor } from '../support/http.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2026-03-02T09:00:00+08:00' })
})
afterAll(() => house.close())
afterEach(async () => {
  expect(await house.rows('east', 'application')).toEqual([])
  expect((await (await house.tenant('east')).files.list(Date.now() + 60_000)).keys).toEqual([])
})

const raw = (body: BodyInit, headers: Record<string, string>): DoorInit => ({
  method: 'POST',
  body,
  headers,
})
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => Array.from(Buffer.from(part))))
const valid = JSON.stringify(personForm())

const zipHead = [0x50, 0x4b, 0x03, 0x04]
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])
const html = bytesOf('<!doctype html><script>alert(1)</script>')
const svg = bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const files: [string, string, Uint8Array<ArrayBuffer>][] = [
  ['empty', 'a.pdf', bytesOf('')],
  ['program', 'a.exe', bytesOf('MZ')],
  ['program as PDF', 'a.pdf', bytesOf('MZ\u0090\0')],
  ['page as PDF', 'a.pdf', html],
  ['page as text', 'a.txt', html],
  ['page', 'a.html', html],
  ['picture with script', 'a.svg', svg],
  ['SVG as PNG', 'a.png', svg],
  ['SVG as text', 'a.txt', svg],
  ['cut PNG', 'a.png', png],
  ['text as JPEG', 'a.jpg', bytesOf('hello')],
  ['empty archive as DOCX', 'a.docx', bytes(zipHead)],
  ['text as DOC', 'a.doc', bytesOf('hello')],
  ['text with NUL', 'a.txt', bytesOf('a\0b')],
  [
    'PDF with an archive behind it',
    'a.pdf',
    bytes(
      [...pdf],
      [0x50, 0x4b, 0x05, 0x06],
      Array.from({ length: 18 }, () => 0),
      '%%EOF',
    ),
  ],
  ['script with a PDF name', 'a.pdf.js', bytesOf('alert(1)')],
  ['no extension', 'README', bytesOf('x')],
  ['long name', `${'长'.repeat(300)}.pdf`, pdf],
]

test.each(files)(
  'a file that is not what it says (%s): 400 naming the file, nothing stored',
  async (_, name, content) => {
    const form = new FormData()
    form.set('application', valid)
    form.append('files', new Blob([pdf]), '好的.pdf')
    form.append('files', new Blob([content]), name)
    const answer = await door.api('east', '/applications', { body: form })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/files/1' }] } })
  },
)

test('forms that are too many, too large, broken or strange: 4xx, nothing stored', async () => {
  const six = new FormData()
  six.set('application', valid)
  for (let n = 0; n < 6; n += 1) six.append('files', new Blob([pdf]), 'a.pdf')
  const strange = new FormData()
  strange.set('application', valid)
  strange.append('avatar', new Blob([pdf]), 'a.pdf')
  const twice = new FormData()
  twice.append('application', valid)
  twice.append('application', valid)
  const text = new FormData()
  text.set('application', valid)
  text.set('files', 'not a file')
  const heavy = new FormData()
  heavy.set('application', valid)
  heavy.append('files', new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'a.pdf')
  const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
  const bodies: [DoorInit, number][] = [
    [{ body: six }, 400],
    [{ body: strange }, 400],
    [{ body: twice }, 400],
    [{ body: text }, 400],
    [{ body: new FormData() }, 400],
    [{ body: heavy }, 413],
    [raw('--x\r\nContent-Disposition: form-data; name="application"\r\n\r\n{}', boundary), 400],
    [raw('', boundary), 400],
    [raw('x', { 'content-type': 'multipart/form-data' }), 400],
    [
      raw(
        bytes(
          '--x\r\nContent-Disposition: form-data; name="application"\r\n\r\n{"a":"',
          [0xff, 0xfe],
          '"}\r\n--x--\r\n',
        ),
        boundary,
      ),
      400,
    ],
    [raw(new Uint8Array(22 * 1024 * 1024), boundary), 413],
  ]
  for (const [init, status] of bodies)
    expect((await door.api('east', '/applications', init)).status).toBe(status)
})

test('names of files are data: no path, no broken encoding, no trick of direction reaches the store', async () => {
  const form = new FormData()
  form.set('application', valid)
  for (const name of [
    '..\\..\\窗口\u202efdp.pdf',
    '/etc/passwd.pdf',
    '\ufffd\ufffd.pdf',
    'a\r\nb".pdf',
  ]) {
    form.append('files', new Blob([pdf]), name)
  }
  expect((await door.api('west', '/applications', { body: form })).status).toBe(202)
  const { keys } = await house.tenant('west')
  const names: string[] = []
  for (const row of await house.rows('west', 'application_file')) {
    const field = `application.file.${String(row['id'])}|${String(row['application_id'])}`
    names.push(await keys.open(field, String(row['name_sealed'])))
  }
  expect(names).toHaveLength(4)
  for (const name of names) expect(name).not.toMatch(/[/\\\u202e\ufffd\r\n]/)
  expect(names).toContain('passwd.pdf')
  expect(names).toContain('附件3.pdf')
})
