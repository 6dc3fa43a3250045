import { proseLimit, reportInputs } from '../../../domain/report/annual/input.ts'
import { reportLifecycle } from '../../../domain/report/annual/lifecycle.ts'
import type { ReportProse } from '../../../domain/report/annual/sections.data.ts'
import { step } from '../../../domain/shared/machine.ts'
import { refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { commitReport } from './commit-report.ts'
import { type KeptFigures, readReport } from './read-work.ts'
import { type ReportView, showReport } from './show-report.ts'

/**
 * Changes the text of a report in its draft, the reasons for its warnings, and the tables of one that is
 * typed in (修改年报). Computed figures cannot be changed here. Refuses `stale` and `step-not-open`.
 */
export async function editReport(
  ctx: Ctx,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  year: number,
  raw: unknown,
): Promise<Result<ReportView>> {
  const { actor } = ctx
  if (!may(actor, 'report.write') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readReport(ctx, year)
  if (stored === null) return refuse({ code: 'not-found' })
  const input = parseInput(reportInputs.edit, raw)
  if (!input.ok) return input
  const { work } = stored
  const { prose, reasons, note, tables, version } = input.value
  if (version !== undefined && version !== work.version) return refuse({ code: 'stale' })
  if (step(reportLifecycle, work.state, 'edit', actor.roles) === null) {
    return refuse({ code: 'step-not-open', state: work.state, action: 'edit' })
  }
  if (tables !== undefined && !work.entered) {
    return refuseField('/tables', { problem: 'unknown-field' })
  }
  const written = proseOf(work.prose, prose ?? {})
  const length = Object.values(written).reduce((sum, text) => sum + text.length, 0)
  if (length > proseLimit) return refuseField('/prose', { problem: 'too-long', limit: proseLimit })
  const figures: KeptFigures | null =
    stored.figures === null || tables === undefined
      ? stored.figures
      : {
          ...stored.figures,
          report: { ...stored.figures.report, ...tables, format: tables.format ?? work.format },
        }
  const changed = {
    ...work,
    version: work.version + 1,
    format: figures?.report.format ?? work.format,
    prose: written,
    reasons: reasons ?? work.reasons,
    note: note === undefined ? work.note : note,
  }
  const done = await commitReport(
    ctx,
    'edit',
    { work: changed, figures, checkedBy: stored.checkedBy },
    actor.id,
  )
  return done.ok ? showReport(ctx, region, year) : done
}

function proseOf(
  before: ReportProse,
  said: Partial<Record<string, string | undefined>>,
): ReportProse {
  return {
    overview: said['overview'] ?? before.overview,
    proactive: said['proactive'] ?? before.proactive,
    applications: said['applications'] ?? before.applications,
    reviewLitigation: said['reviewLitigation'] ?? before.reviewLitigation,
    problems: said['problems'] ?? before.problems,
    other: said['other'] ?? before.other,
  }
}
