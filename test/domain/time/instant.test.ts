import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  localDateOf,
  parseInstant,
  startOfDay,
  toRfc3339,
} from '../../../src/domain/time/instant.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

describe('localDateOf gives the day in Asia/Shanghai', () => {
  test.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['1988-06-30T15:00:00Z', '1988-07-01'],
    ['1988-06-30T14:59:59Z', '1988-06-30'],
    ['1988-01-01T15:30:00Z', '1988-01-01'],
    ['1991-09-14T15:30:00Z', '1991-09-15'],
    ['1991-09-15T15:30:00Z', '1991-09-15'],
  ])('%s is %s', (instant, date) => {
    expect(localDateOf(Date.parse(instant))).toBe(date)
  })

  test('as the zone database says, over two centuries', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 })
    fc.assert(
      fc.property(seconds, (second) => {
        expect(localDateOf(second * 1000)).toBe(zone.format(second * 1000))
      }),
    )
  })

  test('a day starts with its own date', () => {
    expect(localDateOf(startOfDay(localDate('2026-03-02')))).toBe('2026-03-02')
    expect(localDateOf(startOfDay(localDate('2026-03-02')) - 1)).toBe('2026-03-01')
  })
})

describe('RFC 3339', () => {
  test.each([
    ['2026-03-02T00:00:00+08:00', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02T00:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['2026-03-02T09:30:15.1239-05:30', '2026-03-02T15:00:15.123Z'],
    ['2026-03-02T09:30:15.5+00:00', '2026-03-02T09:30:15.500Z'],
  ])('reads %s', (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso))
  })

  test.each([
    '2026-03-02',
    '2026-03-02T00:00:00',
    '2026-03-02T00:00Z',
    '2026-03-02 00:00:00Z',
    '2026-03-02t00:00:00z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T23:59:60Z',
    '2026-02-30T00:00:00Z',
    '2026-03-02T00:00:00+0800',
    '2026-03-02T00:00:00+24:00',
    '2026-03-02T00:00:00.Z',
    '0001-01-01T00:00:00Z',
    '',
  ])('does not read %j', (text) => {
    expect(parseInstant(text)).toBeNull()
  })

  test('what is written can be read again', () => {
    expect(toRfc3339(Date.parse('2026-11-22T11:07:47Z'))).toBe('2026-11-22T19:07:47+08:00')
    expect(toRfc3339(Date.parse('2026-12-31T16:00:00.007Z'))).toBe('2027-01-01T00:00:00.007+08:00')
    const instants = fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(toRfc3339(instant))).toBe(instant)
      }),
    )
  })
})
