import type { Correction } from '../../domain/clarification/decide.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import type { EventRow } from '../../store/tenant/application/application.ts'
import {
  type ClarificationRow,
  type ConcernedRow,
  selectClarification,
  selectConcerned,
} from '../../store/tenant/clarification.ts'
import { selectHistoryOf } from '../../store/tenant/journal/history.ts'
import { type DeskTimelineEntry, deskTimelineOf } from '../application/timeline.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { correctionsOf, type DeskClarificationRow, deskRowOf } from './view.ts'

/** All that officers see of a clarification (澄清办理单). */
export type DeskClarification = DeskClarificationRow & {
  sourceUrl: string | null
  facts: string
  reason: string | null
  corrections: readonly Correction[]
  /** `title` is null where the item is not public any more */
  items: ConcernedRow[]
  timeline: DeskTimelineEntry[]
}

/** Shows a clarification at the desk, with its history and the steps open to this officer. */
export async function showDeskClarification(
  ctx: Ctx,
  id: string,
): Promise<Result<DeskClarification>> {
  const { actor } = ctx
  if (!may(actor, 'clarification.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], items, history] = await readBatch<[ClarificationRow, ConcernedRow, EventRow]>(
    ctx.db,
    [selectClarification(id), selectConcerned(id), selectHistoryOf('clarification', id)],
  )
  if (row === undefined) return refuse({ code: 'not-found' })
  return ok({
    ...deskRowOf(row, ctx, actor),
    sourceUrl: row.source_url,
    facts: row.facts,
    reason: row.reason,
    corrections: correctionsOf(row),
    items,
    timeline: deskTimelineOf(history),
  })
}
