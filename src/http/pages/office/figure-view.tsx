import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { quotient } from '../../../domain/shared/quotient.ts'
import { readPeriod } from '../../../domain/statistics/period.ts'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import { opensOf } from '../../../domain/statistics/indicator/opened.ts'
import type { FigureView } from '../../../usecases/statistics/show-figure.ts'
import type { TreeNode } from '../../../usecases/statistics/read-tree.ts'
import { figure as written } from '../../ui/chart/chart-scale.ts'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { common } from '../../ui/words/common.ts'
import { figureName, formulaOf, looking as words, rateOf, unitOf } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import type { FigureHref } from './figure-links.ts'

/** A figure opened (数字的来源): what it is and how it is counted, then the agencies or months it is the sum of. */
export function FigureBody(props: {
  view: FigureView
  hrefOf: FigureHref
  /** where the records are, and what is said about them */
  records: Child
}): JSX.Element {
  const { view, hrefOf, records } = props
  const { figure, period, office, scope, value, oldest, tree, months } = view
  const unit = unitOf(figure)
  const decimals = decimalsOf(figure)
  return (
    <>
      <p class="c-note">
        {office.name} · {words[scope]} · {periodName(period)}
      </p>
      <h2>{figureName(figure)}</h2>
      <SummaryList
        rows={[
          {
            label: words.value,
            value: value === null ? common.noData : `${shown(value, decimals)} ${unit}`,
          },
          { label: words.formula, value: formulaOf(figure) },
          ...rateRows(view, hrefOf),
          { label: words.asOf, value: oldest === null ? common.noData : minuteOf(oldest) },
        ]}
      />
      {records}
      {tree === null || scope === 'own' ? null : (
        <section class="panel">
          <div class="panel-head">
            <h2>{words.parts}</h2>
          </div>
          <p class="lead">{words.partsHint}</p>
          <PartsTable node={tree} view={view} hrefOf={hrefOf} />
        </section>
      )}
      {months.length < 2 ? null : (
        <section class="panel">
          <DataTable
            caption={words.months}
            showCaption
            columns={[{ label: words.month }, { label: words.value, kind: 'number' }]}
            rows={months.map(({ month, value: n }) => {
              const name = nameOfMonth(month)
              return {
                cells: [name, linked(n, hrefOf(figure.key, month, 'own', office), decimals)],
              }
            })}
          />
        </section>
      )}
    </>
  )
}

/** The office's own share and its direct children's, each a link one level down. */
function PartsTable({
  node,
  view: { figure, period },
  hrefOf,
}: {
  node: TreeNode
  view: FigureView
  hrefOf: FigureHref
}): JSX.Element {
  const whole = node.subtree[0] ?? null
  const own = node.own[0] ?? null
  const decimals = decimalsOf(figure)
  const lines = [
    {
      name:
        node.children.length === 0
          ? node.agency.name
          : fill(words.itself, { name: node.agency.name }),
      own,
      all: own,
      reported: node.isReported ? words.reportedYes : words.reportedNo,
      allHref: hrefOf(figure.key, period.key, 'own', node.agency),
      ownHref: hrefOf(figure.key, period.key, 'own', node.agency),
    },
    ...node.children.map((child) => ({
      name: child.agency.name,
      own: child.own[0] ?? null,
      all: child.subtree[0] ?? null,
      reported:
        child.of === 1
          ? child.isReported
            ? words.reportedYes
            : words.reportedNo
          : fill(words.reportedOf, { m: child.reporting, n: child.of }),
      allHref: hrefOf(figure.key, period.key, 'subtree', child.agency),
      ownHref: hrefOf(figure.key, period.key, 'own', child.agency),
    })),
  ]
  return (
    <DataTable
      caption={words.parts}
      columns={[
        { label: words.agency, kind: 'title' },
        { label: words.own, kind: 'number' },
        { label: words.subtree, kind: 'number' },
        { label: words.share, kind: 'number' },
        { label: words.reported },
      ]}
      rows={lines.map(({ name, own: mine, all, reported, ownHref, allHref }) => ({
        cells: [
          <a href={allHref}>{name}</a>,
          linked(mine, ownHref, decimals),
          linked(all, allHref, decimals),
          shareOf(all, whole),
          reported,
        ],
      }))}
    />
  )
}

/** A figure as a link to what it is made of; nothing to open behind zero. */
export function linked(value: number | null, href: string, decimals = 0): Child {
  const text = shown(value, decimals)
  return value === null || value === 0 ? text : <a href={href}>{text}</a>
}

/** Money stands with its 分 (元后两位). */
function decimalsOf(figure: FigureView['figure']): number {
  return unitOf(figure) === '元' ? 2 : 0
}

/** Of a part of a rate: the rate itself with its formula and rounding, and the other part. */
function rateRows(
  { figure, period, scope, office }: FigureView,
  hrefOf: FigureHref,
): { label: string; value: Child }[] {
  const rate = rateOf(figure)
  if (rate === null || figure.table !== 'indicators') return []
  const other = figure.column === 'numerator' ? 'denominator' : 'numerator'
  const key = opensOf(figure.indicator)[other] ?? ''
  const href = hrefOf(key, period.key, scope, office)
  return [
    { label: words.rate, value: rate },
    { label: words[other], value: <a href={href}>{words.otherPart}</a> },
  ]
}

/** A part of a whole in tenths of a percent. */
export function shareOf(part: number | null, whole: number | null): string {
  if (part === null || whole === null || whole <= 0) return '—'
  return `${(quotient(100 * part, whole, 1) ?? 0).toFixed(1)}%`
}

/** An instant to the minute, as people read it. */
export function minuteOf(at: number): string {
  return toRfc3339(at).slice(0, 16).replace('T', ' ')
}

function nameOfMonth(key: string): string {
  const period = readPeriod(key)
  return period === null ? key : periodName(period)
}

/** A figure, or that nobody reported it. */
export function shown(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined ? common.noData : written(value, decimals)
}
