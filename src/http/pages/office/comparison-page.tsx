import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  type Against,
  type ComparisonView,
  grains,
} from '../../../usecases/statistics/compare-agencies.ts'
import { subtreeOf } from '../../../usecases/statistics/read-figures.ts'
import { Select } from '../../ui/choices.tsx'
import { ExportLinks } from '../../ui/export-links.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import { LineChart } from '../../ui/chart/line-chart.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { figureName, looking as words, unitOf } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSelect, PeriodSelect } from './asked-figure.tsx'
import { deskFigureHref } from './figure-links.ts'
import { linked, shown } from './figure-view.tsx'
import { LookingPage } from './looking-page.tsx'
import { reportedText } from './tree-page.tsx'

/** Most agencies offered for choice here; the ranking offers all. */
const mostOffered = 120

/** Up to six agencies over time (比较): a line chart with its table, then 同比 and 环比. */
export function ComparisonPage({
  frame,
  view,
}: {
  frame: Frame
  view: ComparisonView
}): JSX.Element {
  const { to } = frame.c.var.site
  const { figure, period, today, by, periods, lines } = view
  const title = `${figureName(figure)}，${periodName(period)}`
  return (
    <LookingPage frame={frame} part="comparison" period={period.key} oldest={view.oldest}>
      <Form action={to.officeComparison()} method="get" className="filter no-print">
        <div class="filter-line">
          <FigureSelect figure={figure} stocks />
          <PeriodSelect period={period} today={today} />
          <Select
            id="by"
            name="by"
            label={words.by}
            value={by}
            blank={null}
            options={grains.map((one) => ({ value: one, label: grainNames[one] }))}
          />
        </div>
        <Chosen frame={frame} view={view} />
        <SubmitRow label={words.show} />
      </Form>
      {view.isCut ? <Notice tone="warning" title={words.tooMany} /> : null}
      <h2>{title}</h2>
      <section class="panel">
        <LineChart
          caption={spanTitle(view)}
          unit={unitOf(figure)}
          categories={periods.map(periodName)}
          series={lines.map(({ agency, values }) => ({ name: agency.name, values }))}
        />
      </section>
      <Changes frame={frame} view={view} />
      <ExportLinks
        of={words.comparison}
        csv={exportHref(view, to.officeComparison, 'csv')}
        xlsx={exportHref(view, to.officeComparison, 'xlsx')}
      />
    </LookingPage>
  )
}

/** What the chart shows: the figure from the first period to the last. */
function spanTitle({ figure, periods }: ComparisonView): string {
  const ends = [...new Set([periods[0], periods.at(-1)])].flatMap((one) => one ?? [])
  return `${figureName(figure)}，${ends.map(periodName).join('至')}`
}

const grainNames = { month: words.byMonth, quarter: words.byQuarter, year: words.byYear } as const

function exportHref(
  { figure, period, by, lines }: ComparisonView,
  to: (query: Record<string, string>) => string,
  as: string,
): string {
  const base = to({ figure: figure.key, period: period.key, by, as })
  return base + lines.map(({ agency }) => `&agency=${encodeURIComponent(agency.id)}`).join('')
}

/** Who is compared: this office, its children, and whoever was chosen elsewhere. */
function Chosen({ frame, view }: { frame: Frame; view: ComparisonView }): JSX.Element {
  const { site, region } = frame.c.var
  const chosen = new Set(view.lines.map(({ agency }) => agency.id))
  const offered = subtreeOf(region.agencies, site.agency.id)
    .filter(
      ({ id, parentId }) => id === site.agency.id || parentId === site.agency.id || chosen.has(id),
    )
    .slice(0, mostOffered)
  return (
    <Details summary={words.chosen} open={chosen.size < 2}>
      <fieldset class="picks">
        <legend class="away">{words.chosen}</legend>
        {offered.map(({ id, name }) => (
          <label class="pick">
            <input type="checkbox" name="agency" value={id} checked={chosen.has(id)} /> {name}
          </label>
        ))}
      </fieldset>
    </Details>
  )
}

function Changes({ frame, view }: { frame: Frame; view: ComparisonView }): JSX.Element {
  const hrefOf = deskFigureHref(frame.c)
  const { figure, period, today, lines } = view
  const isOver = (period.months.at(-1) ?? '') < today.slice(0, 7)
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{words.changes}</h2>
      </div>
      <DataTable
        caption={words.changes}
        columns={[
          { label: words.agency, kind: 'title' },
          { label: words.current, kind: 'number' },
          { label: words.reported, kind: 'date' },
          { label: words.previous, kind: 'number' },
          { label: words.onPrevious, kind: 'number' },
          { label: words.yearBefore, kind: 'number' },
          { label: words.onYearBefore, kind: 'number' },
        ]}
        rows={lines.map(({ agency, current, coverage, previous, yearBefore }) => ({
          cells: [
            agency.name,
            linked(current, hrefOf(figure.key, period.key, 'subtree', agency)),
            reportedText(coverage),
            shown(previous.base),
            changeText(previous),
            shown(yearBefore.base),
            changeText(yearBefore),
          ],
        }))}
      />
      <p class="c-note">{words.changesFormula}</p>
      {isOver ? null : (
        <p class="c-note">{fill(words.unfinished, { period: periodName(period) })}</p>
      )}
    </section>
  )
}

/** A change as people read it: 增减 with 增长率, or that it cannot be compared. */
export function changeText({ change: { difference, percent } }: Against): string {
  if (difference === null) return words.incomparable
  const sign = difference > 0 ? '+' : ''
  return percent === null
    ? `${sign}${difference}（${words.incomparable}）`
    : `${sign}${difference}（${sign}${percent.toFixed(1)}%）`
}
