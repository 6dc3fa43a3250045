import type { ReportWork } from '../../../domain/report/annual/types.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import type { Statement } from '../../../store/statement.ts'
import { putReport } from '../../../store/tenant/statistics/annual-report.ts'
import type { Ctx } from '../../context.ts'
import type { KeptFigures } from './read-work.ts'

/** What a step leaves of a report, and what goes with it in the same batch. */
export type ReportStep = {
  work: ReportWork
  figures: KeptFigures | null
  checkedBy: string | null
  events?: readonly NewEvent[]
  statements?: readonly Statement[]
}

/** The event of a step of a report. */
export function stepped(work: ReportWork, step: string): NewEvent {
  return {
    entity: 'report',
    entityId: `${work.year}/${work.edition}`,
    seq: work.version,
    kind: 'report.stepped',
    data: { step, year: work.year, edition: work.edition },
  }
}

/** The row of a report as a statement, changed by `who` (an officer's id or the office above). */
export function reportStatement(
  { now }: Pick<Ctx, 'now'>,
  { work, figures, checkedBy }: ReportStep,
  who: string,
): Statement {
  return putReport(work, {
    figures: figures === null ? null : JSON.stringify(figures),
    checkedBy,
    changedBy: who,
    changedAt: now,
  })
}

/** Commits a step of a report; `stale` when somebody was faster. */
export async function commitReport(
  ctx: Ctx,
  name: string,
  step: ReportStep,
  who: string,
): Promise<Result<null>> {
  const outcome = await commit(ctx, {
    events: [stepped(step.work, name), ...(step.events ?? [])],
    statements: [reportStatement(ctx, step, who), ...(step.statements ?? [])],
  })
  if (outcome.ok) return ok(null)
  if (outcome.conflict === 'event') return refuse({ code: 'stale' })
  if (outcome.conflict.startsWith('idempotency.')) return refuse({ code: 'busy' })
  throw new Error(`report was not changed: ${outcome.conflict}`)
}
