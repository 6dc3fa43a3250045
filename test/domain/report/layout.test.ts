import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportForms } from '../../../src/domain/report/forms.data.ts'
import { layoutGrid } from '../../../src/domain/report/layout-grid.ts'
import { resultRowHeads } from '../../../src/domain/report/layout-rows.ts'
import {
  applicationsLayout,
  disputesLayout,
  type FigureCell,
  proactiveLayout,
  type TableLayout,
} from '../../../src/domain/report/layout.ts'
import { readTables, rowsOfText } from '../../../src/domain/report/read-tables.ts'
import type { AnnualReport } from '../../../src/domain/report/types.ts'
import { consistentReport } from './make-report.ts'
import { cityReport, districtReport } from './sample-reports.data.ts'

test.each([
  ['triple', 25, 22],
  ['single', 23, 20],
] as const)(
  '表三 has rows of three head columns, as the national form merges them (%s)',
  (otherRows, count, inSection) => {
    const open: number[] = []
    const rows = resultRowHeads(otherRows)
    const widths = rows.map(({ heads }) => {
      const spanning = open.filter((left) => left > 0).length
      open.forEach((left, index) => (open[index] = left - 1))
      for (const { rows: down } of heads) if (down > 1) open.push(down - 1)
      return spanning + heads.reduce((sum, { columns }) => sum + columns, 0)
    })
    expect(widths).toEqual(Array.from({ length: count }, () => 3))
    expect(rows[2]?.heads).toEqual([
      { text: '三、本年度办理结果', columns: 1, rows: inSection, of: 'row' },
      { text: '（一）予以公开', columns: 2, rows: 1, of: 'row' },
    ])
  },
)

/** The three tables of a report as they are printed: rows of cells, blank where nothing stands. */
function printed(report: AnnualReport | typeof cityReport | typeof districtReport): string[][] {
  const isSingle = Object.hasOwn(report.applications ?? {}, 'other')
  const form = reportForms['2021']
  const write = (layout: TableLayout, table: object | null | undefined): string[][] =>
    layoutGrid(layout, ({ row, column }: FigureCell) => {
      const cells: unknown = Reflect.get(table ?? {}, row)
      const value: unknown =
        typeof cells === 'object' && cells !== null ? Reflect.get(cells, column) : null
      return typeof value === 'number' ? String(value) : ''
    })
  return [
    ['二、主动公开政府信息情况'],
    ...write(proactiveLayout(form), report.proactive),
    ['三、收到和处理政府信息公开申请情况'],
    ...write(applicationsLayout(isSingle ? 'single' : 'triple'), report.applications),
    ['四、政府信息公开行政复议、行政诉讼情况'],
    ...write(disputesLayout, report.reviewLitigation),
  ]
}

const tablesOf = ({
  proactive,
  applications,
  reviewLitigation,
}: Partial<AnnualReport>): object => ({
  proactive,
  applications,
  reviewLitigation,
})

