import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { reportForms } from '../../../domain/report/forms.data.ts'
import { applicationsLayout, proactiveLayout } from '../../../domain/report/layout.ts'
import { figureOf } from '../../../domain/statistics/figure.ts'
import type { OfficeView } from '../../../usecases/statistics/show-office.ts'
import { figure } from '../../ui/chart/chart-scale.ts'
import { markup, none, type Markup } from '../../ui/markup.ts'
import { OfficialTable } from '../../ui/official-table.tsx'
import { common } from '../../ui/words/common.ts'
import { looking } from '../../ui/words/looking.ts'
import { months } from '../../ui/words/months.ts'
import { fill, office } from '../../ui/words/office.ts'
import { formerFigures } from './corrections.tsx'
import { figureKey } from './figure-links.ts'
import { shown } from './figure-view.tsx'

const form = reportForms['2021']
/** The official layouts in which the statistics stand (年报表二、表三). */
export const statisticsLayouts = {
  proactive: proactiveLayout(form),
  applications: applicationsLayout('triple'),
} as const

/** 表二 and 表三 in the national layout, every figure a link; they scroll inside their own frames. */
export function OfficialFigures(props: {
  view: OfficeView
  hrefOf: (figure: string) => string
  children: Child
}): JSX.Element {
  const { view, hrefOf, children } = props
  const { proactive, applications } = view.statistics
  const without = new Set(view.statistics.notApplicable)
  const was = formerFigures(view.statistics)
  const cell = (table: string, rows: object, row: string, column: string): Markup =>
    link(figureIn(rows, row, column), hrefOf(figureKey(table, row, column)))
  return (
    <>
      <section class="panel">
        <div class="panel-head">
          <h2>{office.tableCaption}</h2>
        </div>
        <OfficialTable
          layout={statisticsLayouts.applications}
          caption={office.tableCaption}
          figure={({ row, column }) =>
            markup`${cell('applications', applications, row, column)}${corrected(was.get(`${row} ${column}`))}`
          }
        />
        <p class="c-note no-print">{office.tableHint}</p>
        {children}
      </section>
      <section class="panel">
        <div class="panel-head">
          <h2>{looking.proactive}</h2>
        </div>
        <OfficialTable
          layout={statisticsLayouts.proactive}
          caption={looking.proactive}
          figure={({ row, column }) =>
            figureOf(figureKey('proactive', row, column)) === null
              ? markup`${common.noData}`
              : without.has(figureKey('proactive', row, column))
                ? markup`${common.notApplicable}`
                : cell('proactive', proactive, row, column)
          }
        />
      </section>
    </>
  )
}

/** What stood in a cell when its month was closed (更正前的数). */
function corrected(was: number | undefined): Markup {
  return was === undefined
    ? none
    : markup` <small class="c-note">${fill(months.mark, { n: figure(was) })}</small>`
}

/** The figure of a row and column of a table; null where it has none. */
export function figureIn(rows: object, row: string, column: string): number | null {
  const line: unknown = Reflect.get(rows, row)
  if (typeof line !== 'object' || line === null) return null
  const value: unknown = Reflect.get(line, column)
  return typeof value === 'number' ? value : null
}

function link(value: number | null, href: string): Markup {
  const text = shown(value)
  return value === null || value === 0 ? markup`${text}` : markup`<a href="${href}">${text}</a>`
}
