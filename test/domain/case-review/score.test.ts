import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultOf } from '../../../src/domain/case-review/result.ts'
import {
  checkVerdicts,
  type Mark,
  proposedMarks,
  scoreOf,
} from '../../../src/domain/case-review/score.ts'
import {
  sheetCodes,
  sheetGroups,
  sheetOn,
  sheetRows,
} from '../../../src/domain/case-review/sheet.data.ts'

const rows = sheetOn('2026-11-27')
const mark = fc.record({
  code: fc.constantFrom(...sheetCodes),
  points: fc.integer({ min: -5, max: 200 }),
})

describe('row 89: the score sheet (案卷评查·评查表)', () => {
  test('its rows come to 100 points, every code once, every group there', () => {
    expect(rows.reduce((sum, { points }) => sum + points, 0)).toBe(100)
    expect(rows.map(({ code }) => code)).toEqual([...sheetCodes])
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(sheetGroups))
    expect(sheetOn('2025-12-31')).toEqual([])
    expect(sheetRows.every(({ law }) => /第\d+条/.test(law))).toBe(true)
  })

  test('no row deducts more than its points or twice, and the score is between 0 and 100', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks: Mark[]) => {
        const score = scoreOf(marks, rows)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        const first = marks.filter(
          ({ code }, at) => marks.findIndex((one) => one.code === code) === at,
        )
        expect(scoreOf([...first, ...marks], rows)).toBe(scoreOf(first, rows))
        const lost = first.map(({ code, points }) => {
          const worth = rows.find((row) => row.code === code)?.points ?? 0
          return Math.max(0, Math.min(points, worth))
        })
        expect(score).toBe(100 - lost.reduce((sum, points) => sum + points, 0))
      }),
    )
  })

  test('a found fault is confirmed without a word, changed only with a reason; a deduction of one’s own cites a record', () => {
    const proposed = proposedMarks([{ code: 'B1', evidence: '迟' }], rows)
    expect(proposed).toEqual([{ code: 'B1', points: 15 }])
    expect(checkVerdicts([{ code: 'B1', points: 15 }], proposed, rows)).toEqual([])
    expect(checkVerdicts([{ code: 'B1', points: 0 }], proposed, rows)).toEqual([
      { pointer: '/rows/0/reason', problem: 'required' },
    ])
    expect(checkVerdicts([{ code: 'B1', points: 0, reason: '延期有效' }], proposed, rows)).toEqual(
      [],
    )
    expect(checkVerdicts([{ code: 'C1', points: 4 }], proposed, rows)).toMatchObject([
      { pointer: '/rows/0/reason' },
      { pointer: '/rows/0/record' },
    ])
    expect(
      checkVerdicts(
        [{ code: 'C1', points: 4, reason: '答非所问', record: 'reply' }],
        proposed,
        rows,
      ),
    ).toEqual([])
    expect(
      checkVerdicts([{ code: 'C1', points: 11, reason: '错', record: 'reply' }], proposed, rows),
    ).toMatchObject([{ pointer: '/rows/0/points', problem: 'out-of-range', max: 10 }])
    const twice = { code: 'A1' as const, points: 0 }
    expect(checkVerdicts([twice, twice], proposed, rows)).toMatchObject([
      { pointer: '/rows/1/code', problem: 'duplicate' },
    ])
  })

  test('the result counts averages by unit and the faults by how many cases have them', () => {
    const sheet = { marks: [{ code: 'B1' as const, points: 15 }] }
    const result = resultOf(
      [
        { number: '1', unit: '甲科', score: 85, ...sheet },
        {
          number: '2',
          unit: '乙科',
          score: 81,
          marks: [...sheet.marks, { code: 'E2', points: 4 }],
        },
        { number: '3', unit: '甲科', score: 100, marks: [] },
      ],
      rows,
    )
    expect(result.average).toBe(88.7)
    expect(result.units).toEqual([
      { unit: '乙科', cases: 1, average: 81 },
      { unit: '甲科', cases: 2, average: 92.5 },
    ])
    expect(result.faults).toEqual([
      { code: 'B1', cases: 2, points: 30 },
      { code: 'E2', cases: 1, points: 4 },
    ])
  })
})
