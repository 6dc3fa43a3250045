import { lifecycle as caseLifecycle } from '../../domain/application/lifecycle.ts'
import { redo } from '../../domain/application/steps/redo.ts'
import type { Action as CaseAction, State as CaseState } from '../../domain/application/types.ts'
import {
  type Change,
  decideAmendment,
  decideAnswer,
  decideCancellation,
  decideEnd,
  decideRedo,
  type Order,
} from '../../domain/dispute/decide.ts'
import { stepInputs } from '../../domain/dispute/input.ts'
import { lifecycle } from '../../domain/dispute/lifecycle.ts'
import { type Action, type Dispute, isAction, type State } from '../../domain/dispute/types.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { commit, type Plan } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import { updateApplication } from '../../store/tenant/application/change.ts'
import {
  type DisputeRow,
  keepDisputeNote,
  selectDispute,
  updateDispute,
} from '../../store/tenant/dispute/dispute.ts'
import { momentOf } from '../application/moment.ts'
import { caseOf, readRow } from '../application/read-case.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { sealDisputeNote } from './seal.ts'
import { type DisputeView, showDispute } from './show.ts'
import { disputeOf } from './view.ts'

/** A step as it was asked: the version seen, the words that go with it, and how it is decided. */
type Asked = {
  seen: number | undefined
  note: string | undefined
  decide: (subject: Dispute) => Result<Decided>
}

/** A decided step, and the order to answer anew that comes with it. */
type Decided = Change & { order?: Order }

/**
 * Takes one step of a dispute (提交答复、登记结果、更正结果、重新办理、撤销登记) as its lifecycle opens it. What sends an
 * application back opens that in the same batch, as the application's own lifecycle allows.
 */
export async function actOnDispute(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<DisputeView>> {
  const { actor } = ctx
  if (!may(actor, 'dispute.act') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[DisputeRow]>(ctx.db, [selectDispute(id)])
  if (row === undefined || !isAction(action)) return refuse({ code: 'not-found' })
  const asked = readers[action](raw, localDateOf(ctx.now))
  if (!asked.ok) return asked
  const subject = disputeOf(row)
  const { seen, note, decide } = asked.value
  const open = openStep<State, Action>(lifecycle, subject, action, actor.roles, seen)
  if (!open.ok) return open
  const decided = decide(subject)
  if (!decided.ok) return decided
  const done = await commitStep(ctx, id, decided.value, note)
  return done.ok ? showDispute(ctx, id) : done
}

/** Writes a decided step, with what it sends back to be answered anew. */
async function commitStep(
  ctx: Ctx,
  id: string,
  { event, patch, order }: Decided,
  note: string | undefined,
): Promise<Result<null>> {
  const reopened = order === undefined ? ok(null) : await reopen(ctx, id, order)
  if (!reopened.ok) return reopened
  const again = reopened.value
  const outcome = await commit(ctx, {
    events: [event, ...(again?.events ?? [])],
    statements: [
      updateDispute(id, patch),
      ...(note === undefined ? [] : [await noteStatement(ctx, id, patch.version, note)]),
      ...(again?.statements ?? []),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}

/** Plans how the application is opened again (责令重新答复). */
async function reopen(
  ctx: Ctx,
  dispute: string,
  { application, from, until }: Order,
): Promise<Result<Plan>> {
  const row = await readRow(ctx, application)
  if (row === null) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const by = ['system']
  const open = openStep<CaseState, CaseAction>(caseLifecycle, subject, 'redo', by, undefined)
  if (!open.ok) return open
  const decided = redo(subject, { dispute, from, until }, momentOf(ctx))
  if (!decided.ok) return decided
  const { events, patch } = decided.value
  return ok({ events, statements: [updateApplication(application, patch)] })
}

async function noteStatement(
  { keys }: Ctx,
  id: string,
  seq: number,
  note: string,
): Promise<Statement> {
  return keepDisputeNote(id, seq, await sealDisputeNote(keys, id, seq, note))
}

type Reader = (raw: unknown, today: LocalDate) => Result<Asked>

const readers: Readonly<Record<Action, Reader>> = {
  answer: (raw, today) =>
    asking(parseInput(stepInputs.answer, raw), ({ answeredOn, note }) => ({
      note,
      decide: (subject) => decideAnswer(subject, answeredOn ?? today, { today }),
    })),
  decide: (raw, today) =>
    asking(parseInput(stepInputs.decide, raw), ({ result, decidedOn, note }) => ({
      note,
      decide: (subject) => decideEnd(subject, { result, decidedOn: decidedOn ?? today }, { today }),
    })),
  amend: (raw, today) =>
    asking(parseInput(stepInputs.amend, raw), ({ result, decidedOn, note }) => ({
      note,
      decide: (subject) => decideAmendment(subject, { result, decidedOn }, { today }),
    })),
  redo: (raw, today) =>
    asking(parseInput(stepInputs.redo, raw), ({ orderedOn, answerBy }) => ({
      note: undefined,
      decide: (subject) =>
        decideRedo(subject, { from: orderedOn ?? today, until: answerBy }, { today }),
    })),
  cancel: (raw, today) =>
    asking(parseInput(stepInputs.cancel, raw), ({ note }) => ({
      note,
      decide: (subject) => ok(decideCancellation(subject, { today })),
    })),
}

function asking<I extends { version?: number | undefined }>(
  input: Result<I>,
  askWith: (input: I) => Omit<Asked, 'seen'>,
): Result<Asked> {
  return input.ok ? ok({ seen: input.value.version, ...askWith(input.value) }) : input
}
