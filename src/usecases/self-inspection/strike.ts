import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { strikeSelfCheck } from '../../store/tenant/self-check.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { listSelfChecks, type SelfChecks } from './list-records.ts'

/**
 * Strikes out a record that was made by mistake (划除): it stays to be seen and speaks no more; its rule
 * is unknown again. Refuses `not-found` for one that does not speak, `stale` when somebody was faster.
 */
export async function strikeRecord(
  ctx: Ctx,
  ruleId: string,
  id: string,
): Promise<Result<SelfChecks>> {
  if (!may(ctx.actor, 'self-inspection.record')) return turnAway(ctx.actor)
  const listed = await listSelfChecks(ctx, ruleId)
  if (!listed.ok) return listed
  const record = listed.value.items.find((one) => one.id === id)
  if (record === undefined || isOver(record.state)) return refuse({ code: 'not-found' })
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'self-check',
        entityId: id,
        seq: 2,
        kind: 'self-check.struck',
        data: { rule: ruleId },
      },
    ],
    statements: [strikeSelfCheck(id, ctx.now)],
  })
  return outcome.ok ? listSelfChecks(ctx, ruleId) : refuse({ code: 'stale' })
}

function isOver(state: SelfChecks['items'][number]['state']): boolean {
  return state === 'replaced' || state === 'struck'
}
