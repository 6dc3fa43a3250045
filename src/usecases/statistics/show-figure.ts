import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { agenciesIn } from '../../domain/agency/offices.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import {
  type FigureAddress,
  figureOf,
  figurePeriods,
  isInner,
  valueOf,
} from '../../domain/statistics/figure.ts'
import {
  monthsOfYear,
  parsePeriod,
  type Period,
  yearPeriod,
} from '../../domain/statistics/period.ts'
import type { PeriodCells } from '../../domain/statistics/table.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may } from '../permissions.ts'
import { type Figures, readFigures, type Scope, subtreeOf } from './read-figures.ts'
import { readTree, type TreeNode } from './read-tree.ts'

const figureQuery = z.object({
  figure: z.string().max(100),
  period: z.string().max(10).optional(),
  scope: z.enum(['own', 'subtree']).optional(),
  under: z.string().max(100).optional(),
})

/** A figure opened (数字下钻): what it is, of which agencies or months it is the sum, and as of when (epoch ms). */
export type FigureView = {
  figure: FigureAddress
  period: Period
  today: LocalDate
  scope: Scope
  office: Agency
  value: number | null
  /** the agencies below, for a subtree */
  tree: TreeNode | null
  /** the months of the period that have begun, for an agency's own figure */
  months: { month: string; value: number | null }[]
  oldest: number | null
}

/**
 * Opens a figure of an agency or, with `under`, of one below it: the agencies it is the sum of, or the
 * months for its own. Refuses `not-found` for an agency that is not below, `invalid` for no figure and
 * for one that only those see who watch figures.
 */
export async function showFigure(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'actor'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
): Promise<Result<FigureView>> {
  const query = parseInput(figureQuery, raw)
  if (!query.ok) return query
  const today = localDateOf(ctx.now)
  const asked = query.value.period
  const period = asked === undefined ? ok(yearPeriod(today)) : parsePeriod(asked, today)
  if (!period.ok) return period
  const figure = figureFor(ctx, query.value.figure)
  if (figure === null) return refuseField('/figure', { problem: 'not-listed', allowed: [] })
  const under = query.value.under ?? ctx.agency.id
  const office = subtreeOf(agenciesIn(region.agencies, period.value.year), ctx.agency.id).find(
    ({ id }) => id === under,
  )
  if (office === undefined) return refuse({ code: 'not-found' })
  const scope = query.value.scope ?? 'subtree'
  const known = { figure, period: period.value, today, office }
  if (scope === 'own' && office.id === ctx.agency.id) {
    return ok({ ...known, scope, tree: null, ...(await readOwn(ctx, region, known)) })
  }
  const { root, oldest } = await readTree(region, office, period.value, [figure])
  const value = (scope === 'own' ? root.own : root.subtree)[0] ?? null
  return ok({ ...known, scope, value, tree: root, months: [], oldest })
}

/** The figure of a key; null when there is none for this reader. */
function figureFor({ actor }: Pick<Ctx, 'actor'>, key: string): FigureAddress | null {
  const figure = figureOf(key)
  const isHidden = figure !== null && isInner(figure) && !may(actor, 'figure.list')
  return isHidden ? null : figure
}

async function readOwn(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  { figure, period, today }: Pick<FigureView, 'figure' | 'period' | 'today'>,
): Promise<Pick<FigureView, 'value' | 'months' | 'oldest'>> {
  const figures = await readFigures(ctx, region, period, 'own', true)
  const isReported = figures.coverage.reporting > 0
  return {
    value: isReported ? valueOf(figure, withinOf(figure, period, figures)) : null,
    months: isReported ? monthly(figure, period, figures, today) : [],
    oldest: figures.oldest,
  }
}

/** Cells of the period, by month where the figure is counted so. */
function withinOf(
  figure: FigureAddress,
  period: Period,
  { within, before, monthly: cells }: Figures,
): PeriodCells {
  const wanted = new Set(figurePeriods([figure], period))
  return {
    before,
    within:
      figure.table === 'indicators' ? cells.filter((cell) => wanted.has(cell.period)) : within,
  }
}

/** The figure month by month: what happened in each, or how it stood at its end. */
function monthly(
  figure: FigureAddress,
  period: Period,
  { before, monthly: cells }: Figures,
  today: LocalDate,
): FigureView['months'] {
  const first = period.months[0] ?? ''
  const wanted = new Set(period.months)
  return monthsOfYear(period.year)
    .filter((month) => wanted.has(month) && month <= today.slice(0, 7))
    .map((month) => {
      const since = cells.filter((cell) => cell.period >= first && cell.period < month)
      const within = cells.filter((cell) => cell.period === month)
      return { month, value: valueOf(figure, { within, before: [...before, ...since] }) }
    })
}
