import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedSpan } from '../../src/http/byte-range.ts'

const tag = '"abc"'
const whole = { tag, bytes: 1000 }

test.each([
  ['bytes=0-499', { offset: 0, length: 500 }],
  ['bytes=500-999', { offset: 500, length: 500 }],
  ['bytes=500-', { offset: 500, length: 500 }],
  ['bytes=999-', { offset: 999, length: 1 }],
  ['bytes=-500', { offset: 500, length: 500 }],
  ['bytes=-1', { offset: 999, length: 1 }],
  ['bytes=-5000', { offset: 0, length: 1000 }],
  ['bytes=900-5000', { offset: 900, length: 100 }],
  [`bytes=0-${'9'.repeat(400)}`, { offset: 0, length: 1000 }],
  ['Bytes=0-0', { offset: 0, length: 1 }],
  ['bytes=, 0-0 ,', { offset: 0, length: 1 }],
  ['bytes=1000-', 'none'],
  ['bytes=1000-1001', 'none'],
  [`bytes=${'9'.repeat(400)}-`, 'none'],
  ['bytes=-0', 'none'],
])('%s is a part (RFC 9110 14.1.2)', (range, span) => {
  expect(askedSpan(range, undefined, whole)).toEqual(span)
})

test.each([
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=a-b',
  'bytes=5-2',
  'bytes=0-1,5-6',
  'bytes=1.5-2',
  'bytes=--5',
  'pages=1-2',
])('%o means the whole (RFC 9110 14.2)', (range) => {
  expect(askedSpan(range, undefined, whole)).toBeNull()
})

test('a part of another version is none: If-Range knows the strong tag alone (RFC 9110 13.1.5)', () => {
  expect(askedSpan('bytes=0-9', tag, whole)).toEqual({ offset: 0, length: 10 })
  for (const other of ['"abd"', `W/${tag}`, 'Fri, 27 Nov 2026 00:00:00 GMT', '*', '']) {
    expect(askedSpan('bytes=0-9', other, whole)).toBeNull()
    expect(askedSpan('bytes=5000-', other, whole)).toBeNull()
  }
})

test('an empty file has no part', () => {
  const empty = { tag, bytes: 0 }
  expect(askedSpan('bytes=0-', undefined, empty)).toBe('none')
  expect(askedSpan('bytes=-1', undefined, empty)).toBe('none')
})

test('a part never reaches beyond its file', () => {
  const place = fc.option(fc.nat({ max: 3000 }))
  fc.assert(
    fc.property(place, place, fc.nat({ max: 2000 }), (from, to, bytes) => {
      const span = askedSpan(`bytes=${from ?? ''}-${to ?? ''}`, undefined, { tag, bytes })
      if (span === null || span === 'none') return
      expect(span.length).toBeGreaterThan(0)
      expect(span.offset).toBeGreaterThanOrEqual(0)
      expect(span.offset + span.length).toBeLessThanOrEqual(bytes)
    }),
  )
})
