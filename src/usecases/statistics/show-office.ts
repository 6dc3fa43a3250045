import type { Agency } from '../../domain/agency/agency.ts'
import { agenciesIn } from '../../domain/agency/offices.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import {
  cellPeriods,
  monthsOfYear,
  parsePeriod,
  type Period,
  yearPeriod,
} from '../../domain/statistics/period.ts'
import { type Brief, briefOf } from '../../domain/statistics/table.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { type LocalDate, monthOf } from '../../domain/time/local-date.ts'
import { readOffices } from '../../store/region/office-cell.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { type Figures, readFigures, type Scope, subtreeOf } from './read-figures.ts'
import { type Statistics, statisticsOf } from './show-statistics.ts'
import { countSignals, unknownSignals } from './signals.ts'

/** A direct child of an office (直属下级) with the sums of its own subtree; `agencies` counts it too. */
export type ChildFigures = { agency: Agency; agencies: number; brief: Brief }

/** What the page of statistics shows (统计页面): the figures, their course and where to go deeper. */
export type OfficeView = {
  today: LocalDate
  period: Period
  statistics: Statistics
  /** months of the period's year that have begun; null before anybody reported */
  course: { month: string; brief: Brief | null }[]
  /** direct children, for a subtree */
  children: ChildFigures[]
  /** agencies of the coverage that have not reported */
  silent: Agency[]
}

/** Shows the figures of a period with their course and the direct children's sums; O(children). */
export async function showOffice(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  query: { period?: string | undefined; scope?: Scope | undefined },
): Promise<Result<OfficeView>> {
  const today = localDateOf(ctx.now)
  const asked =
    query.period === undefined ? ok(yearPeriod(today)) : parsePeriod(query.period, today)
  if (!asked.ok) return asked
  const period = asked.value
  const scope = query.scope ?? 'own'
  const [figures, signals, children] = await Promise.all([
    readFigures(ctx, region, period, scope, true),
    scope === 'own' ? countSignals(ctx, today) : unknownSignals,
    scope === 'own' ? [] : readChildren(ctx.agency, region, period),
  ])
  const missing = new Set(figures.coverage.missing)
  return ok({
    today,
    period,
    statistics: statisticsOf(ctx.agency, period, scope, figures, signals),
    course: courseOf(figures, period, today),
    children,
    silent: region.agencies.filter(({ id }) => missing.has(id)),
  })
}

function courseOf(figures: Figures, period: Period, today: LocalDate): OfficeView['course'] {
  const isReported = figures.coverage.reporting > 0
  return monthsOfYear(period.year)
    .filter((month) => month <= monthOf(today))
    .map((month) => {
      const cells = figures.monthly.filter((cell) => cell.period === month)
      return { month, brief: isReported ? briefOf(cells) : null }
    })
}

async function readChildren(
  office: Agency,
  { region, agencies: everyone }: Pick<RegionCtx, 'region' | 'agencies'>,
  period: Period,
): Promise<ChildFigures[]> {
  const agencies = agenciesIn(everyone, period.year)
  const children = agencies.filter(({ parentId }) => parentId === office.id)
  if (children.length === 0) return []
  const ids = children.map(({ id }) => id)
  const cells = Map.groupBy(
    await readOffices(region, ids, cellPeriods(period)),
    (cell) => cell.office,
  )
  return children.map((agency) => ({
    agency,
    agencies: subtreeOf(agencies, agency.id).length,
    brief: briefOf(cells.get(agency.id) ?? []),
  }))
}
