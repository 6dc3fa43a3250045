import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { overwriteFreed } from '../../../store/tenant/filler.ts'
import { settleOverwritten } from '../../../store/tenant/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'

/** Overwrites what erased fields left in an agency's file and its log (覆写已删除的个人信息); may be repeated. */
export async function overwriteErased(ctx: Ctx): Promise<Result<null>> {
  if (!may(ctx.actor, 'correction.overwrite')) return turnAway(ctx.actor)
  await overwriteFreed(ctx.db)
  await commit(ctx, { events: [], statements: [settleOverwritten(ctx.now)] })
  return ok(null)
}
