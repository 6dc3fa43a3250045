import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { agenciesIn, carriedInto } from '../../domain/agency/offices.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import {
  type Change,
  changeOf,
  periodBefore,
  periodYearBefore,
} from '../../domain/statistics/change.ts'
import {
  type FigureAddress,
  figureOf,
  figurePeriods,
  valueOf,
} from '../../domain/statistics/figure.ts'
import {
  monthsOfYear,
  parsePeriod,
  type Period,
  priorPeriods,
  readPeriod,
  yearPeriod,
} from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readCarried } from '../../store/region/carried.ts'
import { type OfficeCells, readOfficeCells } from '../../store/region/office-tree.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { subtreeOf } from './read-figures.ts'
import type { NodeCoverage } from './read-tree.ts'

/** Most agencies that are compared at once. */
export const mostCompared = 6

/** Lengths of the periods that are laid side by side. */
export const grains = ['month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]

const comparisonQuery = z.object({
  figure: z.string().max(100).optional(),
  period: z.string().max(10).optional(),
  by: z.enum(grains).optional(),
  agency: z.array(z.string().max(100)).max(2000).optional(),
})

/** A figure against an earlier one (同比、环比): what is compared, the base and the change. */
export type Against = { base: number | null; change: Change }

/** Agencies side by side over several periods (机关和时期比较), each with all below it. */
export type ComparisonView = {
  figure: FigureAddress
  period: Period
  today: LocalDate
  by: Grain
  periods: Period[]
  lines: {
    agency: Agency
    values: (number | null)[]
    current: number | null
    /** how many of the agencies behind the current figure reported */
    coverage: NodeCoverage
    previous: Against
    yearBefore: Against
  }[]
  /** whether more agencies were chosen than are compared */
  isCut: boolean
  oldest: number | null
}

/** Compares up to six agencies of an office over periods (机关比较); for those who watch figures. */
export async function compareAgencies(
  ctx: Pick<Ctx, 'agency' | 'now' | 'actor'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
): Promise<Result<ComparisonView>> {
  if (!may(ctx.actor, 'office.show')) return turnAway(ctx.actor)
  const query = parseInput(comparisonQuery, raw)
  if (!query.ok) return query
  const { figure: key = 'applications.newReceived.total', by = 'month' } = query.value
  const today = localDateOf(ctx.now)
  const asked = query.value.period
  const read = asked === undefined ? ok(yearPeriod(today)) : parsePeriod(asked, today)
  if (!read.ok) return read
  const figure = figureOf(key)
  if (figure === null) return refuseField('/figure', { problem: 'not-listed', allowed: [] })
  const period = read.value
  const below = subtreeOf(agenciesIn(region.agencies, period.year), ctx.agency.id)
  const wanted = new Set(query.value.agency)
  const chosen = below.filter(({ id }) => wanted.has(id))
  const agencies = (chosen.length === 0 ? [ctx.agency] : chosen).slice(0, mostCompared)
  const periods = laidOut(period, by, today)
  const bases = [periodBefore(period), periodYearBefore(period)]
  const all = [...periods, period, ...bases.flatMap((one) => one ?? [])]
  const cells = await readAll(region, ctx.agency, agencies, figure, all)
  const lines = agencies.map((agency) => {
    const at = (one: Period | null): number | null =>
      one === null ? null : valueAt(cells, region.agencies, agency, figure, one)
    const current = at(period)
    const against = (one: Period | null): Against => ({
      base: at(one),
      change: changeOf(current, at(one)),
    })
    return {
      agency,
      values: periods.map(at),
      current,
      coverage: coverageIn(cells, region.agencies, agency, period),
      previous: against(bases[0] ?? null),
      yearBefore: against(bases[1] ?? null),
    }
  })
  const isCut = chosen.length > mostCompared
  return ok({ figure, period, today, by, periods, lines, isCut, oldest: cells.oldest })
}

/** The periods side by side: the months of the year, the quarters of two years, five years; begun ones only. */
function laidOut({ year }: Period, by: Grain, today: LocalDate): Period[] {
  const keys = {
    month: () => monthsOfYear(year),
    quarter: () => [year - 1, year].flatMap((one) => [1, 2, 3, 4].map((n) => `${one}-Q${n}`)),
    year: () => [4, 3, 2, 1, 0].map((ago) => String(year - ago)),
  }[by]()
  return keys.flatMap((key) => {
    const one = readPeriod(key)
    return one !== null && (one.months[0] ?? '') <= today.slice(0, 7) ? [one] : []
  })
}

async function readAll(
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  root: Agency,
  chosen: readonly Agency[],
  figure: FigureAddress,
  periods: readonly Period[],
): Promise<Read> {
  const months = periods.flatMap((one) => one.months).toSorted()
  const years = [...new Set(periods.map(({ year }) => year))]
  const members = years.flatMap((year) =>
    chosen.flatMap(({ id }) => subtreeOf(agenciesIn(agencies, year), id).map((one) => one.id)),
  )
  const needed = periods.flatMap((one) => [
    ...figurePeriods([figure], one),
    ...(figure.isStock ? priorPeriods(one) : []),
  ])
  const carried = new Map<number, Awaited<ReturnType<typeof readCarried>>>()
  for (const year of figure.isStock ? years : []) {
    carried.set(year, await readCarried(region, carriedInto(agencies, year)))
  }
  const read = await readOfficeCells(region, {
    root: root.id,
    offices: chosen.map(({ id }) => id),
    periods: [...new Set(needed)],
    rows: figure.cells,
    members: [...new Set(members)],
    reported: 'each',
    first: months[0] ?? '',
    last: months.at(-1) ?? '',
  })
  return { ...read, carried }
}

/** With what agencies brought along or took away that came or went, by year (机构调整转入、转出). */
type Read = OfficeCells & { carried: ReadonlyMap<number, OfficeCells['cells']> }

function valueAt(
  { cells, months, carried }: Read,
  agencies: readonly Agency[],
  { id }: Agency,
  figure: FigureAddress,
  period: Period,
): number | null {
  const members = new Set(subtreeOf(agenciesIn(agencies, period.year), id).map((one) => one.id))
  const isReported = months.some(
    ({ id: of, month }) => members.has(of) && period.months.includes(month),
  )
  if (!isReported) return null
  const [within, before] = [new Set(figurePeriods([figure], period)), new Set(priorPeriods(period))]
  const mine = cells.filter(({ office }) => office === id)
  return valueOf(figure, {
    within: mine.filter((cell) => within.has(cell.period)),
    before: [
      ...mine.filter((cell) => before.has(cell.period)),
      ...(carried.get(period.year) ?? []).filter(({ office }) => office === id),
    ],
  })
}

function coverageIn(
  { months }: OfficeCells,
  agencies: readonly Agency[],
  { id }: Agency,
  period: Period,
): NodeCoverage {
  const members = new Set(subtreeOf(agenciesIn(agencies, period.year), id).map((one) => one.id))
  const spoke = months.filter(
    ({ id: of, month }) => members.has(of) && period.months.includes(month),
  )
  const reporting = new Set(spoke.map(({ id: of }) => of)).size
  return { of: members.size, reporting, isReported: reporting > 0 }
}
