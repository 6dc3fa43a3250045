import * as z from 'zod'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import {
  selectDecidedTopics,
  selectWaitingTopics,
  type TopicRow,
} from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { placeOf, placeText } from './place.ts'
import { deskTopicRow, type DeskTopicRow } from './view.ts'

/** What the desk's list may be asked: those that wait, or those decided. */
export const deskTopicQuery = {
  state: z.enum(['waiting', 'decided']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of the desk's list (点题办理列表). */
export type DeskTopics = { items: DeskTopicRow[]; next: string | null }

const usualLimit = 20

/** Lists topics at the desk: those that wait by how long they do, decided ones newest first. */
export async function listDeskTopics(ctx: Ctx, raw: unknown): Promise<Result<DeskTopics>> {
  const { actor } = ctx
  if (!may(actor, 'topic.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(deskTopicQuery), raw)
  if (!query.ok) return query
  const { state = 'waiting', limit = usualLimit, cursor } = query.value
  const asked = `desk-topics|${state}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const after = placeOf(place.value)
  const [rows] = await readBatch<[TopicRow]>(ctx.db, [
    state === 'decided'
      ? selectDecidedTopics(after, limit + 1)
      : selectWaitingTopics(after, limit + 1),
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return ok({
    items: await Promise.all(shown.map((row) => deskTopicRow(ctx, row, actor))),
    next:
      last === undefined
        ? null
        : await signPlace(
            ctx.keys,
            asked,
            placeText({ at: last.decided_at ?? last.arrived_at, id: last.id }),
          ),
  })
}
