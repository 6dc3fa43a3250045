import { expect, test } from 'vitest'
import { remedyDays, remedyOf } from '../../../src/domain/application/remedy.ts'
import { agencyCalendar } from '../../../src/domain/agency/agency-calendar.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { agencies } from '../../support/agencies.ts'

const days = (outcome: Parameters<typeof remedyOf>[0], servedOn: string): unknown[] =>
  remedyDays(remedyOf(outcome), localDate(servedOn), nationalCalendar).map(
    ({ clock, dueOn, provisional }) => [clock, dueOn, provisional],
  )

test('行政复议法 Art. 20, 行政诉讼法 Art. 46: the last days of 60 days and six months, rolled over rest days', () => {
  // 60 days after 2025-12-19 end within the Spring Festival of 2026.
  expect(days('unable.notHeld', '2025-12-19')).toEqual([
    ['reconsideration', '2026-02-24', false],
    ['litigation', '2026-06-22', false],
  ])
  expect(days('granted', '2026-11-20')).toEqual([
    ['reconsideration', '2027-01-19', true],
    ['litigation', '2027-05-20', true],
  ])
})

test('行政复议法 Art. 23: where review comes first, only its last day is told; no suit is promised in 法释〔2025〕8号', () => {
  expect(days('denied.processInfo', '2026-03-02')).toEqual([
    ['reconsideration', '2026-05-06', false],
  ])
  expect(days('notProcessed.petition', '2026-03-02')).toEqual([])
})

test('a place’s own rest day rolls the last day too', () => {
  const [agency] = agencies
  if (agency === undefined) throw new Error('no agency')
  const localHolidays = [{ name: '本地节日', from: '2026-05-06', to: '2026-05-06' }]
  const local = agencyCalendar({ settings: { ...agency.settings, localHolidays } })
  const [day] = remedyDays('review-first', localDate('2026-03-02'), local)
  expect(day?.dueOn).toBe('2026-05-07')
})
