import { guideEdit } from '../../domain/service/input.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  selectService,
  type ServiceRow,
  writeGuide,
} from '../../store/tenant/service/service-guide.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { guideDraftOf, hasGuide } from './guide-view.ts'
import { type DeskService, showDeskService } from './show-desk-guide.ts'

/**
 * Writes the guide of a service matter (编写办事指南); what was published stays public meanwhile.
 * Closed while it waits for approval; `stale` when somebody was faster.
 */
export async function writeServiceGuide(
  ctx: Ctx,
  id: string,
  raw: unknown,
): Promise<Result<DeskService>> {
  const { actor } = ctx
  if (!may(actor, 'service-guide.write') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[ServiceRow]>(ctx.db, [selectService(id)])
  if (!hasGuide(row)) return refuse({ code: 'not-found' })
  const input = parseInput(guideEdit, raw)
  if (!input.ok) return input
  const { guide, version: seen } = input.value
  const { state, version: current } = guideDraftOf(row)
  if (seen !== undefined && seen !== (current ?? 0)) return refuse({ code: 'stale' })
  if (state === 'submitted') return refuse({ code: 'step-not-open', state, action: 'edit' })
  const version = (current ?? 0) + 1
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'service-guide',
        entityId: id,
        seq: version,
        kind: 'service-guide.written',
        data: {},
      },
    ],
    statements: [writeGuide({ powerId: id, version, text: guide, writtenBy: actor.id })],
  })
  return outcome.ok ? showDeskService(ctx, id) : refuse({ code: 'stale' })
}
