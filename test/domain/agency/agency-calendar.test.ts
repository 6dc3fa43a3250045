import { expect, test } from 'vitest'
import { agencyCalendar } from '../../../src/domain/agency/agency-calendar.ts'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const settings = {
  internetReceipt: 'officer',
  indexNumberPattern: '{serial:5}',
  applicationNumberPattern: '{serial:4}',
  reviewLevels: 2,
  importReview: 'elsewhere',
} as const

test('放假办法 Art. 4: days that a place keeps are rest days in its calendar alone', () => {
  expect(agencyCalendar({ settings })).toBe(nationalCalendar)
  const localHolidays = [{ name: '三月三', from: '2026-04-20', to: '2026-04-21' }]
  const local = agencyCalendar({ settings: { ...settings, localHolidays } })
  expect(local.version).toBe('cn-2026+2026-04-20/2026-04-21')
  for (const on of ['2026-04-20', '2026-04-21']) {
    expect(isWorkingDay(local, localDate(on))).toMatchObject({ working: false, why: '三月三' })
    expect(isWorkingDay(nationalCalendar, localDate(on)).working).toBe(true)
  }
  expect(isWorkingDay(local, localDate('2026-04-22')).working).toBe(true)
})
