import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import type { Statement } from '../../../store/statement.ts'
import { type BulletinRow, putBulletin } from '../../../store/tenant/bulletin/bulletin.ts'
import type { Ctx } from '../../context.ts'

/** The event of a step of a bulletin. */
export function bulletinStepped(
  { id, kind, period, version }: Pick<BulletinRow, 'id' | 'kind' | 'period' | 'version'>,
  step: string,
): NewEvent {
  return {
    entity: 'bulletin',
    entityId: id,
    seq: version,
    kind: 'bulletin.stepped',
    data: { step, bulletin: kind, period },
  }
}

/** Commits a step of a bulletin with what goes with it; `stale` when somebody was faster. */
export async function commitBulletin(
  ctx: Ctx,
  step: string,
  row: BulletinRow,
  more: { events: readonly NewEvent[]; statements: readonly Statement[] } = {
    events: [],
    statements: [],
  },
): Promise<Result<null>> {
  const who = ctx.actor.type === 'staff' ? ctx.actor.id : 'system'
  const changed = { ...row, changed_by: who, changed_at: ctx.now }
  const outcome = await commit(ctx, {
    events: [bulletinStepped(changed, step), ...more.events],
    statements: [putBulletin(changed), ...more.statements],
  })
  if (outcome.ok) return ok(null)
  // Its number was given to another of its kind at the same moment.
  if (outcome.conflict.startsWith('bulletin.')) return refuse({ code: 'busy' })
  return refuse({ code: 'stale' })
}
