import { describe, expect, test } from 'vitest'
import {
  type CaseRecord,
  findFaults,
  remarksOn,
} from '../../../src/domain/case-review/find-faults.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const day = localDate('2026-11-20')
const late = localDate('2026-11-23')
const clean: CaseRecord = {
  way: 'reviewed',
  outcome: 'granted',
  decidedOn: day,
  dueOn: day,
  corrections: [{ on: day, dueOn: day }],
  extensions: [{ on: day, dueBefore: day }],
  thirdPartyAsked: false,
  searchStated: null,
  articleNamed: null,
  hasReply: true,
  isChecked: true,
  isSigned: true,
  isServed: true,
  isArchived: true,
}
const codes = (record: Partial<CaseRecord>): string[] =>
  findFaults({ ...clean, ...record }).map(({ code }) => code)

describe('row 89: what the records show of a case (案卷评查·自动发现)', () => {
  test('what was done on the last day is in time, a clean case has no fault', () => {
    expect(findFaults(clean)).toEqual([])
  })

  test.each<[string, Partial<CaseRecord>, string]>([
    [
      'A2',
      { corrections: [{ on: late, dueOn: day }] },
      '条例第30条: a correction is told within 7 working days',
    ],
    ['A3', { corrections: [...clean.corrections, ...clean.corrections] }, '条例第30条: and once'],
    ['B1', { decidedOn: late }, '条例第33条: an answer after its last day'],
    [
      'B2',
      { extensions: [{ on: late, dueBefore: day }] },
      '条例第33条: an extension told after it',
    ],
    ['B3', { outcome: 'denied.thirdPartyRights' }, '条例第32条: a third party never asked'],
    ['C2', { articleNamed: false }, '条例第36条: a refusal without an article'],
    ['C3', { searchStated: false }, '条例第36条: nothing held, and no search'],
    ['D1', { hasReply: false }, '条例第36条: no instrument'],
    ['D3', { isChecked: false }, '条例第17条: not checked'],
    ['D3', { isSigned: false }, '条例第17条: not signed'],
    ['E1', { isServed: false }, '条例第40条: not served'],
    ['E2', { isArchived: false }, '条例第45条: not filed'],
  ])('%s is found: %j (%s)', (code, record, _law) => {
    expect(codes(record)).toEqual([code])
  })

  test('条例第33条: an answer on the spot owes no check, signature or service; the reviewer is told where to look', () => {
    const bare = { ...clean, isChecked: false, isSigned: false, isServed: false, isArchived: false }
    const spot: CaseRecord = { ...bare, way: 'on-the-spot', decidedOn: late }
    expect(findFaults(spot).map(({ code }) => code)).toEqual(['B1', 'E2'])
    expect(remarksOn(spot).map(({ code }) => code)).toEqual(['D3', 'E1'])
    expect(remarksOn({ ...bare, way: 'reviewed' })).toEqual([])
    expect(remarksOn({ ...clean, way: 'on-the-spot' })).toEqual([])
  })

  test('what another register holds is no fault here; the days of the clock still are', () => {
    const moved: CaseRecord = { ...clean, way: 'elsewhere', hasReply: false, searchStated: false }
    expect(findFaults({ ...moved, decidedOn: late }).map(({ code }) => code)).toEqual(['B1'])
    expect(remarksOn(moved).map(({ code }) => code)).toEqual(['C3', 'D1'])
  })

  test('the evidence names the days', () => {
    expect(findFaults({ ...clean, decidedOn: late })[0]?.evidence).toBe(
      '答复期限届满日为 2026-11-20，实际于 2026-11-23 答复',
    )
  })
})
