import { expect, test } from 'vitest'
import type { NewEvent } from '../../../src/domain/shared/journal.ts'
import { closesOn, monthsToClose } from '../../../src/domain/statistics/closing.ts'
import { lateCounts } from '../../../src/domain/statistics/correction.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

test('row 68: the schedule closes a month on its day, catches up what it skipped and never what was not closed before', () => {
  expect(closesOn('2026-12', 10)).toBe('2027-01-10')
  const due = (today: string, last: string | null, day = 10): string[] =>
    monthsToClose(localDate(today), day, last)
  expect(due('2026-11-09', null)).toEqual(['2026-09'])
  expect(due('2026-11-10', null)).toEqual(['2026-10'])
  expect(due('2026-11-10', '2026-10')).toEqual([])
  expect(due('2026-11-10', '2026-07')).toEqual(['2026-08', '2026-09', '2026-10'])
  expect(due('2026-01-28', '2025-11', 28)).toEqual(['2025-12'])
  expect(due('2026-01-27', '2025-11', 28)).toEqual([])
})

test('row 68: only what counts in an earlier month is late, once per figure, and a figure of a whole year is not', () => {
  const received = (n: number, receivedOn: string): NewEvent => ({
    entity: 'application',
    entityId: `a${n}`,
    seq: 1,
    kind: 'application.received',
    data: { class: 'naturalPerson', receivedOn, basis: 'in-person' },
  })
  const attested = (indicator: string): NewEvent => ({
    entity: 'figure',
    entityId: indicator,
    seq: 1,
    kind: 'figure.attested',
    data: { on: '2026-02-01', indicator, value: 3, attested: 1, notApplicable: 0 },
  })
  const events = [
    received(1, '2026-02-03'),
    received(2, '2026-02-04'),
    received(3, '2026-03-01'),
    attested('hall.visits'),
    attested('licensing.decisions'),
  ]
  expect(lateCounts(events, '2026-03')).toMatchObject([
    { period: '2026-02', row: 'newReceived', n: 2, entityId: 'a1', events: 2 },
    { row: 'manual.hall.visits', col: 'value', n: 3 },
    { row: 'manual.hall.visits', col: 'attested', n: 1 },
  ])
})
