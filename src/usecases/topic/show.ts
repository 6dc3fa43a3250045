import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type PublicTopicRow,
  selectListedTopic,
  selectMergedInto,
} from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { topicView, type TopicView } from './view.ts'

/** A topic, or the one into which it was merged. */
export type ShownTopic = { topic: TopicView } | { mergedInto: string }

/** Shows a topic that is open to the public (点题详情); `not-found` for what no officer let appear. */
export async function showTopic({ db }: Pick<Ctx, 'db'>, id: string): Promise<Result<ShownTopic>> {
  const [[row], [merged]] = await readBatch<[PublicTopicRow, { merged_into: string }]>(db, [
    selectListedTopic(id),
    selectMergedInto(id),
  ])
  if (row !== undefined) return ok({ topic: topicView(row) })
  return merged === undefined
    ? refuse({ code: 'not-found' })
    : ok({ mergedInto: merged.merged_into })
}
