import { agenciesIn } from '../../../domain/agency/offices.ts'
import { compileReport, coversBelow } from '../../../domain/report/annual/compile.ts'
import { submittedContent } from '../../../domain/report/annual/input.ts'
import { checkRollup, type RollupCell } from '../../../domain/report/rollup.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ReceivedRow,
  selectReceivedOfYear,
} from '../../../store/tenant/statistics/received-report.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { showStatistics } from '../../statistics/show-statistics.ts'

/** How the reports from below agree with the government's own sums (汇总核对). */
export type ReceivedRollup = {
  /** agencies directly below whose report has not come; until then sums differ for that reason */
  lacking: number
  cells: RollupCell[]
}

/**
 * Compares the sums of an office with the reports that those below submitted and its own figures
 * (汇总核对, E8); null for an agency whose report sums up nobody.
 */
export async function checkReceived(
  ctx: Ctx,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  year: number,
): Promise<Result<ReceivedRollup | null>> {
  const { agency } = ctx
  if (!may(ctx.actor, 'report.list')) return turnAway(ctx.actor)
  if (!coversBelow(agency)) return ok(null)
  const period = String(year)
  const [own, whole, [rows]] = await Promise.all([
    showStatistics(ctx, region, { period, scope: 'own' }),
    showStatistics(ctx, region, { period, scope: 'subtree' }),
    readBatch<[ReceivedRow]>(ctx.db, [selectReceivedOfYear(year)]),
  ])
  if (!own.ok) return own
  if (!whole.ok) return whole
  // Each sender's newest report stands last.
  const newest = new Map(
    rows.filter(({ state }) => state !== 'returned').map((row) => [row.sender, row]),
  )
  const submitted = [...newest.values()].map(
    ({ content }) => submittedContent.parse(JSON.parse(content)).report,
  )
  const below = agenciesIn(region.agencies, year).filter(({ parentId }) => parentId === agency.id)
  return ok({
    lacking: below.filter(({ id }) => !newest.has(id)).length,
    cells: checkRollup(compileReport(agency, year, whole.value), [
      compileReport(agency, year, own.value),
      ...submitted,
    ]),
  })
}
