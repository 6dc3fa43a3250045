import * as z from 'zod'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import { type PublicTopicRow, selectListedTopics } from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { placeOf, placeText } from './place.ts'
import { topicView, type TopicView } from './view.ts'

/** What the public list may be asked. */
export const topicQuery = {
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of topics that are open to the public. */
export type Topics = { items: TopicView[]; next: string | null }

/** Lists topics that the agency opened to the public (点题列表), newest first; refuses a foreign cursor. */
export async function listTopics(
  { db, keys }: Pick<Ctx, 'db' | 'keys'>,
  raw: unknown,
): Promise<Result<Topics>> {
  const query = parseInput(z.strictObject(topicQuery), raw)
  if (!query.ok) return query
  const { limit = 20, cursor } = query.value
  const place = await readPlace(keys, 'topics', cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[PublicTopicRow]>(db, [
    selectListedTopics(placeOf(place.value), limit + 1),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    items: rows.slice(0, limit).map(topicView),
    next:
      last === undefined
        ? null
        : await signPlace(keys, 'topics', placeText({ at: last.listed_at, id: last.id })),
  })
}
