import { reportInputs } from '../../../domain/report/annual/input.ts'
import { selfCheck } from '../../../domain/report/annual/lacks.ts'
import { type ReportAction, reportLifecycle } from '../../../domain/report/annual/lifecycle.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import { organOfAgency } from '../../../domain/report/organ.ts'
import { step } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import type { Ctx, Message, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { commitReport, type ReportStep } from './commit-report.ts'
import { type Gathered, gatherReport } from './gather.ts'
import { planSubmission } from './plan-submission.ts'
import { prepareItem } from './prepare-item.ts'
import { readReport, type StoredReport } from './read-work.ts'
import { type ReportView, showReport } from './show-report.ts'

type Region = Pick<RegionCtx, 'region' | 'agencies'>
type StepAction = Extract<
  ReportAction,
  'check' | 'reopen' | 'submit' | 'clear-own' | 'prepare' | 'correct'
>
type Planned = ReportStep & { message?: Message }
type Plan = (
  ctx: Ctx,
  stored: StoredReport,
  next: ReportWork,
  gathered: Gathered,
) => Promise<Result<Planned>> | Result<Planned>

/**
 * Takes a step of a report (年报办理): self-check, which locks its figures; submission to the office above;
 * reopening; the item it is published as; a correction as a new edition. Refuses `report-unready`
 * with what the self-check found, `step-not-open`, `stale`.
 */
export async function actOnReport(
  ctx: Ctx,
  region: Region,
  year: number,
  action: string,
  raw: unknown,
): Promise<Result<ReportView>> {
  const { actor } = ctx
  if (!may(actor, 'report.write') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readReport(ctx, year)
  if (stored === null || !isStep(action)) return refuse({ code: 'not-found' })
  const next = nextOf(stored.work, action, actor.roles, raw)
  if (!next.ok) return next
  const gathered = await gatherReport(ctx, region, stored)
  if (!gathered.ok) return gathered
  const planned = await plans[action](ctx, stored, next.value, gathered.value)
  if (!planned.ok) return planned
  const done = await commitReport(ctx, action, planned.value, actor.id)
  if (!done.ok) return done
  if (planned.value.message !== undefined) await ctx.post(planned.value.message)
  return showReport(ctx, region, year)
}

/** The report after a step, where the table opens it to these roles and the version seen still stands. */
function nextOf(
  work: ReportWork,
  action: StepAction,
  roles: readonly string[],
  raw: unknown,
): Result<ReportWork> {
  const input = readStep(action, raw)
  if (!input.ok) return input
  const { version, note = work.note } = input.value
  if (version !== undefined && version !== work.version) return refuse({ code: 'stale' })
  const open = step(reportLifecycle, work.state, action, roles)
  return open === null
    ? closedStep(work, action)
    : ok({ ...work, version: work.version + 1, state: open.to, note })
}

function readStep(
  action: StepAction,
  raw: unknown,
): Result<{ version?: number | undefined; note?: string | undefined }> {
  return action === 'correct'
    ? parseInput(reportInputs.correct, raw)
    : parseInput(reportInputs.step, raw)
}

function closedStep(work: ReportWork, action: ReportAction): Result<never> {
  const isOthers = reportLifecycle.some((row) => row.from === work.state && row.action === action)
  return refuse(
    isOthers ? { code: 'forbidden' } : { code: 'step-not-open', state: work.state, action },
  )
}

const plans: Readonly<Record<StepAction, Plan>> = {
  check: (ctx, { work }, next, gathered) => {
    const { report, references, previous } = gathered
    const checked = selfCheck(report, previous, organOfAgency(ctx.agency), {
      prose: work.prose,
      references,
      reasons: work.reasons,
    })
    const isOver = yearOf(localDateOf(ctx.now)) > work.year
    if (!isOver) return refuse({ code: 'step-not-open', state: work.state, action: 'check' })
    if (!checked.isClean) return refuse({ code: 'report-unready' })
    return ok({ ...kept(next, gathered), checkedBy: staffId(ctx) })
  },
  reopen: (_ctx, { work, figures }, next) =>
    ok({ work: next, figures: work.entered ? figures : null, checkedBy: null }),
  submit: (ctx, { work, checkedBy }, next, gathered) => {
    const upper = ctx.agency.parentId
    if (upper === null)
      return refuse({ code: 'step-not-open', state: work.state, action: 'submit' })
    // What was counted since would not be what goes up: it is checked anew first.
    if (gathered.drift.length > 0) return refuse({ code: 'report-unready' })
    const letter = planSubmission(ctx, work, gathered, upper)
    const submittedOn = localDateOf(ctx.now)
    return ok({
      ...kept({ ...next, letterId: letter.id, submittedOn, remarks: [] }, gathered),
      checkedBy,
      events: letter.events,
      statements: letter.statements,
      message: letter.message,
    })
  },
  'clear-own': (ctx, { work, checkedBy }, next, gathered) => {
    if (ctx.agency.parentId !== null) {
      return refuse({ code: 'step-not-open', state: work.state, action: 'clear-own' })
    }
    return ok({ ...kept({ ...next, decidedOn: localDateOf(ctx.now) }, gathered), checkedBy })
  },
  prepare: async (ctx, { checkedBy }, next, gathered) => {
    const prepared = await prepareItem(ctx, next, gathered)
    if (!prepared.ok) return prepared
    return ok({ ...kept({ ...next, ...prepared.value }, gathered), checkedBy })
  },
  correct: (_ctx, { figures, work }, next) =>
    ok({
      work: {
        ...next,
        edition: work.edition + 1,
        version: 1,
        remarks: [],
        digest: null,
        letterId: null,
        submittedOn: null,
        decidedOn: null,
      },
      figures: work.entered ? figures : null,
      checkedBy: null,
    }),
}

function isStep(action: string): action is StepAction {
  return Object.hasOwn(plans, action)
}

function kept(work: ReportWork, { report, items, coverage }: Gathered): ReportStep {
  return { work, figures: { report, items, coverage }, checkedBy: null }
}

function staffId({ actor }: Ctx): string | null {
  return actor.type === 'staff' ? actor.id : null
}
