import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import { overwriteFreed, overwriteLog } from '../../../store/tenant/filler.ts'
import {
  countOverwritten,
  settleOverwritten,
} from '../../../store/tenant/application/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'

/** Overwrites what erased fields left in an agency's file and its log (覆写已删除的个人信息); may be repeated. */
export async function overwriteErased(ctx: Ctx): Promise<Result<null>> {
  if (!may(ctx.actor, 'correction.overwrite')) return turnAway(ctx.actor)
  const [owed] = await readBatch<[{ n: number }]>(ctx.db, [countOverwritten()])
  if (owed[0]?.n === 0) return ok(null)
  await overwriteFreed(ctx.db)
  await commit(ctx, { events: [], statements: [settleOverwritten(ctx.now)] })
  // A page of the journal that was one of the cases before carries its remains into the log once more.
  await overwriteLog(ctx.db)
  return ok(null)
}
