import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import {
  type Change,
  decideAdoption,
  decideAnswer,
  decideMerger,
  decideOpening,
  decideRefusal,
  type Moment,
  type Subject,
} from '../../domain/topic/decide.ts'
import { stepInputs } from '../../domain/topic/input.ts'
import { lifecycle } from '../../domain/topic/lifecycle.ts'
import { type Action, isAction, type State } from '../../domain/topic/types.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  passSeconds,
  type PublicTopicRow,
  selectListedTopic,
  selectTopic,
  type TopicRow,
  updateTopic,
} from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { findReferences } from '../item/find-references.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { checkPublicWords } from './public-words.ts'
import { type DeskTopic, showDeskTopic } from './show-desk.ts'
import { stateOf } from './view.ts'

/** A decided step with whatever else it writes. */
type Taken = { change: Change; besides: readonly Statement[] }
/** A step as it was asked: the version seen, and how to decide it once it is open. */
type Asked = {
  seen: number | undefined
  decide: (ctx: Ctx, subject: Subject, moment: Moment) => Result<Taken> | Promise<Result<Taken>>
}

/** Takes one step of a topic (对外展示、采纳、办结公开、不采纳、合并) as its lifecycle opens it. */
export async function actOnTopic(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<DeskTopic>> {
  const { actor } = ctx
  if (!may(actor, 'topic.act') || actor.type !== 'staff') return turnAway(actor)
  if (!isAction(action)) return refuse({ code: 'not-found' })
  const [[row]] = await readBatch<[TopicRow]>(ctx.db, [selectTopic(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const asked = readers[action](raw)
  if (!asked.ok) return asked
  const subject = { id, version: row.version, state: stateOf(row) }
  const { seen, decide } = asked.value
  const open = openStep<State, Action>(lifecycle, subject, action, actor.roles, seen)
  if (!open.ok) return open
  const taken = await decide(ctx, subject, { now: ctx.now, today: localDateOf(ctx.now) })
  if (!taken.ok) return taken
  const { change, besides } = taken.value
  const outcome = await commit(ctx, {
    events: [change.event],
    statements: [...besides, updateTopic(id, change.patch)],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return showDeskTopic(ctx, id)
}

const readers: Readonly<Record<Action, (raw: unknown) => Result<Asked>>> = {
  open: (raw) =>
    asking(parseInput(stepInputs.open, raw), (input) => (_, subject, moment) => {
      const { title, grounds = '' } = input
      const sound = checkPublicWords({ title, grounds })
      return sound.ok ? alone(decideOpening(subject, input, moment)) : sound
    }),
  adopt: (raw) =>
    asking(
      parseInput(stepInputs.adopt, raw),
      ({ dueOn }) =>
        (_, subject, moment) =>
          dueOn < moment.today
            ? refuseField('/dueOn', { problem: 'before', other: '/today' })
            : alone(decideAdoption(subject, dueOn, moment)),
    ),
  refuse: (raw) =>
    asking(parseInput(stepInputs.refuse, raw), ({ reason }) => (_, subject, moment) => {
      // Until it is open only its proposer reads the reason.
      const sound = subject.state === 'submitted' ? ok(null) : checkPublicWords({ reason })
      return sound.ok ? alone(decideRefusal(subject, reason, moment)) : sound
    }),
  answer: (raw) => asking(parseInput(stepInputs.answer, raw), ({ item }) => answering(item)),
  merge: (raw) => asking(parseInput(stepInputs.merge, raw), ({ into }) => merging(into)),
}

function answering(item: string): Asked['decide'] {
  return async (ctx, subject, moment) => {
    const found = await findReferences(ctx, [item], '/item')
    if (!found.ok) return found
    const [named] = found.value
    return named === undefined
      ? refuseField('/item', { problem: 'required' })
      : alone(decideAnswer(subject, named.id, moment))
  }
}

function merging(typed: string): Asked['decide'] {
  return async (ctx, subject, moment) => {
    const into = /\/topics\/([\w-]+)/.exec(typed)?.[1] ?? typed.trim()
    const [[other]] = await readBatch<[PublicTopicRow]>(ctx.db, [selectListedTopic(into)])
    if (other === undefined || other.state === 'refused' || other.id === subject.id) {
      return refuseField('/into', { problem: 'ill-formed', what: 'topic' })
    }
    const change = decideMerger(subject, other.id, moment)
    return ok({ change, besides: [passSeconds(subject.id, other.id)] })
  }
}

function alone(change: Change): Result<Taken> {
  return ok({ change, besides: [] })
}

function asking<I extends { version?: number | undefined }>(
  input: Result<I>,
  decideWith: (input: I) => Asked['decide'],
): Result<Asked> {
  return input.ok ? ok({ seen: input.value.version, decide: decideWith(input.value) }) : input
}
