import { guideLifecycle } from '../../domain/service/lifecycle.ts'
import type { GuideAction, GuideState } from '../../domain/service/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import type { EventRow } from '../../store/tenant/application/application.ts'
import { selectHistoryOf } from '../../store/tenant/journal/history.ts'
import { selectService, type ServiceRow } from '../../store/tenant/service/service-guide.ts'
import { type DeskTimelineEntry, deskTimelineOf } from '../application/timeline.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import {
  type GuideDraft,
  guideDraftOf,
  hasGuide,
  serviceLineOf,
  type ServiceLine,
} from './guide-view.ts'
import { basisOf } from './power-view.ts'

/** A service matter at the desk: the text being written, what it lacks, the steps open to this officer. */
export type DeskService = ServiceLine &
  GuideDraft & {
    basis: string[]
    publishedOn: string | null
    opinion: string | null
    actions: GuideAction[]
    /** Whether this officer wrote it, and so cannot be the one who publishes it */
    isAuthor: boolean
    timeline: DeskTimelineEntry[]
  }

/** Shows a service matter with its guide at the desk (办事指南办理单). */
export async function showDeskService(ctx: Ctx, id: string): Promise<Result<DeskService>> {
  const { actor } = ctx
  if (!may(actor, 'power.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], history] = await readBatch<[ServiceRow, EventRow]>(ctx.db, [
    selectService(id),
    selectHistoryOf('service-guide', id),
  ])
  if (!hasGuide(row)) return refuse({ code: 'not-found' })
  const draft = guideDraftOf(row)
  const isAuthor = row.written_by === actor.id
  const open =
    draft.state === null
      ? []
      : openActions<GuideState, GuideAction>(guideLifecycle, draft.state, actor.roles)
  return ok({
    ...serviceLineOf(row),
    ...draft,
    basis: basisOf(row),
    publishedOn: row.published_on,
    opinion: row.opinion,
    actions: open.filter((action) => action !== 'publish' || !isAuthor),
    isAuthor,
    timeline: deskTimelineOf(history),
  })
}
