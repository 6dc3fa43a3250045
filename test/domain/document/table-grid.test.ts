import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, columnWidths } from '../../../src/domain/document/table-grid.ts'
import { cellOf } from '../../../src/domain/document/plain.ts'
import type { Cell } from '../../../src/domain/document/tree.ts'

const em = 12
const padding = 8
const room = 442

function widths(texts: readonly (readonly string[])[], width = room): number[] {
  const rows: Cell[][] = texts.map((row) => row.map(cellOf))
  return columnWidths(rows, { columns: columnsOf(rows), width, em, padding })
}

/** How many characters of a Han text stand on one line of a column. */
const ems = (width: number | undefined): number => ((width ?? 0) - padding) / em

describe('the widths of the columns of a table (列宽)', () => {
  test('dates, numbers and words without a break stay on one line beside long texts', () => {
    const [agency, what, period, times, due] = widths([
      ['责任机关', '问题', '首次发现', '已列次数', '整改期限'],
      [
        '宿州市埇桥区综合行政执法局',
        '没有按期报送 2025 年度政府信息公开工作年度报告'.repeat(3),
        '2026-Q2',
        '1',
        '2026-08-19',
      ],
    ])
    expect(ems(due)).toBeGreaterThanOrEqual(5)
    expect(ems(period)).toBeGreaterThanOrEqual(3.5)
    expect(ems(times)).toBeGreaterThanOrEqual(2)
    expect(what).toBeGreaterThan(agency ?? 0)
  })

  test('a name beside columns of small numbers gets what they do not need', () => {
    const head = [
      '位次',
      '机关',
      '公开信息',
      '新收申请',
      '办结申请',
      '按时答复',
      '计时答复',
      '报送',
    ]
    const all = widths([head, ['1', '宿州市埇桥区埇桥街道办事处', '0', '0', '0', '0', '0', '1/1']])
    expect(Math.ceil(13 / ems(all[1]))).toBe(2)
    expect(all.slice(2, 7).map((one) => Math.ceil(4 / ems(one)))).toEqual([2, 2, 2, 2, 2])
  })

  test('where there is room for all, nothing wraps', () => {
    const head = ['指标', '单位', '本期', '上期']
    const all = widths([head, ['行政复议结果纠正', '件', '96.15%', '—']])
    expect(all.map(ems).map(Math.floor)).toEqual(
      [8, 2, 3, 2].map((least) => expect.toSatisfy((n: number) => n >= least)),
    )
  })

  test('a number in brackets is not cut', () => {
    const [group] = widths([
      [
        '（三）不予公开',
        '申请人无正当理由逾期不补正'.repeat(3),
        ...Array.from({ length: 10 }, (_, n) => String(n)),
      ],
    ])
    expect(ems(group)).toBeGreaterThanOrEqual(3)
  })

  test('whatever stands in them, they fill the table and none is too narrow for a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 15 }), {
          minLength: 1,
          maxLength: 8,
        }),
        (texts) => {
          const all = widths(texts)
          const sum = all.reduce((total, one) => total + one, 0)
          expect(Math.abs(sum - room)).toBeLessThan(0.01)
          for (const one of all) expect(one).toBeGreaterThanOrEqual(em + padding - 0.01)
        },
      ),
    )
    const many = widths([Array.from({ length: 60 }, () => '格')])
    expect(many.every((one) => Math.abs(one - room / 60) < 0.01)).toBe(true)
  })
})
