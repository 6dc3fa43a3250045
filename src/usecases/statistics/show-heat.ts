import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { agenciesIn } from '../../domain/agency/offices.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { type FigureAddress, figureOf, valueOf } from '../../domain/statistics/figure.ts'
import {
  monthsOfYear,
  parsePeriod,
  type Period,
  yearPeriod,
} from '../../domain/statistics/period.ts'
import { outcomeKeys } from '../../domain/shared/report-keys.data.ts'
import { shadeBounds } from '../../domain/statistics/rank.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readOfficeCells } from '../../store/region/office-tree.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { subtreeOf } from './read-figures.ts'
import { readTree } from './read-tree.ts'

/** The groups of results in their order on the form (办理结果大类). */
export const outcomeGroups = [
  'granted',
  'partialGrant',
  'denied',
  'unable',
  'notProcessed',
  'other',
] as const

/** Most agencies of a heat table; offices below are opened from it. */
export const mostHeated = 200

const heatQuery = z.object({
  figure: z.string().max(100).optional(),
  period: z.string().max(10).optional(),
  by: z.enum(['months', 'groups']).optional(),
})

/** A heat table (热力表): direct children by months of a year or by results; null is 未报送. */
export type HeatView = {
  figure: FigureAddress
  period: Period
  today: LocalDate
  by: 'months' | 'groups'
  /** months YYYY-MM, or groups of results */
  columns: readonly string[]
  lines: { agency: Agency; values: (number | null)[] }[]
  bounds: number[]
  isCut: boolean
  oldest: number | null
}

/** Shows the children of an office by month or result (热力表); for those who watch figures. */
export async function showHeat(
  ctx: Pick<Ctx, 'agency' | 'now' | 'actor'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
): Promise<Result<HeatView>> {
  if (!may(ctx.actor, 'office.show')) return turnAway(ctx.actor)
  const query = parseInput(heatQuery, raw)
  if (!query.ok) return query
  const { figure: key = 'applications.newReceived.total', by = 'months' } = query.value
  const today = localDateOf(ctx.now)
  const asked = query.value.period
  const period = asked === undefined ? ok(yearPeriod(today)) : parsePeriod(asked, today)
  if (!period.ok) return period
  const figure = figureOf(key)
  if (figure === null || figure.isStock)
    return refuseField('/figure', { problem: 'not-listed', allowed: [] })
  const agencies = agenciesIn(region.agencies, period.value.year)
  const all = agencies.filter(({ parentId }) => parentId === ctx.agency.id)
  const children = all.slice(0, mostHeated)
  const read = by === 'months' ? byMonths : byGroups
  const { columns, lines, oldest } = await read({
    region: { ...region, agencies },
    office: ctx.agency,
    children,
    figure,
    period: period.value,
    today,
  })
  const bounds = shadeBounds(lines.flatMap(({ values }) => values))
  const isCut = all.length > children.length
  return ok({ figure, period: period.value, today, by, columns, lines, bounds, isCut, oldest })
}

type Part = {
  region: Pick<RegionCtx, 'region' | 'agencies'>
  office: Agency
  children: readonly Agency[]
  figure: FigureAddress
  period: Period
  today: LocalDate
}
type Read = Promise<Pick<HeatView, 'columns' | 'lines' | 'oldest'>>

async function byMonths({ region, office, children, figure, period, today }: Part): Read {
  const columns = monthsOfYear(period.year).filter((month) => month <= today.slice(0, 7))
  const below = children.map(({ id }) => subtreeOf(region.agencies, id).map((one) => one.id))
  const { cells, months, oldest } = await readOfficeCells(region.region, {
    root: office.id,
    offices: children.map(({ id }) => id),
    periods: columns,
    rows: figure.cells,
    members: below.flat(),
    reported: 'each',
    first: columns[0] ?? '',
    last: columns.at(-1) ?? '',
  })
  const byOffice = Map.groupBy(cells, (cell) => cell.office)
  const reported = new Set(months.map(({ id, month }) => `${id} ${month}`))
  const lines = children.map((agency, at) => ({
    agency,
    values: columns.map((month) => {
      const isReported = below[at]?.some((id) => reported.has(`${id} ${month}`)) === true
      const within = (byOffice.get(agency.id) ?? []).filter((cell) => cell.period === month)
      return isReported ? valueOf(figure, { within, before: [] }) : null
    }),
  }))
  return { columns, lines, oldest }
}

async function byGroups({ region, office, period, children }: Part): Read {
  const results = outcomeKeys.flatMap((row) => figureOf(`applications.${row}.total`) ?? [])
  const { root, oldest } = await readTree(region, office, period, results)
  const shown = new Set(children.map(({ id }) => id))
  const lines = root.children
    .filter(({ agency }) => shown.has(agency.id))
    .map(({ agency, subtree, reporting }) => ({
      agency,
      values: outcomeGroups.map((group) =>
        reporting === 0
          ? null
          : outcomeKeys.reduce(
              (sum, row, at) => (row.split('.')[0] === group ? sum + (subtree[at] ?? 0) : sum),
              0,
            ),
      ),
    }))
  return { columns: outcomeGroups, lines, oldest }
}
