import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgencyFacts } from '../../../../src/domain/report/bulletin/facts.ts'
import {
  assessmentLines,
  pointsOf,
  schemeOf,
} from '../../../../src/domain/report/bulletin/scheme.ts'
import { type Mark, marksOf, scored } from '../../../../src/domain/report/bulletin/sheet.ts'

const scheme = schemeOf({ assessment: { monthlyQuota: 3 } })

const facts: AgencyFacts = {
  agency: 'river',
  name: '河湾镇',
  timely: null,
  timed: null,
  months: [
    { month: '2026-01', published: 5 },
    { month: '2026-02', published: 2 },
    { month: '2026-03', published: 0 },
    { month: '2026-04', published: null },
  ],
  silent: [],
  lackingCells: 0,
  lackingReport: 2025,
  overdueOpen: null,
  tripped: [],
}

const sheetOf = (marks: Mark[]) => scored([{ agency: 'river', name: '河湾镇', marks }], scheme)[0]

test('row 62: a month below quota costs 5, a blank one 10, no report 2; what nobody reported costs nothing', () => {
  const marks = marksOf(facts, scheme)
  expect(marks.map(({ id, line, points }) => [id, line, points])).toEqual([
    ['river/2026-02', 'publication', 5],
    ['river/2026-03', 'publication', 10],
    ['river/report-2025', 'annual-report', 2],
  ])
  expect(sheetOf(marks)).toMatchObject({ total: 83, band: '良好', place: 1 })
  expect(sheetOf([])).toMatchObject({ total: 100, band: '优秀' })
})

const mark = fc.record({
  id: fc.uuid(),
  line: fc.constantFrom(...assessmentLines),
  points: fc.integer({ min: 1, max: 50 }),
  what: fc.constant('事'),
  evidence: fc.constant({ of: 'proof' as const, text: '证' }),
  by: fc.constant('某'),
  struck: fc.constantFrom(null, '异议成立'),
})

test('row 62: a line never falls below zero, criticism and praise stop at their caps, struck marks count nothing', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
      const sheet = sheetOf(marks)
      for (const { line, points } of sheet?.lines ?? []) {
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(scheme.caps[line])
      }
      expect(sheet?.total).toBeGreaterThanOrEqual(0)
      expect(sheet?.total).toBeLessThanOrEqual(110)
      expect(sheet?.total).toBe(sheetOf(marks.filter(({ struck }) => struck === null))?.total)
      expect(sheet?.total).toBe(sheetOf(marks.toReversed())?.total)
    }),
  )
})

test('row 64: same totals share a place, the next place is left out, the same input gives the same rank', () => {
  const cut = (points: number): Mark[] =>
    marksOf({ ...facts, months: [], lackingReport: null }, scheme).concat({
      id: 'x',
      line: 'missing-item',
      points,
      what: '缺项',
      evidence: { of: 'proof', text: '证' },
      by: '某',
      struck: null,
    })
  const all = [
    { agency: 'a', name: 'a', marks: cut(2) },
    { agency: 'b', name: 'b', marks: cut(2) },
    { agency: 'c', name: 'c', marks: cut(4) },
    { agency: 'd', name: 'd', marks: [] },
  ]
  expect(scored(all, scheme).map(({ agency, place }) => [agency, place])).toEqual([
    ['d', 1],
    ['a', 2],
    ['b', 2],
    ['c', 4],
  ])
})

test('all numbers are settings of the office, the usual ones where it says nothing', () => {
  const own = schemeOf({
    assessment: {
      caps: { publication: 50, 'missing-item': 30 },
      points: { blankMonth: 8 },
      bands: [{ from: 85, name: '好' }],
      objectionDays: 10,
    },
  })
  expect(own).toMatchObject({
    caps: { publication: 50, 'missing-item': 30, 'annual-report': 10 },
    points: { blankMonth: 8, belowQuota: 5 },
    objectionDays: 10,
  })
  expect(pointsOf('criticism', own)).toEqual([1, 3])
  expect(pointsOf('missing-item', own)).toEqual([2, 2])
})
