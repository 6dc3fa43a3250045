import * as z from 'zod'
import { states } from '../../../domain/application/same-request/lifecycle.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { pageLimit } from '../../../domain/shared/validate/fields.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type FirstRow,
  type SameRequestRow,
  selectFirsts,
  selectSameRequests,
} from '../../../store/tenant/application/same-request.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { readPlace, signPlace } from '../../signed-place.ts'
import { type SameRequest, sameRequestView } from './same-request-view.ts'

/** What the list may be asked for. */
export const sameRequestQuery = {
  state: z.enum(states).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of proposals. */
export type SameRequests = { items: SameRequest[]; next: string | null }

/** Lists proposals to publish (同类申请列表, 条例第44条), the newest first; open ones unless asked otherwise. */
export async function listSameRequests(ctx: Ctx, raw: unknown): Promise<Result<SameRequests>> {
  const { actor } = ctx
  if (!may(actor, 'same-request.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(sameRequestQuery), raw)
  if (!query.ok) return query
  const { state = 'open', limit = 20, cursor } = query.value
  const asked = `same-requests|${state}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const [found] = await readBatch<[SameRequestRow]>(ctx.db, [
    selectSameRequests(state, place.value === null ? null : placeOf(place.value), limit + 1),
  ])
  const rows = found.slice(0, limit)
  const [firsts] =
    rows.length === 0
      ? [[]]
      : await readBatch<[FirstRow]>(ctx.db, [selectFirsts(rows.map(({ id }) => id))])
  const last = found.length > limit ? rows.at(-1) : undefined
  return ok({
    items: await Promise.all(
      rows.map((row) => {
        const first = firsts.find(({ groupId }) => groupId === row.id)
        return sameRequestView(ctx, row, first, actor.roles)
      }),
    ),
    next:
      last === undefined
        ? null
        : await signPlace(ctx.keys, asked, `${String(last.raisedAt)}|${last.id}`),
  })
}

function placeOf(text: string): { at: number; id: string } {
  const [at = '', id = ''] = text.split('|')
  return { at: Number(at), id }
}
