import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { type FigureAddress, figureOf } from '../../domain/statistics/figure.ts'
import { parsePeriod, type Period, yearPeriod } from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { subtreeOf } from './read-figures.ts'
import { readTree, type TreeNode } from './read-tree.ts'

const treeQuery = z.object({
  period: z.string().max(10).optional(),
  under: z.string().max(100).optional(),
})

/** The figures of a tree, in the order of its columns (机关树的列). */
export const treeFigures: readonly FigureAddress[] = [
  'applications.carriedOver.total',
  'applications.newReceived.total',
  'applications.totalProcessed.total',
  'applications.carriedForward.total',
  'items.all.published',
].flatMap((key) => figureOf(key) ?? [])

/** The tree of an office (机关树) in a period, and as of when it stands (epoch ms). */
export type TreeView = {
  period: Period
  today: LocalDate
  office: Agency
  root: TreeNode
  oldest: number | null
}

/** Shows the tree of this office or of one below it; for those who watch figures. */
export async function showTree(
  ctx: Pick<Ctx, 'agency' | 'now' | 'actor'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
): Promise<Result<TreeView>> {
  if (!may(ctx.actor, 'office.show')) return turnAway(ctx.actor)
  const query = parseInput(treeQuery, raw)
  if (!query.ok) return query
  const today = localDateOf(ctx.now)
  const asked = query.value.period
  const period = asked === undefined ? ok(yearPeriod(today)) : parsePeriod(asked, today)
  if (!period.ok) return period
  const under = query.value.under ?? ctx.agency.id
  const office = subtreeOf(region.agencies, ctx.agency.id).find(({ id }) => id === under)
  if (office === undefined) return refuse({ code: 'not-found' })
  const { root, oldest } = await readTree(region, office, period.value, treeFigures)
  return ok({ period: period.value, today, office, root, oldest })
}
