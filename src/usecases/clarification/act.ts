import {
  type Change,
  decideCheck,
  decideCorrection,
  decidePublication,
  decideReturn,
  decideWithdrawal,
  type Subject,
} from '../../domain/clarification/decide.ts'
import { stepInputs } from '../../domain/clarification/input.ts'
import { lifecycle } from '../../domain/clarification/lifecycle.ts'
import { type Action, isAction, type State } from '../../domain/clarification/types.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ClarificationRow,
  selectClarification,
  updateClarification,
} from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { type DeskClarification, showDeskClarification } from './show-desk.ts'
import { subjectOf } from './view.ts'

/** A step as it was asked: the version that the actor saw, and the decision once it is open. */
type Asked = { seen: number | undefined; decide: (subject: Subject) => Change }

/**
 * Takes one step of a clarification (核对、退回、发布、更正、撤回) as its lifecycle opens it; who wrote
 * the text neither checks nor corrects it (`same-person`).
 */
export async function actOnClarification(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<DeskClarification>> {
  const { actor } = ctx
  if (!may(actor, 'clarification.act') || actor.type !== 'staff') return turnAway(actor)
  if (!isAction(action)) return refuse({ code: 'not-found' })
  const [[row]] = await readBatch<[ClarificationRow]>(ctx.db, [selectClarification(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const asked = readStep(ctx, action, raw)
  if (!asked.ok) return asked
  const subject = subjectOf(row)
  const { seen, decide } = asked.value
  const open = openStep<State, Action>(lifecycle, subject, action, actor.roles, seen)
  if (!open.ok) return open
  const isOwnText = action === 'check' || action === 'correct'
  if (isOwnText && row.drafted_by === actor.id) return refuse({ code: 'same-person' })
  const { event, patch } = decide(subject)
  const outcome = await commit(ctx, {
    events: [event],
    statements: [updateClarification(id, patch)],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return showDeskClarification(ctx, id)
}

function readStep({ now }: Ctx, action: Action, raw: unknown): Result<Asked> {
  const today = localDateOf(now)
  switch (action) {
    case 'check':
      return asking(parseInput(stepInputs.check, raw), () => decideCheck)
    case 'return':
      return asking(
        parseInput(stepInputs.return, raw),
        ({ reason }) =>
          (subject) =>
            decideReturn(subject, reason),
      )
    case 'publish':
      return asking(
        parseInput(stepInputs.publish, raw),
        () => (subject) => decidePublication(subject, now, today),
      )
    case 'correct':
      return asking(
        parseInput(stepInputs.correct, raw),
        (input) => (subject) => decideCorrection(subject, input, today),
      )
    case 'withdraw':
      return asking(
        parseInput(stepInputs.withdraw, raw),
        ({ reason }) =>
          (subject) =>
            decideWithdrawal(subject, reason, today),
      )
    default:
      return action satisfies never
  }
}

function asking<I extends { version?: number | undefined }>(
  input: Result<I>,
  decideWith: (input: I) => Asked['decide'],
): Result<Asked> {
  return input.ok ? ok({ seen: input.value.version, decide: decideWith(input.value) }) : input
}
