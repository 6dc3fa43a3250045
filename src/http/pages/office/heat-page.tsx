import type { JSX } from 'hono/jsx/jsx-runtime'
import { readPeriod } from '../../../domain/statistics/period.ts'
import { shadeOf } from '../../../domain/statistics/rank.ts'
import { type HeatView, mostHeated } from '../../../usecases/statistics/show-heat.ts'
import { Select } from '../../ui/choices.tsx'
import { ExportLinks } from '../../ui/export-links.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import { common } from '../../ui/words/common.ts'
import { figureName, looking as words } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSelect, PeriodSelect } from './asked-figure.tsx'
import { deskFigureHref } from './figure-links.ts'
import { linked } from './figure-view.tsx'
import { LookingPage } from './looking-page.tsx'

/** The children of an office by month or result (热力表): a shade by quantile, its number in each cell. */
export function HeatPage({ frame, view }: { frame: Frame; view: HeatView }): JSX.Element {
  const { to } = frame.c.var.site
  const { figure, period, today, by } = view
  const asked = { figure: figure.key, period: period.key, by }
  return (
    <LookingPage frame={frame} part="heat" period={period.key} oldest={view.oldest}>
      <Form action={to.officeHeat()} method="get" className="filter filter-line no-print">
        <FigureSelect figure={figure} stocks={false} />
        <PeriodSelect period={period} today={today} />
        <Select
          id="by"
          name="by"
          label={words.columns}
          value={by}
          blank={null}
          options={[
            { value: 'months', label: words.heatMonths },
            { value: 'groups', label: words.heatGroups },
          ]}
        />
        <SubmitRow label={words.show} />
      </Form>
      <h2>{heatTitle(view)}</h2>
      <Legend bounds={view.bounds} />
      <HeatTable frame={frame} view={view} />
      {view.isCut ? <p class="c-note">{fill(words.onlyFirst, { n: mostHeated })}</p> : null}
      <ExportLinks
        of={words.heat}
        csv={to.officeHeat({ ...asked, as: 'csv' })}
        xlsx={to.officeHeat({ ...asked, as: 'xlsx' })}
      />
    </LookingPage>
  )
}

/** What a heat table shows: its figure and year, or the results of a period. */
export function heatTitle({ figure, period, by }: HeatView): string {
  return by === 'months'
    ? `${figureName(figure)}，${period.year}年${words.heatMonths}`
    : `${words.heatGroups}，${periodName(period)}`
}

/** The name of a column: a month, or a group of results. */
export function heatColumn(column: string): string {
  const group = Object.entries(words.groups).find(([key]) => key === column)
  return group?.[1] ?? `${Number(column.slice(5))}月`
}

function HeatTable({ frame, view }: { frame: Frame; view: HeatView }): JSX.Element {
  const hrefOf = deskFigureHref(frame.c)
  const { figure, period, by, columns, lines, bounds } = view
  const [key, at] =
    by === 'months'
      ? [() => figure.key, (column: string) => readPeriod(column)?.key ?? period.key]
      : [groupFigure, () => period.key]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
    <section class="scroll" tabindex={0} aria-label={heatTitle(view)}>
      <table class="table heat">
        <caption class="away">{heatTitle(view)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            {columns.map((column) => (
              <th scope="col" class="c-number">
                {heatColumn(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ agency, values }) => (
            <tr>
              <th scope="row">{agency.name}</th>
              {columns.map((column, n) => {
                const value = values[n] ?? null
                return (
                  <td class={`c-number ${shadeClass(value, bounds)}`}>
                    {linked(value, hrefOf(key(column), at(column), 'subtree', agency))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The figure that a group of results opens: the one that stands in its cells. */
function groupFigure(group: string): string {
  return `applications.${group}.total`
}

function shadeClass(value: number | null, bounds: readonly number[]): string {
  const shade = shadeOf(value, bounds)
  return shade === null ? 'heat-none' : `heat-${shade}`
}

function Legend({ bounds }: { bounds: readonly number[] }): JSX.Element {
  const steps = bounds.map((to, at) => {
    const from = (bounds[at - 1] ?? 0) + 1
    return { to, text: from >= to ? String(to) : fill(words.shade, { from, to }) }
  })
  return (
    <div class="heat-legend">
      <span>{words.legend}</span>
      <ul>
        <li class="heat-none">{common.noData}</li>
        <li class="heat-0">{words.zero}</li>
        {steps.map(({ to, text }) => (
          <li class={shadeClass(to, bounds)}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
