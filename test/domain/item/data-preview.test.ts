import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { chooseChart, type ChosenChart } from '../../../src/domain/item/choose-chart.ts'
import { parseNumber, parseTime } from '../../../src/domain/item/data-cell.ts'
import {
  maxPreviewBytes,
  previewData,
  previewLimits,
  type DataPreview,
} from '../../../src/domain/item/data-preview.ts'
import { writeXlsx } from '../../../src/domain/shared/sheet/write-xlsx.ts'

function csv(...lines: string[]): DataPreview {
  const read = previewData(new TextEncoder().encode(lines.join('\r\n')))
  if (!read.ok) throw new Error(read.reason.code)
  return read.preview
}

function chart(...lines: string[]): ChosenChart | null {
  return chooseChart(csv(...lines))
}

describe('row 76: a data file can be read where it lies', () => {
  test('header, types, rows and their number, below a title over the whole width', () => {
    const preview = csv(
      '2026年低保情况表',
      '村名,户数,时间',
      '大店村,"1,203",2026年1月',
      '小店村,87,',
    )
    expect(preview).toEqual({
      header: ['村名', '户数', '时间'],
      types: ['text', 'number', 'time'],
      rows: [
        ['大店村', '1,203', '2026年1月'],
        ['小店村', '87', ''],
      ],
      rowCount: 2,
      columnCount: 3,
    })
  })

  test('a workbook reads the same, formulas in it stay text', () => {
    const bytes = writeXlsx({
      name: '表',
      header: ['项目', '金额（万元）', '日期'],
      rows: [
        ['=HYPERLINK("http://x")', 12.5, { on: '2026-03-02' }],
        ['公路', 3, null],
      ],
    })
    const read = previewData(bytes)
    expect(read).toMatchObject({
      ok: true,
      preview: {
        types: ['text', 'number', 'time'],
        rows: [
          ['=HYPERLINK("http://x")', '12.5', '2026-03-02'],
          ['公路', '3', ''],
        ],
      },
    })
  })

  test('only the first rows and columns are shown, and a cell is cut', () => {
    const wide = Array.from({ length: 60 }, (_, index) => `列${index}`).join(',')
    const preview = csv(wide, `${'字'.repeat(400)},2`, ...Array.from({ length: 99 }, () => '甲,1'))
    expect(preview.header).toHaveLength(previewLimits.columns)
    expect(preview.rows).toHaveLength(previewLimits.rows)
    expect([preview.rowCount, preview.columnCount]).toEqual([100, 60])
    expect(preview.rows[0]?.[0]).toHaveLength(previewLimits.cell + 1)
  })

  test('columns without a name and names that occur twice are shown all the same', () => {
    expect(csv('村,,户数,户数', '大店,a,1,2').header).toEqual(['村', '第 2 列', '户数', '户数'])
  })

  test.each([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['only a header', new TextEncoder().encode('a,b'), 'no-rows'],
    ['an open quote', new TextEncoder().encode('a,b\n"1,2'), 'quote-unclosed'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]), 'foreign-file'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), 'zip-broken'],
    ['a page', new TextEncoder().encode('<html><table><tr><td>1</table>'), 'foreign-file'],
    ['too much', new Uint8Array(maxPreviewBytes + 1), 'file-too-large'],
  ])('%s is refused with its reason', (_, bytes, code) => {
    expect(previewData(bytes)).toMatchObject({ ok: false, reason: { code } })
  })

  test('a workbook that expands beyond all bounds is not opened', () => {
    const sheet = new Uint8Array(60 * 1024 * 1024)
    const bomb = zipSync({
      '[Content_Types].xml': new TextEncoder().encode('<Types/>'),
      'xl/workbook.xml': sheet,
    })
    expect(bomb.length).toBeLessThan(maxPreviewBytes)
    expect(previewData(bomb).ok).toBe(false)
  })
})

describe('row 76: a chart where a person would rather look', () => {
  test('bars for categories, without totals, numbering and codes', () => {
    expect(
      chart(
        '序号,村名,行政区划代码,户数（户）,人数（人）,保障户（户）',
        '1,大店村,341302101,120,300,60',
        '2,小店村,341302102,80,190,20',
        '3,老店村,341302103,40,90,10',
        ',合计,,240,580,90',
      ),
    ).toEqual({
      shape: 'bars',
      label: '村名',
      categories: ['大店村', '小店村', '老店村'],
      series: [
        { name: '户数', values: [120, 80, 40] },
        { name: '保障户', values: [60, 20, 10] },
      ],
      unit: '户',
      leftOut: 0,
    })
  })

  test('a line for a course of time, in the order of time', () => {
    const found = chart('年份,支出（万元）', '2024,31.2', '2022,29', '2023,30', '2025,')
    expect(found).toMatchObject({
      shape: 'line',
      categories: ['2022', '2023', '2024', '2025'],
      series: [{ values: [29, 30, 31.2, null] }],
      unit: '万元',
    })
  })

  test('of many categories the greatest', () => {
    const rows = Array.from({ length: 45 }, (_, index) => `村${index},${index + 5}`)
    const found = chart('村名,户数', ...rows)
    expect(found?.categories[0]).toBe('村44')
    expect([found?.categories.length, found?.leftOut]).toEqual([30, 15])
  })

  test.each([
    ['no figures', ['村名,电话', '甲,0557-1', '乙,0557-2']],
    ['no names', ['a,b', '1,2', '3,9']],
    ['names that occur twice', ['村名,户数', '甲,1', '甲,2']],
    ['one row', ['村名,户数', '甲,1']],
    ['figures below zero', ['村名,增减', '甲,-1', '乙,2']],
    ['nothing but zero', ['村名,户数', '甲,0', '乙,0']],
    ['more rows than are read', ['村名,户数', ...Array.from({ length: 51 }, (_, i) => `村${i},1`)]],
  ])('none of %s', (_, lines) => {
    expect(chart(...lines)).toBeNull()
  })
})

test('figures and times as tables print them', () => {
  const numbers = ['1,234.5', '12.3%', '-5', '１２', '￥3', '1.2.3', '12,34', '', 'x', '1e5']
  expect(numbers.map(parseNumber)).toEqual([1234.5, 12.3, -5, 12, 3, null, null, null, null, null])
  const times = ['2024', '2024年', '2024年1月', '2024Q1', '2024年上半年', '2024-03-02', '3月']
  const orders = times.map(parseTime)
  expect(orders).not.toContain(null)
  expect(['1899', '2101', '12345', '甲'].map(parseTime)).toEqual([null, null, null, null])
})
