import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { State } from '../../domain/topic/types.ts'
import { readBatch } from '../../store/read.ts'
import { selectTopicByReceipt, type TopicRow } from '../../store/tenant/topic.ts'
import { opens } from '../application/receipt-secret.ts'
import type { Ctx } from '../context.ts'
import { parseTopicReceipt } from './topic-receipt.ts'
import { itemOf, stateOf } from './view.ts'

/** What the proposer sees of a topic (点题进度); the public page of it, once there is one, is `topic`. */
export type TopicStatus = {
  receipt: string
  state: State
  submittedAt: string
  /** id of the public page, or of the topic that this one was merged into */
  topic: string | null
  seconds: number
  dueOn: string | null
  reason: string | null
  item: { id: string; title: string } | null
}

const nobody = 'DT-00000-00000-00000-00000'

/**
 * Shows a topic to who knows receipt and query password (查询点题进度); a wrong receipt and a wrong
 * password are both `not-found`, after the same work.
 */
export async function showTopicStatus(
  ctx: Ctx,
  receipt: string,
  secret: string,
): Promise<Result<TopicStatus>> {
  const id = parseTopicReceipt(receipt) ?? nobody
  const [isRight, [[row]]] = await Promise.all([
    opens(ctx.keys, id, secret),
    readBatch<[TopicRow]>(ctx.db, [selectTopicByReceipt(id)]),
  ])
  if (!isRight || row === undefined) return refuse({ code: 'not-found' })
  return ok({
    receipt: row.receipt,
    state: stateOf(row),
    submittedAt: toRfc3339(row.arrived_at),
    topic: row.merged_into ?? (row.listed_at === null ? null : row.id),
    seconds: row.seconds,
    dueOn: row.due_on,
    reason: row.reason,
    item: itemOf(row),
  })
}
