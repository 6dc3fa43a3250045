import type { ChangeEntry } from '../../domain/service/input.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import type { EventRow } from '../../store/tenant/application/application.ts'
import { selectHistoryOf } from '../../store/tenant/journal/history.ts'
import { type PowerChangeRow, selectPowerChange } from '../../store/tenant/service/power-change.ts'
import { type DeskTimelineEntry, deskTimelineOf } from '../application/timeline.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type ChangeRow, changeRowOf, entriesOf } from './change-view.ts'

/** All that officers see of a change of the list (职权调整办理单). */
export type ChangeView = ChangeRow & { entries: ChangeEntry[]; timeline: DeskTimelineEntry[] }

/** Shows a change of the list of powers at the desk, with its history and the steps open to this officer. */
export async function showPowerChange(ctx: Ctx, id: string): Promise<Result<ChangeView>> {
  const { actor } = ctx
  if (!may(actor, 'power.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], history] = await readBatch<[PowerChangeRow, EventRow]>(ctx.db, [
    selectPowerChange(id),
    selectHistoryOf('power-change', id),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  return ok({
    ...changeRowOf(row, actor),
    entries: entriesOf(row),
    timeline: deskTimelineOf(history),
  })
}
