import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { Scope } from '../../../usecases/statistics/read-figures.ts'
import type { OfficeView } from '../../../usecases/statistics/show-office.ts'
import type { AppEnv } from '../../app-env.ts'
import { Select } from '../../ui/choices.tsx'
import { Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import type { SheetFormat } from '../../sheet-response.ts'
import { looking } from '../../ui/words/looking.ts'
import { dispute } from '../../ui/words/dispute.ts'
import { fill, office, periodChoices, periodName } from '../../ui/words/office.ts'
import { ChildrenTable } from './children-table.tsx'
import { Course } from './course.tsx'
import { CorrectionsView } from './corrections.tsx'
import { DisputeTableView } from './dispute-table.tsx'
import { type StatisticsPart, statisticsParts } from './statistics-files.ts'
import type { FigureHref } from './figure-links.ts'
import { OfficialFigures } from './official-figures.tsx'
import { CoverageView, Summary } from './summary.tsx'

/** What both statistics pages need: the view and how their own addresses are built. */
export type StatisticsProps = {
  c: Context<AppEnv>
  view: OfficeView
  /** address of this page for a period and scope */
  hrefTo: (period: string, scope: Scope) => string
  /** address of this page without query */
  action: string
  /** address of a table of this page as a file */
  fileHref: (part: StatisticsPart, as: SheetFormat) => string
  /** where a figure opens */
  figureHref: FigureHref
}

/** The statistics of a period (统计正文): what to look at, then the figures from the whole to the parts. */
export function StatisticsBody({
  c,
  view,
  hrefTo,
  action,
  figureHref,
  fileHref,
}: StatisticsProps): JSX.Element {
  const { statistics, period } = view
  const { scope, asOf } = statistics
  const { resolver } = c.var.parts
  const { agencies } = c.var.region
  const hasChildren = (agency: Agency): boolean => agencies.some((a) => a.parentId === agency.id)
  const pageOf = (agency: Agency): string => {
    const asked: Scope = hasChildren(agency) ? 'subtree' : 'own'
    return `${resolver.originOf(agency)}/statistics?period=${period.key}&scope=${asked}`
  }
  const { agency } = c.var.site
  const href = (figure: string, of = period.key): string => figureHref(figure, of, scope, agency)
  return (
    <>
      {hasChildren(c.var.site.agency) ? <ScopeTabs view={view} hrefTo={hrefTo} /> : null}
      <Form action={action} method="get" className="filter filter-line no-print">
        <Hidden name="scope" value={scope} />
        <Select
          id="period"
          name="period"
          label={office.periodLabel}
          value={period.key}
          blank={null}
          options={periodChoices(period, view.today)}
        />
        <SubmitRow label={office.show} />
      </Form>
      <h2>{periodName(period)}</h2>
      {asOf === null ? null : (
        <p class="c-note">
          {office.asOf} <time datetime={asOf}>{`${asOf.slice(0, 10)} ${asOf.slice(11, 16)}`}</time>
        </p>
      )}
      <CoverageView view={view} hrefOf={pageOf} />
      {statistics.coverage.reporting === 0 ? (
        <EmptyState title={office.unreported}>
          <p>{office.unreportedHint}</p>
        </EmptyState>
      ) : (
        <>
          <Summary view={view} hrefOf={href} />
          <CorrectionsView statistics={statistics} />
          <ChildrenTable
            view={view}
            hrefOf={({ agency: child }) => pageOf(child)}
            figureHref={figureHref}
          />
          <Course view={view} hrefOf={(month) => hrefTo(month, scope)} figureHref={href} />
          <OfficialFigures view={view} hrefOf={href}>
            {(statistics.redone ?? 0) === 0 ? null : (
              <p class="c-note">{fill(dispute.redone, { n: statistics.redone ?? 0 })}</p>
            )}
          </OfficialFigures>
          <DisputeTableView figures={statistics.reviewLitigation} hrefOf={href} />
        </>
      )}
      {statistics.coverage.reporting === 0 ? null : <Files view={view} hrefOf={fileHref} />}
      <p class="more no-print">
        {office.data}：
        <a href={`${c.var.site.to.api('/statistics')}?period=${period.key}&scope=${scope}`}>
          {office.dataJson}
        </a>
      </p>
    </>
  )
}

/** The tables of the page as files (导出). */
function Files(props: { view: OfficeView; hrefOf: StatisticsProps['fileHref'] }): JSX.Element {
  const { view, hrefOf } = props
  const parts = statisticsParts.filter((part) => part !== 'children' || view.children.length > 0)
  return (
    <section class="panel no-print" aria-label={looking.exportLabel}>
      <h2>{looking.exportLabel}</h2>
      <ul class="grid-list">
        {parts.map((part) => (
          <li>
            {looking.files[part]}：
            <a href={hrefOf(part, 'xlsx')}>
              {looking.xlsx}
              <span class="away">：{looking.files[part]}</span>
            </a>{' '}
            <a href={hrefOf(part, 'csv')}>
              {looking.csv}
              <span class="away">：{looking.files[part]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ScopeTabs({ view, hrefTo }: Pick<StatisticsProps, 'view' | 'hrefTo'>): JSX.Element {
  const { scope } = view.statistics
  return (
    <nav class="switch" aria-label={office.scopeLabel}>
      <ul>
        {(['own', 'subtree'] as const).map((name) => (
          <li>
            <a
              href={hrefTo(view.period.key, name)}
              aria-current={name === scope ? 'true' : undefined}
            >
              {office[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
