import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import type { EventRow } from '../../store/tenant/application/application.ts'
import { selectHistoryOf } from '../../store/tenant/journal/history.ts'
import { selectTopic, type TopicRow } from '../../store/tenant/topic.ts'
import { type DeskTimelineEntry, deskTimelineOf } from '../application/timeline.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { openWritten, type Written } from './seal.ts'
import { deskTopicRow, type DeskTopicRow, itemOf } from './view.ts'

/** All that officers see of a topic (点题办理单); how to reach its author is opened apart. */
export type DeskTopic = DeskTopicRow & {
  /** what the citizen wrote, null when an officer proposed it */
  written: Written | null
  title: string | null
  grounds: string | null
  reason: string | null
  item: { id: string; title: string } | null
  mergedInto: string | null
  timeline: DeskTimelineEntry[]
}

/** Shows a topic at the desk, with its history and the steps open to this officer. */
export async function showDeskTopic(ctx: Ctx, id: string): Promise<Result<DeskTopic>> {
  const { actor } = ctx
  if (!may(actor, 'topic.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], history] = await readBatch<[TopicRow, EventRow]>(ctx.db, [
    selectTopic(id),
    selectHistoryOf('topic', id),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  return ok({
    ...(await deskTopicRow(ctx, row, actor)),
    written: await openWritten(ctx.keys, row),
    title: row.title,
    grounds: row.grounds,
    reason: row.reason,
    item: itemOf(row),
    mergedInto: row.merged_into,
    timeline: deskTimelineOf(history),
  })
}
