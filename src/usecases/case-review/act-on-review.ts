import type * as z from 'zod'
import { tellsApplicant } from '../../domain/application/without-applicant.ts'
import { reviewInputs } from '../../domain/case-review/input.ts'
import {
  type ReviewAction,
  reviewActions,
  reviewLifecycle,
} from '../../domain/case-review/lifecycle.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import {
  issueReview,
  type ReviewRow,
  updateReview,
} from '../../store/tenant/case-review/case-review.ts'
import type { Ctx } from '../context.ts'
import type { PlannedLetter } from '../letter/plan-letter.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { planResult, sentOf } from './order/send-result.ts'
import {
  isComplete,
  readReview,
  resultNow,
  type ReviewView,
  showReview,
  type StoredReview,
} from './show.ts'
import { tellingOfCases } from './telling.ts'

type Step = StoredReview & { who: string }
/** What a step writes, and the letter that tells its result to the office that ordered the review. */
type Planned = { statement: Statement; letter: PlannedLetter | null }
type Input = z.output<(typeof reviewInputs)[ReviewAction]>

/**
 * Takes a step of a review (评查办理): the notice is drawn up when every sheet is finished and every
 * objection answered, its words changed, sent back, or approved and issued by a head who had no part in
 * it; the figures of a review that an office ordered go up to it by letter. Refuses `step-not-open`,
 * `same-person`, `stale`, and words that tell who applied.
 */
export async function actOnReview(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<ReviewView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.act') || actor.type !== 'staff') return turnAway(actor)
  const asked = reviewActions.find((one) => one === action)
  const stored = asked === undefined ? null : await readReview(ctx, id)
  if (stored === null || asked === undefined) return refuse({ code: 'not-found' })
  const input = parseInput<Input>(reviewInputs[asked], raw)
  if (!input.ok) return input
  const open = openStep(reviewLifecycle, stored.review, asked, actor.roles, input.value.version)
  if (!open.ok) return open
  const next = { ...stored.row, version: stored.row.version + 1, state: open.value.to }
  const step = { ...stored, row: next, who: actor.id }
  const planned = await plan(ctx, asked, step, remarksOf(input.value))
  return planned.ok ? settle(ctx, asked, next, planned.value) : planned
}

/** Commits a step with the letter that goes with it. */
async function settle(
  ctx: Ctx,
  step: ReviewAction,
  { id, version }: ReviewRow,
  { statement, letter }: Planned,
): Promise<Result<ReviewView>> {
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'case-review.stepped',
        entity: 'case-review',
        entityId: id,
        seq: version,
        data: { step },
      },
      ...(letter?.events ?? []),
    ],
    statements: [statement, ...(letter?.statements ?? [])],
  })
  if (outcome.ok) {
    if (letter !== null) await ctx.post(letter.message)
    return showReview(ctx, id)
  }
  return refuse({ code: outcome.conflict === 'event' ? 'stale' : 'busy' })
}

async function plan(
  ctx: Ctx,
  action: ReviewAction,
  step: Step,
  remarks: string | undefined,
): Promise<Result<Planned>> {
  const { row, review, sheets, who } = step
  switch (action) {
    case 'draw-up':
      if (!isComplete(sheets)) return refuse({ code: 'step-not-open', state: review.state, action })
      return written(ctx, { ...step, row: { ...row, drawn_by: '[]' } }, remarks ?? review.remarks)
    case 'edit':
      return written(ctx, step, remarks ?? review.remarks)
    case 'reopen':
      return ok({ statement: updateReview({ ...row, result: null, drawn_by: '[]' }), letter: null })
    case 'approve': {
      if (review.drawnBy.includes(who)) return refuse({ code: 'same-person' })
      const on = localDateOf(ctx.now)
      const issued = { version: row.version, by: who, on, year: yearOf(on) }
      const { ordered, result } = review
      const letter =
        ordered === null || result === null
          ? null
          : planResult(ctx, ordered, sentOf(review, ordered, result))
      return ok({ statement: issueReview(row.id, issued), letter })
    }
    default:
      return action satisfies never
  }
}

async function written(ctx: Ctx, step: Step, remarks: string): Promise<Result<Planned>> {
  const { row, review, sheets, who } = step
  const telling = await tellingOfCases(
    ctx,
    sheets.map(({ receipt }) => receipt),
  )
  if (tellsApplicant(remarks, telling)) {
    return refuseField('/remarks', { problem: 'names-applicant' })
  }
  const writers = row.drawn_by === '[]' ? [who] : [...new Set([...review.drawnBy, who])]
  const statement = updateReview({
    ...row,
    remarks,
    drawn_by: JSON.stringify(writers),
    result: JSON.stringify(resultNow({ ...step, review: { ...review, result: null } })),
  })
  return ok({ statement, letter: null })
}

function remarksOf(input: Input): string | undefined {
  return 'remarks' in input ? input.remarks : undefined
}