describe('reading the official layout', () => {
  test.each([
    ['triple', cityReport],
    ['single', districtReport],
  ])('a published report reads as it was printed (%s)', (_, report) => {
    const read = readTables(printed(report), 2024)
    expect([read.faults, read.unread]).toEqual([[], []])
    expect(read).toMatchObject(tablesOf(report as Partial<AnnualReport>))
  })

  test('any consistent report does, also pasted with tabs, also with the ends of rows cut off', () => {
    fc.assert(
      fc.property(consistentReport, (report) => {
        const grid = printed({ ...report, proactive: cityReport.proactive })
        const expected = tablesOf({ ...report, proactive: cityReport.proactive })
        expect(readTables(grid, report.year)).toMatchObject(expected)
        const pasted = grid.map((row) => row.join('\t')).join('\r\n')
        expect(readTables(rowsOfText(pasted), report.year)).toMatchObject(expected)
        const cut = grid.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1))
        expect(readTables(cut, report.year)).toMatchObject(expected)
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ['no section numbers', (text: string) => text.replace(/^三、|^（.）|^\d\./, '')],
    ['half-width brackets', (text: string) => text.replaceAll('（', '(').replaceAll('）', ')')],
    [
      'blanks inside words',
      (text: string) => text.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
    ],
    [
      'full-width digits',
      (text: string) => text.replaceAll(/\d/g, (n) => String.fromCodePoint(Number(n) + 0xff10)),
    ],
    [
      'thousands and units',
      (text: string) => (/^\d{4}$/.test(text) ? `${text[0]},${text.slice(1)}件` : text),
    ],
  ])('labels and figures are tolerated with %s', (_, change) => {
    const read = readTables(
      printed(cityReport).map((row) => row.map(change)),
      2024,
    )
    expect(read).toMatchObject(tablesOf(cityReport as Partial<AnnualReport>))
  })

  test('a page copied without tabs is parted by blanks, and merged cells may be left out', () => {
    const lines = printed(cityReport).map((row) => row.filter((text) => text !== '').join(' '))
    const read = readTables(rowsOfText(lines.join('\n')), 2024)
    expect(read).toMatchObject(tablesOf(cityReport as Partial<AnnualReport>))
  })

  test('cells of several lines, as a spreadsheet copies them in quotes, stay whole', () => {
    const quoted = (text: string): string =>
      text.length < 5 || /\d$/.test(text)
        ? text
        : `"${text.slice(0, 4).replaceAll('"', '""')}\r\n${text.slice(4)}"`
    const pasted = printed(cityReport).map((row) => row.map(quoted).join('\t'))
    const read = readTables(rowsOfText(pasted.join('\r\n')), 2024)
    expect([read.faults, read.unread]).toEqual([[], []])
    expect(read).toMatchObject(tablesOf(cityReport as Partial<AnnualReport>))
    const unclosed = printed(cityReport).map((row) => row.join('\t'))
    expect(rowsOfText(['"未完\t1', ...unclosed].join('\n'))).toHaveLength(unclosed.length + 1)
  })

  test('figures with their unit are no labels of unknown rows', () => {
    const read = readTables(
      printed(cityReport).map((row) =>
        row.map((text) => (/^\d+$/.test(text) ? `${text}件` : text)),
      ),
      2024,
    )
    expect([read.faults, read.unread]).toEqual([[], []])
  })

  test('a table may begin anywhere on its sheet', () => {
    const read = readTables(
      printed(cityReport).map((row) => ['', ''].concat(row)),
      2024,
    )
    expect(read).toMatchObject(tablesOf(cityReport as Partial<AnnualReport>))
  })

  test('table two of the trial form (国办公开办函〔2019〕60号) has columns of its own, and a change may be negative', () => {
    const proactive = {
      regulations: { newlyMade: 0, newlyPublished: 0, totalPublished: 0 },
      normativeDocuments: { newlyMade: 5, newlyPublished: 5, totalPublished: 12 },
      licensing: { previousYearItems: 40, change: -3, decisions: 812 },
      otherManagement: { previousYearItems: 6, change: 0, decisions: 9 },
      punishment: { previousYearItems: 51, change: 2, decisions: 7 },
      coercion: { previousYearItems: 11, change: 0, decisions: 1 },
      fees: { previousYearItems: 3, change: -1 },
      procurement: { projects: 1, amount: 8040.5 },
    }
    const grid = layoutGrid(proactiveLayout(reportForms['2019']), ({ row, column }) =>
      String(Reflect.get(Reflect.get(proactive, row) as object, column)),
    )
    const read = readTables(grid, 2020)
    expect([read.proactive, read.faults]).toEqual([proactive, []])
  })

  test('table four with its blocks below each other reads the same', () => {
    const rows = [
      ['', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      ['行政复议', '1', '2', '3', '4', '10'],
      ['行政诉讼：未经复议直接起诉', '0', '0', '0', '1', '1'],
      ['行政诉讼：复议后起诉', '0', '0', '0', '0', ''],
    ]
    expect(readTables(rows, 2024).reviewLitigation).toEqual({
      review: { upheld: 1, corrected: 2, other: 3, pending: 4, total: 10 },
      litigationDirect: { upheld: 0, corrected: 0, other: 0, pending: 1, total: 1 },
      litigationAfterReview: { upheld: 0, corrected: 0, other: 0, pending: 0, total: null },
    })
  })

  test('rows in the words of the public interface are known too', () => {
    const rows = [
      ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
      ['三、（三）不予公开 1.属于国家秘密', '1', '0', '0', '0', '0', '0', '1'],
      ['三、（六）其他处理 3.其他', '2', '0', '0', '0', '0', '0', '2'],
      ['三、（七）总计', '3', '0', '0', '0', '0', '0', '3'],
      ['三、（八）另外', '4', '0', '0', '0', '0', '0', '4'],
    ]
    const { applications, unread } = readTables(rows, 2024)
    expect(applications).toMatchObject({
      'denied.stateSecret': { total: 1 },
      'other.misc': { total: 2 },
      totalProcessed: { naturalPerson: 3 },
    })
    expect(unread).toEqual(['三、（八）另外'])
  })

  test('blanks are told from zeros, and what is no figure is named (E7)', () => {
    const grid = printed(cityReport)
    const granted = grid.find((row) => row.includes('（一）予以公开'))
    granted?.splice(3, 4, '', '—', '-2', '1.5')
    granted?.splice(7, 2, '若干', '12 3')
    const { applications, faults } = readTables(grid, 2024)
    expect(applications?.granted).toMatchObject({
      naturalPerson: null,
      commercial: null,
      research: -2,
      publicWelfare: 1.5,
      legalService: null,
      otherOrg: null,
    })
    expect(faults.map(({ column, problem }) => `${column} ${problem}`)).toEqual([
      'research negative',
      'publicWelfare fraction',
      'legalService text',
      'otherOrg text',
    ])
  })

  test.each([
    ['1,234', 1234],
    ['１ ２３４ ５６７件', 1_234_567],
    ['5 起', 5],
    ['-0', 0],
    ['1,2', null],
    ['1 2345', null],
    ['1e3', null],
    ['〇', null],
  ])('E7: “%s” is the figure %s', (text, value) => {
    const { applications, faults } = readTables(
      [['（一）予以公开', text, '', '', '', '', '', '']],
      2024,
    )
    expect(applications?.granted?.naturalPerson).toBe(value)
    expect(faults).toHaveLength(value === null ? 1 : 0)
  })

  test('nothing that is no table reads as one', () => {
    expect(readTables(rowsOfText('规章\n行政许可事项\n其他\n总计\n'), 2024)).toEqual({
      proactive: null,
      applications: null,
      reviewLitigation: null,
      faults: [],
      unread: [],
    })
  })
})
