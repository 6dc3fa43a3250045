import { reportForms } from '../../../domain/report/forms.data.ts'
import {
  applicationsLayout,
  disputesLayout,
  isHead,
  proactiveLayout,
  type TableLayout,
} from '../../../domain/report/layout.ts'
import { figures, type TableFigure } from '../../../domain/statistics/figure.ts'
import type { FormSheet } from '../../../domain/shared/sheet/write-form-xlsx.ts'
import type { OfficeView } from '../../../usecases/statistics/show-office.ts'
import { formResponse, type Sheet, type SheetFormat, sheetResponse } from '../../sheet-response.ts'
import { common } from '../../ui/words/common.ts'
import { figureName, looking as words, unitOf } from '../../ui/words/looking.ts'
import { fill, office, periodName } from '../../ui/words/office.ts'
import { reportTableNames } from '../../ui/words/report.ts'
import { childReported, reportingOf } from './children-table.tsx'
import { figureIn } from './official-figures.tsx'
import { reportedText } from './tree-page.tsx'

/** The tables of the statistics that go out as files (统计导出). */
export const statisticsParts = ['tables', 'course', 'children'] as const
export type StatisticsPart = (typeof statisticsParts)[number]

const layouts: readonly TableLayout[] = [
  proactiveLayout(reportForms['2021']),
  applicationsLayout('triple'),
  disputesLayout,
]
const sheetNames = { proactive: '表二', applications: '表三', reviewLitigation: '表四' } as const
const widths = {
  proactive: [26, 20, 20, 20],
  applications: [9, 14, 40, 10, 10, 10, 12, 12, 10, 10],
  reviewLitigation: Array.from({ length: 15 }, () => 9),
} as const

/** Answers a table of the statistics as a file: the official tables as forms, lists as lists. */
export function statisticsFile(
  view: OfficeView,
  part: StatisticsPart,
  format: SheetFormat,
): Response {
  if (part === 'tables' && format === 'xlsx') return formResponse(nameOf(view, ''), forms(view))
  const sheet = { tables: longList, course: courseSheet, children: childrenSheet }[part](view)
  return sheetResponse(sheet, format)
}

function nameOf({ statistics, period }: OfficeView, part: string): string {
  const { agency, scope } = statistics
  return `${agency.name}${office.title}${part}（${periodName(period)}，${words[scope]}）`
}

function forms(view: OfficeView): FormSheet[] {
  const without = new Set(view.statistics.notApplicable)
  return layouts.map((layout) => ({
    name: sheetNames[layout.table],
    title: `${reportTableNames[layout.table]}（${view.statistics.agency.name}，${periodName(view.period)}，${words.reported}：${coverageText(view)}）`,
    widths: widths[layout.table],
    rows: layout.rows.map((row) =>
      row.map((cell) => ({
        content: isHead(cell)
          ? cell.text
          : without.has(`${layout.table}.${cell.row}.${cell.column}`)
            ? common.notApplicable
            : figureIn(view.statistics[layout.table], cell.row, cell.column),
        columns: cell.columns,
        rows: cell.rows,
        head: isHead(cell),
      })),
    ),
  }))
}

/** Every figure on a line of its own, for programs and pivot tables; an empty value is 未报送. */
function longList(view: OfficeView): Sheet {
  const { statistics, period } = view
  const without = new Set(statistics.notApplicable)
  const value = ({ table, row, column }: TableFigure): number | null =>
    table === 'items'
      ? figureIn({ all: statistics.items }, row, column)
      : figureIn(statistics[table], row, column)
  return {
    name: nameOf(view, ''),
    title: office.title,
    header: [
      words.agency,
      words.period,
      words.table,
      words.indicator,
      words.value,
      words.unit,
      words.reported,
    ],
    rows: figures.map((one) => [
      statistics.agency.name,
      periodName(period),
      one.table === 'items' ? '' : sheetNames[one.table],
      figureName(one),
      without.has(one.key) ? common.notApplicable : value(one),
      unitOf(one),
      coverageText(view),
    ]),
  }
}

/** Who reported of those whose sum the figures are: 已报送, or m/n. */
function coverageText({ statistics: { coverage } }: OfficeView): string {
  const { of, reporting } = coverage
  return reportedText({ of, reporting, isReported: reporting > 0 })
}

function courseSheet(view: OfficeView): Sheet {
  return {
    name: nameOf(view, words.heatMonths),
    title: fill(office.courseTable, { year: view.period.year }),
    header: [office.month, office.received, office.decided, office.published],
    rows: view.course.map(({ month, brief }) => [
      month,
      brief?.received ?? null,
      brief?.decided ?? null,
      brief?.published ?? null,
    ]),
  }
}

function childrenSheet(view: OfficeView): Sheet {
  return {
    name: nameOf(view, office.children),
    title: office.children,
    header: [
      office.child,
      office.agencies,
      words.reported,
      office.received,
      office.decided,
      office.published,
    ],
    widths: [40],
    rows: view.children.map((child) => {
      const { agency, agencies, brief } = child
      return [
        agency.name,
        agencies,
        childReported(view, child),
        ...(reportingOf(view, child) === 0
          ? [null, null, null]
          : [brief.received, brief.decided, brief.published]),
      ]
    }),
  }
}
