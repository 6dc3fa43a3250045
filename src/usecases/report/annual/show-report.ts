import type { Agency } from '../../../domain/agency/agency.ts'
import type { DriftedCell } from '../../../domain/report/annual/drift.ts'
import { isReportLate, reportDueOn } from '../../../domain/report/annual/due.ts'
import { type SelfCheck, selfCheck } from '../../../domain/report/annual/lacks.ts'
import { type ReportAction, reportLifecycle } from '../../../domain/report/annual/lifecycle.ts'
import type { Reference } from '../../../domain/report/annual/references.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import { organOfAgency } from '../../../domain/report/organ.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { openActions } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { gatherReport } from './gather.ts'
import { readReport } from './read-work.ts'

/** A report at the desk (年报工作稿): its tables, what the self-check says, and the steps that are open. */
export type ReportView = {
  work: ReportWork
  report: AnnualReport
  references: readonly Reference[]
  missing: readonly Agency[]
  check: SelfCheck
  /** cells that are counted otherwise since they were locked (锁定后变动) */ drift: readonly DriftedCell[]
  dueOn: LocalDate
  isLate: boolean
  /** the year is over, so that its figures can be locked */ isOver: boolean
  actions: readonly ReportAction[]
}

/** Shows a year's report to the agency's staff; refuses `not-found` when none was begun. */
export async function showReport(
  ctx: Ctx,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  year: number,
): Promise<Result<ReportView>> {
  const { actor, agency } = ctx
  if (!may(actor, 'report.list') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readReport(ctx, year)
  if (stored === null) return refuse({ code: 'not-found' })
  const gathered = await gatherReport(ctx, region, stored)
  if (!gathered.ok) return gathered
  const { report, references, missing, previous, drift } = gathered.value
  const { work } = stored
  const today = localDateOf(ctx.now)
  const dueOn = reportDueOn(agency, year)
  const isOver = yearOf(today) > year
  return ok({
    work,
    report,
    references,
    missing,
    drift,
    check: selfCheck(report, previous, organOfAgency(agency), {
      prose: work.prose,
      references,
      reasons: work.reasons,
    }),
    dueOn,
    isLate: isReportLate(work, dueOn, today),
    isOver,
    actions: openActions(reportLifecycle, work.state, actor.roles).filter((action) =>
      isOffered(action, agency, isOver),
    ),
  })
}

/** The top of the deployment has no office above here; a year that runs is not locked. */
function isOffered(action: ReportAction, agency: Agency, isOver: boolean): boolean {
  if (action === 'submit') return agency.parentId !== null
  if (action === 'clear-own') return agency.parentId === null
  return action !== 'check' || isOver
}
