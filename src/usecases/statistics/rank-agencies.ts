import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { type FigureAddress, figureOf } from '../../domain/statistics/figure.ts'
import { parsePeriod, type Period, yearPeriod } from '../../domain/statistics/period.ts'
import { type Ranked, ranking } from '../../domain/statistics/rank.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type NodeCoverage, nodesOf, readTree, type TreeNode } from './read-tree.ts'

/** Kinds of agencies that may be ranked among themselves (同类机关). */
export const peerKinds = ['county', 'township', 'bureau', 'public-utility'] as const
export type PeerKind = (typeof peerKinds)[number]

const rankingQuery = z.object({
  figure: z.string().max(100).optional(),
  period: z.string().max(10).optional(),
  /** whole: the direct children with all below them; each: every agency for itself */
  who: z.enum(['whole', 'each']).optional(),
  kind: z.enum(['', ...peerKinds]).optional(),
})

/** A ranking of the agencies of an office by one figure (排名); who has not reported stands apart. */
export type RankingView = {
  figure: FigureAddress
  period: Period
  today: LocalDate
  who: 'whole' | 'each'
  kind: PeerKind | ''
  ranked: Ranked<Agency>[]
  /** of each, by id, how many of the agencies behind its figure reported */
  coverage: ReadonlyMap<string, NodeCoverage>
  unreported: Agency[]
  oldest: number | null
}

/** Ranks the agencies below an office (机关排名); for those who watch figures. */
export async function rankAgencies(
  ctx: Pick<Ctx, 'agency' | 'now' | 'actor'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
): Promise<Result<RankingView>> {
  if (!may(ctx.actor, 'office.show')) return turnAway(ctx.actor)
  const query = parseInput(rankingQuery, raw)
  if (!query.ok) return query
  const { figure: key = 'applications.newReceived.total', who = 'whole', kind = '' } = query.value
  const today = localDateOf(ctx.now)
  const asked = query.value.period
  const period = asked === undefined ? ok(yearPeriod(today)) : parsePeriod(asked, today)
  if (!period.ok) return period
  const figure = figureOf(key)
  if (figure === null) return refuseField('/figure', { problem: 'not-listed', allowed: [] })
  const { root, oldest } = await readTree(region, ctx.agency, period.value, [figure])
  const nodes = who === 'whole' ? root.children : nodesOf(root)
  const values = nodes
    .filter(({ agency }) => kind === '' || peerKind(agency) === kind)
    .map(({ agency, own, subtree }) => ({
      of: agency,
      value: (who === 'whole' ? subtree : own)[0] ?? null,
    }))
  const coverage = new Map(nodes.map((node) => [node.agency.id, coverageIn(node, who)]))
  const shown = { figure, period: period.value, today, who, kind, oldest, coverage }
  return ok({ ...shown, ...ranking(values) })
}

function coverageIn(node: TreeNode, who: RankingView['who']): NodeCoverage {
  const { isReported } = node
  return who === 'whole' ? node : { isReported, of: 1, reporting: Number(isReported) }
}

function peerKind({ kind, level }: Agency): string {
  return kind === 'government' ? level : kind
}
