import {
  type ChangeSubject,
  decideCheck,
  type DecidedChange,
  decideDrop,
  decideProposal,
  decideReturn,
  tookPart,
} from '../../domain/service/decide-change.ts'
import { changeStepInputs } from '../../domain/service/input.ts'
import { changeLifecycle } from '../../domain/service/lifecycle.ts'
import { type ChangeAction, type ChangeState, isChangeAction } from '../../domain/service/types.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type PowerChangeRow,
  selectPowerChange,
  updatePowerChange,
} from '../../store/tenant/service/power-change.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { approveChange } from './approve-change.ts'
import { changeSubjectOf } from './change-view.ts'
import { type ChangeView, showPowerChange } from './show-change.ts'

/** A step as it was asked: the version that the actor saw, and the decision; null is the approval. */
type Asked = {
  seen: number | undefined
  decide: ((subject: ChangeSubject) => DecidedChange) | null
}

/**
 * Takes one step of a change of the list (提出、合法性审核、退回、批准、放弃) as its lifecycle opens it;
 * whoever took one of the three reviews takes no other (`same-person`).
 */
export async function actOnPowerChange(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<ChangeView>> {
  const { actor } = ctx
  if (!may(actor, 'power.act') || actor.type !== 'staff') return turnAway(actor)
  if (!isChangeAction(action)) return refuse({ code: 'not-found' })
  const [[row]] = await readBatch<[PowerChangeRow]>(ctx.db, [selectPowerChange(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const asked = readStep(action, actor.id, raw)
  if (!asked.ok) return asked
  const subject = changeSubjectOf(row)
  const { seen, decide } = asked.value
  const open = openStep<ChangeState, ChangeAction>(
    changeLifecycle,
    subject,
    action,
    actor.roles,
    seen,
  )
  if (!open.ok) return open
  if (tookPart(subject, action, actor.id)) return refuse({ code: 'same-person' })
  const done = await (decide === null
    ? approveChange(ctx, row, actor.id)
    : takeStep(ctx, id, decide(subject)))
  return done.ok ? showPowerChange(ctx, id) : done
}

async function takeStep(ctx: Ctx, id: string, decided: DecidedChange): Promise<Result<null>> {
  const { events, patch } = decided
  const outcome = await commit(ctx, { events, statements: [updatePowerChange(id, patch, null)] })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}

function readStep(action: ChangeAction, staff: string, raw: unknown): Result<Asked> {
  const input = parseInput<{ version?: number | undefined; opinion?: string | undefined }>(
    changeStepInputs[action],
    raw,
  )
  if (!input.ok) return input
  const { version: seen, opinion = '' } = input.value
  switch (action) {
    case 'propose':
      return ok({ seen, decide: (subject) => decideProposal(subject, staff) })
    case 'check':
      return ok({ seen, decide: (subject) => decideCheck(subject, staff, opinion) })
    case 'return':
      return ok({ seen, decide: (subject) => decideReturn(subject, opinion) })
    case 'drop':
      return ok({ seen, decide: decideDrop })
    case 'approve':
      return ok({ seen, decide: null })
    default:
      return action satisfies never
  }
}
