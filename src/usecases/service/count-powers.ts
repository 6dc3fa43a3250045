import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { type Coverage } from '../../domain/statistics/coverage.ts'
import { cellPeriods, priorPeriods, yearPeriod } from '../../domain/statistics/period.ts'
import {
  changeCounts,
  type PowerCounts,
  powerCounts,
} from '../../domain/statistics/power-figures.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { readOffices } from '../../store/region/office-cell.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { readFigures, type Scope, subtreeOf } from '../statistics/read-figures.ts'

/** Whose powers are counted: the agency's own, or those of all agencies below it and its own. */
export const countQuery = { scope: z.enum(['own', 'subtree']).optional() }

/** Powers of a direct child with all below it. */
export type ChildPowers = { agency: { id: string; name: string }; agencies: number } & PowerCounts

/** How many powers there are (职权数量): by type, this year's changes by kind, and the direct children's. */
export type PowerNumbers = PowerCounts & {
  scope: Scope
  year: number
  changes: Record<string, number>
  coverage: Coverage
  /** RFC 3339: the oldest report that the figures rest on, null before any */
  asOf: string | null
  children: ChildPowers[]
}

/** Counts powers from the lists themselves (职权数量, 从清单计算): O(cells + children). */
export async function countPowers(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
): Promise<Result<PowerNumbers>> {
  const query = parseInput(z.strictObject(countQuery), raw)
  if (!query.ok) return query
  const { scope = 'own' } = query.value
  const year = yearPeriod(localDateOf(ctx.now))
  const [figures, children] = await Promise.all([
    readFigures(ctx, region, year, scope),
    scope === 'own'
      ? []
      : readChildren(ctx.agency, region, [...priorPeriods(year), ...cellPeriods(year)]),
  ])
  return ok({
    ...powerCounts([...figures.before, ...figures.within]),
    scope,
    year: year.year,
    changes: changeCounts(figures.within),
    coverage: figures.coverage,
    asOf: figures.oldest === null ? null : toRfc3339(figures.oldest),
    children,
  })
}

async function readChildren(
  office: Agency,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  periods: readonly string[],
): Promise<ChildPowers[]> {
  const children = agencies.filter(({ parentId }) => parentId === office.id)
  if (children.length === 0) return []
  const ids = children.map(({ id }) => id)
  const cells = Map.groupBy(await readOffices(region, ids, periods), (cell) => cell.office)
  return children.map(({ id, name }) => {
    const { byType, total } = powerCounts(cells.get(id) ?? [])
    return { agency: { id, name }, agencies: subtreeOf(agencies, id).length, byType, total }
  })
}
