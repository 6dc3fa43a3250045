import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInfection } from '../../../src/domain/inspection/find-infection.ts'
import { findPersonal } from '../../../src/domain/inspection/find-personal.ts'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { maxWords } from '../../../src/domain/inspection/reading.ts'
import { stripTraces } from '../../../src/domain/inspection/strip-traces.ts'
import { accepted } from '../../support/sample-files.ts'
import {
  jpegWithPlace,
  ofdOf,
  par,
  pdfPage,
  row,
  run,
  show,
  word,
  workbook,
} from './sample-documents.ts'

const office = 'application/vnd.openxmlformats-officedocument'
const samples = [
  [`${office}.wordprocessingml.document`, word(par(run('正文', '<w:vanish/>')))],
  [`${office}.spreadsheetml.sheet`, workbook([{ name: '表', rows: row(['甲', '乙']) }])],
  ['application/ofd', ofdOf([['0 0 1 1', '文']])],
  ['application/pdf', pdfPage({ content: show('F1', 9, 9, '字') })],
  ['image/jpeg', jpegWithPlace(6)],
  ...accepted.map(
    ([name, bytes]) => [name.endsWith('png') ? 'image/png' : 'text/plain', bytes] as const,
  ),
] as const

test('security 39, 41: bytes made to break a reader get an answer, whatever kind they claim to be', async () => {
  const damaged = fc
    .tuple(fc.constantFrom(...samples), fc.uint8Array({ maxLength: 40 }), fc.nat(), fc.nat())
    .map(([[, bytes], noise, at, cut]) => {
      const copy = bytes.slice(0, bytes.length - (cut % 3 === 0 ? cut % bytes.length : 0))
      copy.set(
        noise.slice(0, Math.max(0, copy.length - (at % bytes.length))),
        Math.min(copy.length, at % bytes.length),
      )
      return copy
    })
  await fc.assert(
    fc.asyncProperty(damaged, fc.constantFrom(...samples), async (bytes, [type]) => {
      const reading = await readAttachment(bytes, type)
      expect(reading.words.length).toBeLessThanOrEqual(maxWords)
      expect(reading.unread === null || !reading.isComplete).toBe(true)
      expect(stripTraces(bytes, type).length).toBeGreaterThanOrEqual(0)
      findInfection(bytes)
    }),
    { numRuns: 150 },
  )
})

test('any text at all gets an answer, its findings in order and inside it', () => {
  const parts = fc.constantFrom(
    '1',
    '13956012345',
    '110101199003070046',
    ' ',
    '\n',
    'X',
    '号',
    '栋',
    '单元',
    '室',
    '村',
    '埇桥区',
    '-',
    '\u{200b}',
    '\u{d800}',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      for (const { place, masked } of findPersonal(text)) {
        expect(place.start).toBeLessThan(place.end)
        expect(place.end).toBeLessThanOrEqual(text.length)
        expect(masked).toContain('*')
      }
    }),
    { numRuns: 500 },
  )
})
