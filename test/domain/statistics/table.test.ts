import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/shared/journal.ts'
import {
  applicantClasses,
  applicationColumns,
  applicationRows,
  outcomeKeys,
} from '../../../src/domain/shared/report-keys.data.ts'
import { cellPeriods, priorPeriods, readPeriod } from '../../../src/domain/statistics/period.ts'
import {
  type ApplicationTable,
  applicationTable,
  itemFigures,
  unreportedTable,
} from '../../../src/domain/statistics/table.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { history } from './history.ts'

const keys = [
  '2024',
  '2025',
  '2026',
  '2025-H1',
  '2025-H2',
  '2025-Q2',
  '2025-Q3',
  '2025-01',
  '2025-07',
  '2026-02',
]

function tableOf(facts: readonly Fact[], key: string): ApplicationTable {
  const period = readPeriod(key)
  if (period === null) throw new Error(key)
  const cells = tallyAll(facts)
  const [within, before] = [new Set(cellPeriods(period)), new Set(priorPeriods(period))]
  return applicationTable({
    within: cells.filter((cell) => within.has(cell.period)),
    before: cells.filter((cell) => before.has(cell.period)),
  })
}

const figures = (table: ApplicationTable, row: keyof ApplicationTable): number[] =>
  applicationColumns.map(({ key }) => table[row][key] ?? Number.NaN)
const sum = (lists: number[][]): number[] =>
  applicationColumns.map((_, at) => lists.reduce((total, list) => total + (list[at] ?? 0), 0))

test('E1 一 + 二 = 三（七） + 四, in every column, period and history', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...keys), (facts, key) => {
      const table = tableOf(facts, key)
      expect(sum([figures(table, 'newReceived'), figures(table, 'carriedOver')])).toEqual(
        sum([figures(table, 'totalProcessed'), figures(table, 'carriedForward')]),
      )
    }),
  )
})

test('E2 （七） is the sum of the result rows, in every column', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...keys), (facts, key) => {
      const table = tableOf(facts, key)
      expect(sum(outcomeKeys.map((row) => figures(table, row)))).toEqual(
        figures(table, 'totalProcessed'),
      )
    }),
  )
})

test('E3 总计 is the sum of the six classes, in every row, and nothing is negative (E7)', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...keys), (facts, key) => {
      const table = tableOf(facts, key)
      for (const { key: row } of applicationRows) {
        const cells = applicantClasses.map((column) => table[row][column] ?? Number.NaN)
        expect(cells.reduce((a, b) => a + b, 0)).toBe(table[row].total)
        expect(Math.min(...cells)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('E4 what a year carries forward, the next year carries over', () => {
  fc.assert(
    fc.property(history, (facts) => {
      expect(figures(tableOf(facts, '2026'), 'carriedOver')).toEqual(
        figures(tableOf(facts, '2025'), 'carriedForward'),
      )
      expect(figures(tableOf(facts, '2025-07'), 'carriedOver')).toEqual(
        figures(tableOf(facts, '2025-H1'), 'carriedForward'),
      )
    }),
  )
})

test('quarters, halves and months add up to the year', () => {
  fc.assert(
    fc.property(history, (facts) => {
      const year = tableOf(facts, '2025')
      const months = Array.from(
        { length: 12 },
        (_, at) => `2025-${String(at + 1).padStart(2, '0')}`,
      )
      for (const parts of [
        ['2025-H1', '2025-H2'],
        ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
        months,
      ]) {
        const tables = parts.map((part) => tableOf(facts, part))
        for (const row of ['newReceived', 'totalProcessed', ...outcomeKeys] as const) {
          expect(sum(tables.map((table) => figures(table, row)))).toEqual(figures(year, row))
        }
        expect(figures(tables[0] ?? year, 'carriedOver')).toEqual(figures(year, 'carriedOver'))
        expect(figures(tables.at(-1) ?? year, 'carriedForward')).toEqual(
          figures(year, 'carriedForward'),
        )
      }
    }),
    { numRuns: 30 },
  )
})

test('an application carried over a new year, by hand (A30 counting rules)', () => {
  const table = tableOf(
    [
      {
        kind: 'application.received',
        data: { class: 'research', receivedOn: '2025-12-30', basis: 'post' },
      },
      {
        kind: 'application.replied',
        data: { class: 'research', outcome: 'granted', decidedOn: '2026-01-20' },
      },
    ],
    '2026',
  )
  expect([
    table.newReceived.total,
    table.carriedOver.research,
    table.granted.research,
    table.totalProcessed.total,
    table.carriedForward.total,
  ]).toEqual([0, 1, 1, 1, 0])
})

test('nobody reported is null, never 0 (contract)', () => {
  const table = unreportedTable()
  expect(
    applicationRows.every(({ key }) =>
      applicationColumns.every(({ key: column }) => table[key][column] === null),
    ),
  ).toBe(true)
})

test('items: published in the period, queryable at its end (mission 68)', () => {
  const cells = tallyAll([
    { kind: 'item.published', data: { on: '2024-05-01', columns: ['a'], facets: [] } },
    { kind: 'item.published', data: { on: '2026-03-01', columns: ['a'], facets: [] } },
  ])
  const at = (periods: string[]) => cells.filter((cell) => periods.includes(cell.period))
  expect(itemFigures({ within: at(['2026']), before: at(['2024', '2025']) })).toEqual({
    published: 1,
    queryable: 2,
  })
})
