import {
  type Action,
  isAction,
  lifecycle,
  type State,
  stepInputs,
} from '../../../domain/application/same-request/lifecycle.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { commit, type Plan } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  decideSameRequest,
  type SameRequestRow,
  selectSameRequest,
} from '../../../store/tenant/application/same-request.ts'
import type { Ctx } from '../../context.ts'
import { openStep } from '../../open-step.ts'
import { may, turnAway } from '../../permissions.ts'
import { planProposedItem } from '../plan-proposed-item.ts'
import { reasonOf, sameRequestState } from './same-request-view.ts'
import { type ShownSameRequest, showSameRequest } from './show-same-request.ts'

/**
 * Decides on a proposal to publish (同类申请, 条例第44条): accepted, it becomes a draft item, from an answer
 * among its applications where there is one; declined, with the reason. Refuses `stale` when
 * somebody was faster.
 */
export async function actOnSameRequest(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<ShownSameRequest>> {
  const { actor } = ctx
  if (!may(actor, 'same-request.act') || actor.type !== 'staff') return turnAway(actor)
  if (!isAction(action)) return refuse({ code: 'not-found' })
  const [[row]] = await readBatch<[SameRequestRow]>(ctx.db, [selectSameRequest(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const plan = await decided(ctx, row, { action, raw, actor })
  if (!plan.ok) return plan
  const done = await commit(ctx, plan.value)
  if (!done.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return showSameRequest(ctx, id)
}

type Asked = { action: Action; raw: unknown; actor: Extract<Actor, { type: 'staff' }> }

async function decided(
  ctx: Ctx,
  row: SameRequestRow,
  { action, raw, actor }: Asked,
): Promise<Result<Plan>> {
  const isOpen = (seen: number | undefined): Result<unknown> => {
    const subject = { state: sameRequestState(row), version: row.version }
    return openStep<State, Action>(lifecycle, subject, action, actor.roles, seen)
  }
  if (action === 'accept') {
    const input = parseInput(stepInputs.accept, raw)
    if (!input.ok) return input
    const open = isOpen(input.value.version)
    return open.ok ? accepted(ctx, row, actor.id) : open
  }
  const input = parseInput(stepInputs.decline, raw)
  if (!input.ok) return input
  const open = isOpen(input.value.version)
  return open.ok ? ok(await declined(ctx, row, actor.id, input.value.reason)) : open
}

async function declined(
  { keys, now }: Ctx,
  { id, version }: SameRequestRow,
  staff: string,
  reason: string,
): Promise<Plan> {
  const said = { version: version + 1, state: 'declined', by: staff, at: now, itemId: null }
  const reasonSealed = await keys.seal(reasonOf(id), reason)
  return {
    events: [{ ...next({ id, version }), kind: 'same-request.declined', data: {} }],
    statements: [decideSameRequest(id, { ...said, reasonSealed })],
  }
}

async function accepted(
  ctx: Ctx,
  { id, version }: SameRequestRow,
  staff: string,
): Promise<Result<Plan>> {
  const planned = await planProposedItem(ctx, id, staff)
  if (!planned.ok) return planned
  const { item, events, statements } = planned.value
  const said = { version: version + 1, state: 'accepted', by: staff, at: ctx.now, itemId: item }
  return ok({
    events: [
      { ...next({ id, version }), kind: 'same-request.accepted', data: { item } },
      ...events,
    ],
    statements: [decideSameRequest(id, { ...said, reasonSealed: null }), ...statements],
  })
}

function next({
  id,
  version,
}: Pick<SameRequestRow, 'id' | 'version'>): Pick<NewEvent, 'entity' | 'entityId' | 'seq'> {
  return { entity: 'same-request', entityId: id, seq: version + 1 }
}
