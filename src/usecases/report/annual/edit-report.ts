import type * as z from 'zod'
import { proseLimit, reportInputs } from '../../../domain/report/annual/input.ts'
import { reportLifecycle } from '../../../domain/report/annual/lifecycle.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import type { ReportProse } from '../../../domain/report/annual/sections.data.ts'
import { step } from '../../../domain/shared/machine.ts'
import { type Refusal, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { commitReport } from './commit-report.ts'
import { type KeptFigures, readReport, type StoredReport } from './read-work.ts'
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
  const barred = barOf(work, actor.roles, input.value)
  if (barred !== null) return barred
  const written = proseOf(work.prose, input.value.prose ?? {})
  if (isTooLong(written)) return refuseField('/prose', { problem: 'too-long', limit: proseLimit })
  const figures = figuresOf(stored, input.value)
  const changed = changedWork(work, input.value, written, figures)
  const done = await commitReport(
    ctx,
    'edit',
    { work: changed, figures, checkedBy: stored.checkedBy },
    actor.id,
  )
  return done.ok ? showReport(ctx, region, year) : done
}

type Edit = z.output<typeof reportInputs.edit>

/** Why a report cannot be edited so: somebody was faster, it is no draft, or its figures are computed. */
function barOf(
  work: ReportWork,
  roles: readonly string[],
  { version, tables }: Edit,
): { ok: false; refusal: Refusal } | null {
  if (version !== undefined && version !== work.version) return refuse({ code: 'stale' })
  if (step(reportLifecycle, work.state, 'edit', roles) === null) {
    return refuse({ code: 'step-not-open', state: work.state, action: 'edit' })
  }
  return tables === undefined || work.entered
    ? null
    : refuseField('/tables', { problem: 'unknown-field' })
}

function changedWork(
  work: ReportWork,
  { reasons = work.reasons, note = work.note }: Edit,
  prose: ReportProse,
  figures: KeptFigures | null,
): ReportWork {
  const format = figures?.report.format ?? work.format
  return { ...work, version: work.version + 1, format, prose, reasons, note }
}

function isTooLong(prose: ReportProse): boolean {
  return Object.values(prose).reduce((sum, text) => sum + text.length, 0) > proseLimit
}

function figuresOf({ figures, work }: StoredReport, { tables }: Edit): KeptFigures | null {
  if (figures === null || tables === undefined) return figures
  const report = { ...figures.report, ...tables, format: tables.format ?? work.format }
  return { ...figures, report }
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
