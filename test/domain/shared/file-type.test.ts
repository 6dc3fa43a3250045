import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileType } from '../../../src/domain/shared/file-type.ts'
import { bytesOf, pdf } from '../../support/application-form.ts'
import {
  accepted,
  archive,
  compound,
  docx,
  jpg,
  ofd,
  png,
  xlsx,
} from '../../support/sample-files.ts'

test.each(accepted)('%s is what it says and is taken (security 39)', (name, bytes) => {
  expect(fileType(bytes, name)).toMatchObject({ ok: true, file: { name } })
})

const kindOf = (name: string): string =>
  (/\.(\w+)$/.exec(name)?.[1] ?? '')
    .toLowerCase()
    .replace('jpeg', 'jpg')
    .replace('csv', 'txt')
    .replace('wps', 'doc')
    .replace('et', 'xls')

test('a file under another kind’s extension is refused, whichever two they are', () => {
  for (const [name, bytes] of accepted) {
    for (const [other] of accepted) {
      const isSame = kindOf(name) === kindOf(other)
      expect([name, other, fileType(bytes, other).ok]).toEqual([name, other, isSame])
    }
  }
})

const xml = '<?xml version="1.0"?>'
const parts = {
  '[Content_Types].xml': `${xml}<Types/>`,
  'word/document.xml': `${xml}<w:document/>`,
}
const wrong: [string, string, Uint8Array][] = [
  ['macro', 'a.docx', archive({ ...parts, 'word/vbaProject.bin': 'x' })],
  [
    'macro type',
    'a.docx',
    archive({ ...parts, '[Content_Types].xml': `${xml}<Override ContentType="macroEnabled"/>` }),
  ],
  [
    'entities',
    'a.docx',
    archive({
      ...parts,
      'word/document.xml': `${xml}<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x/>`,
    }),
  ],
  ['way out of the archive', 'a.docx', archive({ ...parts, '../../evil.xml': 'x' })],
  ['program inside', 'a.docx', archive({ ...parts, 'word/a.exe': 'MZ' })],
  ['page inside', 'a.docx', archive({ ...parts, 'a.html': 'x' })],
  ['plain archive', 'a.docx', archive({ 'a.txt': 'x' })],
  ['archive behind a head', 'a.docx', new Uint8Array([...bytesOf('#!/bin/sh\n'), ...docx])],
  ['cut archive', 'a.xlsx', xlsx.slice(0, -10)],
  ['bomb', 'a.ofd', archive({ 'OFD.xml': `<x>${' '.repeat(4_000_000)}</x>` })],
  ['main part is no XML', 'a.ofd', archive({ 'OFD.xml': 'MZ' })],
  ['compound with macros', 'a.doc', compound('WordDocument', '_VBA_PROJECT')],
  ['installer', 'a.doc', compound('Installer')],
  ['presentation', 'a.xls', compound('PowerPoint Document')],
  ['compound of a head alone', 'a.doc', compound('WordDocument').slice(0, 600)],
  ['page after a picture', 'a.png', new Uint8Array([...png, ...bytesOf('<script>')])],
  [
    'page in a picture',
    'a.jpg',
    new Uint8Array([...jpg.slice(0, 8), ...bytesOf('<script>alert(1)</script>'), ...jpg.slice(8)]),
  ],
  ['archive after a picture', 'a.jpg', new Uint8Array([...jpg, ...ofd, ...jpg])],
  ['PDF without an end', 'a.pdf', pdf.slice(0, 12)],
  ['PDF behind a page', 'a.pdf', new Uint8Array([...bytesOf('<html>'), ...pdf])],
  ['RTF', 'a.txt', bytesOf(String.raw`{\rtf1 x}`)],
  ['MHT', 'a.txt', bytesOf('MIME-Version: 1.0\r\nContent-Type: text/html')],
  ['script', 'a.txt', bytesOf('#!/bin/sh\nrm -rf /')],
  ['escape codes', 'a.txt', bytesOf('\u001b[31m')],
  ['bytes of no encoding', 'a.txt', new Uint8Array([0xff, 0x80, 0x81, 0xfe, 0xff])],
]

test.each(wrong)(
  'hostile file (%s) is refused for its content (security 39, 41)',
  (_, name, bytes) => {
    expect(fileType(bytes, name)).toEqual({ ok: false, problem: { problem: 'file-mismatch' } })
  },
)

test('only listed extensions are taken, by the last one', () => {
  for (const name of [
    'a.exe',
    'a.pdf.exe',
    'a.html',
    'a.svg',
    'a.zip',
    'a.docm',
    'a',
    '.pdf',
    'a.pdf\u0000.exe',
    'a.pdf/',
  ]) {
    expect(fileType(pdf, name)).toMatchObject({ ok: false, problem: { problem: 'file-type' } })
  }
})

test('any bytes under any name get an answer, and quickly', () => {
  const start = fc.constantFrom(...accepted.map(([, bytes]) => bytes))
  const mutated = fc
    .tuple(start, fc.uint8Array({ maxLength: 64 }), fc.nat())
    .map(([bytes, noise, at]) => {
      const copy = new Uint8Array(bytes)
      copy.set(noise.slice(0, Math.max(0, copy.length - (at % copy.length))), at % copy.length)
      return copy
    })
  fc.assert(
    fc.property(
      fc.oneof(mutated, fc.uint8Array()),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...accepted.map(([name]) => name))),
      (bytes, name) => {
        const result = fileType(bytes, name)
        expect(typeof result.ok).toBe('boolean')
        if (result.ok) expect(result.file.name).not.toMatch(/[/\\\p{Cc}\ufffd]/u)
      },
    ),
    { numRuns: 200 },
  )
})
