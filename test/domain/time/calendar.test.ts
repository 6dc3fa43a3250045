import { describe, expect, test } from 'vitest'
import { isWorkingDay, nationalCalendar, withLocalDays } from '../../../src/domain/time/calendar.ts'
import { publishedArrangements } from '../../../src/domain/time/holidays.data.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

describe('a day of the national calendar', () => {
  test.each([
    ['2026-03-02', true, '工作日', false],
    ['2026-03-07', false, '周六', false],
    ['2026-03-08', false, '周日', false],
    ['2026-02-17', false, '春节', false],
    ['2026-02-14', true, '调休上班', false],
    ['2026-10-01', false, '国庆节', false],
    ['2023-01-29', true, '调休上班', false],
    ['2022-12-31', false, '元旦', false],
    ['2018-12-29', true, '调休上班', false],
    ['2018-12-31', false, '元旦', false],
    ['2020-01-31', false, '春节', false],
    ['2020-02-03', true, '工作日', false],
    ['2024-02-09', true, '工作日', false],
    ['2008-10-01', false, '国庆节', false],
  ])('%s', (date, working, why, provisional) => {
    expect(isWorkingDay(nationalCalendar, localDate(date))).toEqual({ working, why, provisional })
  })

  test.each([
    ['2027-01-01', false, '元旦'],
    ['2027-02-05', false, '春节'],
    ['2027-02-08', false, '春节'],
    ['2027-02-09', false, '春节补休'],
    ['2027-02-10', false, '春节补休'],
    ['2027-02-11', true, '工作日'],
    ['2027-04-05', false, '清明节'],
    ['2027-05-03', false, '劳动节补休'],
    ['2027-05-04', false, '劳动节补休'],
    ['2027-05-05', true, '工作日'],
    ['2027-06-09', false, '端午节'],
    ['2027-09-15', false, '中秋节'],
    ['2031-10-03', false, '国庆节'],
    ['2090-10-02', true, '工作日'],
    ['2007-10-01', true, '工作日'],
  ])('放假办法 Art. 2 and 6: %s is provisional', (date, working, why) => {
    expect(isWorkingDay(nationalCalendar, localDate(date))).toEqual({
      working,
      why,
      provisional: true,
    })
  })

  test('every published year has its seven holidays and its notice', () => {
    expect(publishedArrangements.map((row) => row.year)).toEqual(
      Array.from({ length: 19 }, (_, index) => 2008 + index),
    )
    for (const { notices, off, work } of publishedArrangements) {
      expect(notices.every((notice) => notice.startsWith('https://www.gov.cn/'))).toBe(true)
      const names = off.map(([name]) => name).join()
      for (const name of ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']) {
        expect(names).toContain(name)
      }
      expect(new Set(work).size).toBe(work.length)
    }
  })

  test.each([
    [2008, 27, 5],
    [2009, 27, 6],
    [2010, 29, 8],
    [2011, 29, 6],
    [2012, 27, 6],
    [2013, 29, 12],
    [2014, 22, 5],
    [2015, 26, 5],
    [2016, 24, 6],
    [2017, 24, 5],
    [2018, 25, 7],
    [2019, 22, 6],
    [2020, 30, 7],
    [2021, 31, 7],
    [2022, 32, 7],
    [2023, 26, 7],
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])('days off and days made up in %i', (year, off, work) => {
    const marks = [...nationalCalendar.days].filter(([date]) => date.startsWith(String(year)))
    expect(marks.filter(([, mark]) => mark.off)).toHaveLength(off)
    expect(marks.filter(([, mark]) => !mark.off)).toHaveLength(work)
  })
})

test('放假办法 Art. 4: a place adds days of its own without touching the national calendar', () => {
  const date = localDate('2026-08-05')
  const local = withLocalDays(nationalCalendar, {
    version: 'chuxiong-2026',
    days: new Map([[date, { off: true, name: '火把节' }]]),
  })
  expect(local.version).toBe('cn-2026+chuxiong-2026')
  expect(isWorkingDay(local, date)).toEqual({ working: false, why: '火把节', provisional: false })
  expect(isWorkingDay(local, addDays(date, 1)).working).toBe(true)
  expect(isWorkingDay(nationalCalendar, date).working).toBe(true)
})
