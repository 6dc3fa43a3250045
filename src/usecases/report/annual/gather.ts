import type { Agency } from '../../../domain/agency/agency.ts'
import {
  compileReport,
  coversBelow,
  type ReportCoverage,
  type YearFigures,
} from '../../../domain/report/annual/compile.ts'
import { type DriftedCell, driftedCells } from '../../../domain/report/annual/drift.ts'
import { referencesOf, type Reference } from '../../../domain/report/annual/references.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { showStatistics } from '../../statistics/show-statistics.ts'
import { readReport, type StoredReport } from './read-work.ts'

/** A report with what it rests on: its figures now, what prose may quote, who below is missing, and last year's. */
export type Gathered = {
  report: AnnualReport
  items: YearFigures['items']
  coverage: ReportCoverage | null
  references: readonly Reference[]
  missing: readonly Agency[]
  /** cells that are counted otherwise since they were locked */ drift: readonly DriftedCell[]
  previous: AnnualReport | null
}

/**
 * Gathers the figures of a report (年报取数): those that were checked where the report is past its draft or
 * was typed in, else those of the year as they are now, own or with all agencies below.
 */
export async function gatherReport(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  { work, figures }: StoredReport,
): Promise<Result<Gathered>> {
  const { agency } = ctx
  const scope = coversBelow(agency) ? 'subtree' : 'own'
  const [shown, before] = await Promise.all([
    showStatistics(ctx, region, { period: String(work.year), scope }),
    readReport(ctx, work.year - 1),
  ])
  if (!shown.ok) return shown
  const isKept = figures !== null && (work.entered || work.state !== 'draft')
  const current = compileReport(agency, work.year, shown.value)
  const silent = new Set(work.entered ? [] : shown.value.coverage.missing)
  const missing = region.agencies.filter(({ id }) => silent.has(id))
  const { report, items, coverage } = isKept
    ? figures
    : {
        report: current,
        items: shown.value.items,
        coverage: coverageOf(agency, shown.value.coverage, missing),
      }
  return ok({
    report,
    items,
    coverage,
    references: referencesOf(report, items, coverage),
    missing,
    drift: isKept && !work.entered ? driftedCells(report, current) : [],
    previous: before?.figures?.report ?? null,
  })
}

/** Who is in the sums of a report that has some (汇总范围). */
function coverageOf(
  agency: Agency,
  { reporting, of }: Pick<ReportCoverage, 'reporting' | 'of'>,
  missing: readonly Agency[],
): ReportCoverage | null {
  return coversBelow(agency) ? { reporting, of, missing: missing.map(({ name }) => name) } : null
}
