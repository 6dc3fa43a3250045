import { expect, test } from 'vitest'
import { isReportLate } from '../../../src/domain/report/annual/due.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const dueOn = localDate('2026-01-31')
const [before, after] = [localDate('2026-01-30'), localDate('2026-02-01')]
const draft = {
  state: 'draft' as const,
  edition: 1,
  entered: false,
  submittedOn: null,
  decidedOn: null,
}

test.each([
  ['nobody has begun it', null, true],
  ['a draft', draft, true],
  ['returned, sent in time', { ...draft, state: 'returned' as const, submittedOn: before }, true],
  ['sent in time', { ...draft, state: 'submitted' as const, submittedOn: before }, false],
  ['sent late', { ...draft, state: 'submitted' as const, submittedOn: after }, true],
  [
    'cleared in time where nobody is above',
    { ...draft, state: 'cleared' as const, decidedOn: before },
    false,
  ],
  ['a correction in draft', { ...draft, edition: 2 }, false],
  ['an older year put in', { ...draft, entered: true }, false],
])('条例第49条: after its day, %s: late %s', (_, work, isLate) => {
  expect(isReportLate(work, dueOn, after)).toBe(isLate)
  expect(isReportLate(work, dueOn, before)).toBe(isLate && work?.submittedOn === after)
})
