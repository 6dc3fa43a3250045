import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCellDate, readCellMoment } from '../../../../src/domain/shared/sheet/cell-date.ts'
import { dayToSerial, serialToText } from '../../../../src/domain/shared/sheet/serial-date.ts'
import { dateOfDayNumber } from '../../../../src/domain/time/local-date.ts'

describe('days as people write them', () => {
  it.each([
    '2026-03-02',
    '2026/3/2',
    '2026.3.2',
    '2026年3月2日',
    '2026 年 3 月 2 日',
    '２０２６－０３－０２',
    '20260302',
    '2026-03-02 10:30',
    '2026/3/2 9:05:07',
    '2026-03-02T10:30:00.0',
    '2026年3月2日10时30分',
    '2026年3月2号',
    '二〇二六年三月二日',
    '二零二六年三月二日',
    '2026-03-01T16:00:00Z',
    ' 2026-03-02 ',
  ])('%s', (text) => {
    expect(readCellDate(text, null)).toBe('2026-03-02')
  })

  it.each([
    '',
    '2026',
    '2026-3',
    '26-3-2',
    '2026-02-29',
    '2026-13-01',
    '3/2/2026',
    '2026-03-02 25:00',
    '2026-03-02x',
    '46083',
    '1899-12-31',
    '二〇二六年十三月二日',
    '二〇二六年二月三十日',
    '二〇二六年三月',
  ])('%s is none', (text) => {
    expect(readCellDate(text, null)).toBeNull()
  })

  it.each([
    ['二○一二年十二月三十一日', '2012-12-31'],
    ['二〇二〇年十月十日', '2020-10-10'],
    ['二〇二〇年一月二十日', '2020-01-20'],
    ['一九九九年十一月二十九日', '1999-11-29'],
  ])('%s is %s', (text, day) => {
    expect(readCellDate(text, null)).toBe(day)
  })

  it('five digits are a serial number in a workbook only, and a year never is', () => {
    expect(readCellDate('46083', { is1904: false })).toBe('2026-03-02')
    expect(readCellDate('44621', { is1904: true })).toBe('2026-03-02')
    expect(readCellMoment('46083.5', { is1904: false })).toMatchObject({
      isExact: true,
      on: '2026-03-02',
    })
    expect(readCellDate('2026', { is1904: false })).toBeNull()
  })

  it('serial numbers and days turn into one another from 1900-03-01 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_508, max: 47_846 }), (number) => {
        const day = dateOfDayNumber(number)
        expect(serialToText(dayToSerial(day) ?? -1, false)).toBe(day)
      }),
    )
    expect([serialToText(60, false), serialToText(-1, false), serialToText(3e6, false)]).toEqual([
      null,
      null,
      null,
    ])
  })
})
