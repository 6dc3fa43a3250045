import * as z from 'zod'
import type { Conversion } from '../../domain/shared/conversions.data.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import type {
  ReviewLitigationBlock,
  ReviewLitigationColumn,
} from '../../domain/shared/report-keys.data.ts'
import type { Coverage } from '../../domain/statistics/coverage.ts'
import {
  complaintFigures,
  type ComplaintFigures,
  disputeFigures,
  redoneCount,
  unreportedDisputes,
} from '../../domain/statistics/dispute-figures.ts'
import { parsePeriod, type Period, yearPeriod } from '../../domain/statistics/period.ts'
import {
  notApplicableFigures,
  proactiveFigures,
  type ProactiveFigures,
  unreportedProactive,
} from '../../domain/statistics/proactive-figures.ts'
import {
  type ApplicationTable,
  applicationTable,
  conversionFigures,
  itemFigures,
  unreportedTable,
} from '../../domain/statistics/table.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import type { CorrectionRow } from '../../store/tenant/statistics/correction.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { type Figures, readFigures, type Scope } from './read-figures.ts'
import { countSignals, type Signals, unknownSignals } from './signals.ts'

/** What a caller of the statistics may ask: a period (this year when left out) and whose figures. */
export const statisticsQuery = {
  period: z.string().max(10).optional(),
  scope: z.enum(['own', 'subtree']).optional(),
} as const

/** The figures of a period (统计数据); null is what nobody has reported, 0 is a reported zero. */
export type Statistics = {
  period: string
  scope: Scope
  agency: { id: string; name: string }
  /** RFC 3339: the oldest report that the figures rest on */
  asOf: string | null
  /** RFC 3339: the newest one */
  newestReport: string | null
  coverage: Coverage
  applications: ApplicationTable
  /** cases that were no applications, counted apart (不计入新收) */
  conversions: Record<Conversion, number | null>
  /** answers taken off in the period because they are given anew (重新答复), within `applications` */
  redone: number | null
  reviewLitigation: Record<ReviewLitigationBlock, Record<ReviewLitigationColumn, number | null>>
  /** complaints about the handling of cases (投诉) */
  complaints: Record<keyof ComplaintFigures, number | null>
  proactive: ProactiveFigures
  /** figures of `proactive` that do not apply (不适用), by their addresses; null otherwise is 未报送 */
  notApplicable: string[]
  items: { published: number | null; queryable: number | null }
  signals: Signals
  /** figures that changed after their month was closed (更正) */
  corrections: Corrections
}

/** How many figures of closed months were corrected, and the agency's own ones with their old value. */
export type Corrections = {
  count: number | null
  /** at most 200, the newest month first; null for a subtree */
  list: PublicCorrection[] | null
}

/** A correction as everybody may see it: `cause` is a kind of event, `at` RFC 3339. */
export type PublicCorrection = Pick<
  CorrectionRow,
  'month' | 'row' | 'was' | 'became' | 'cause' | 'reason'
> & { column: string; at: string }

/**
 * Shows the figures of a period (GET /statistics): refuses `invalid` for a period that is none
 * or has not begun.
 */
export async function showStatistics(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  query: { period?: string | undefined; scope?: Scope | undefined },
): Promise<Result<Statistics>> {
  const today = localDateOf(ctx.now)
  const asked =
    query.period === undefined ? ok(yearPeriod(today)) : parsePeriod(query.period, today)
  if (!asked.ok) return asked
  const scope = query.scope ?? 'own'
  const [figures, signals] = await Promise.all([
    readFigures(ctx, region, asked.value, scope),
    scope === 'own' ? countSignals(ctx, today) : unknownSignals,
  ])
  return ok(statisticsOf(ctx.agency, asked.value, scope, figures, signals))
}

/** Puts figures into the shape of the answer. */
export function statisticsOf(
  agency: { id: string; name: string },
  period: Period,
  scope: Scope,
  figures: Figures,
  signals: Signals,
): Statistics {
  const isReported = figures.coverage.reporting > 0
  return {
    period: period.key,
    scope,
    agency: { id: agency.id, name: agency.name },
    asOf: figures.oldest === null ? null : toRfc3339(figures.oldest),
    newestReport: figures.newest === null ? null : toRfc3339(figures.newest),
    coverage: figures.coverage,
    applications: isReported ? applicationTable(figures) : unreportedTable(),
    conversions: isReported ? conversionFigures(figures) : unreportedConversions,
    redone: isReported ? redoneCount(figures) : null,
    reviewLitigation: isReported ? disputeFigures(figures) : unreportedDisputes(),
    complaints: isReported ? complaintFigures(figures) : unreportedComplaints,
    proactive: isReported ? proactiveFigures(figures) : unreportedProactive,
    notApplicable: notApplicableFigures(figures),
    items: isReported ? itemFigures(figures) : { published: null, queryable: null },
    signals,
    corrections: correctionsOf(figures, isReported),
  }
}

function correctionsOf({ corrections }: Figures, isReported: boolean): Corrections {
  const { count, list } = corrections
  return { count: isReported ? count : null, list: list?.map(publicCorrection) ?? null }
}

/** A correction without who made it and on which record. */
export function publicCorrection(correction: CorrectionRow): PublicCorrection {
  const { month, row, col, was, became, cause, reason, at } = correction
  return { month, row, column: col, was, became, cause, reason, at: toRfc3339(at) }
}

const unreportedConversions = { consultation: null, complaint: null, report: null, petition: null }

const unreportedComplaints = {
  filed: null,
  founded: null,
  partlyFounded: null,
  unfounded: null,
  pending: null,
}
