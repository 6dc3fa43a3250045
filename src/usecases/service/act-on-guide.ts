import {
  type DecidedGuide,
  decideGuidePublication,
  decideGuideReturn,
  decideSubmission,
  type GuideSubject,
} from '../../domain/service/decide-guide.ts'
import { lackingBlocks } from '../../domain/service/guide.ts'
import { guideStepInputs } from '../../domain/service/input.ts'
import { guideLifecycle } from '../../domain/service/lifecycle.ts'
import { type GuideAction, type GuideState, isGuideAction } from '../../domain/service/types.ts'
import { isPoorGuide } from '../../domain/self-inspection/rules.data.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  selectService,
  type ServiceRow,
  updateGuide,
} from '../../store/tenant/service/service-guide.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import { guideSubjectOf, hasGuide } from './guide-view.ts'
import { basisOf } from './power-view.ts'
import { type DeskService, showDeskService } from './show-desk-guide.ts'

/**
 * Takes one step of a guide (报批、退回、公布) as its lifecycle opens it; who wrote it does not publish
 * it (`same-person`). A guide with gaps may be published: its page names them.
 */
export async function actOnServiceGuide(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<DeskService>> {
  const { actor } = ctx
  if (!may(actor, 'service-guide.act') || actor.type !== 'staff') return turnAway(actor)
  if (!isGuideAction(action)) return refuse({ code: 'not-found' })
  const [[row]] = await readBatch<[ServiceRow]>(ctx.db, [selectService(id)])
  const subject = hasGuide(row) ? guideSubjectOf(row) : null
  if (row === undefined || subject === null) return refuse({ code: 'not-found' })
  const input = parseInput<{ version?: number | undefined; opinion?: string | undefined }>(
    guideStepInputs[action],
    raw,
  )
  if (!input.ok) return input
  const { version: seen, opinion } = input.value
  const open = openStep<GuideState, GuideAction>(guideLifecycle, subject, action, actor.roles, seen)
  if (!open.ok) return open
  if (action === 'publish' && row.written_by === actor.id) return refuse({ code: 'same-person' })
  const decided = decide(subject, action, { ctx, staff: actor.id, opinion })
  const done = await takeStep(ctx, row, decided, subject)
  return done.ok ? showDeskService(ctx, id) : done
}

async function takeStep(
  ctx: Ctx,
  row: ServiceRow,
  { event, patch }: DecidedGuide,
  { text }: GuideSubject,
): Promise<Result<null>> {
  const lacks = {
    lacking: lackingBlocks(basisOf(row), text).length,
    isPoor: isPoorGuide(text),
  }
  const outcome = await commit(ctx, {
    events: [event],
    statements: [updateGuide(row.power_id, patch, lacks)],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  if (patch.published !== undefined) {
    await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  }
  return ok(null)
}

function decide(
  subject: GuideSubject,
  action: GuideAction,
  { ctx, staff, opinion }: { ctx: Ctx; staff: string; opinion: string | undefined },
): DecidedGuide {
  switch (action) {
    case 'submit':
      return decideSubmission(subject)
    case 'return':
      return decideGuideReturn(subject, opinion ?? '')
    case 'publish':
      return decideGuidePublication(subject, staff, localDateOf(ctx.now))
    default:
      return action satisfies never
  }
}
