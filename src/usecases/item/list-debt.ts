import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { type DebtRow, selectDebt } from '../../store/tenant/item/desk-list.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** What one unit owes the public (科室欠账); null is what was given to no unit. */
export type Debt = DebtRow

/** Days ahead within which a publication counts as due soon. */
const soonDays = 7

/** Lists what each unit owes the public (公开欠账, 条例第26条): late items, and those due in a week. */
export async function listDebt(ctx: Ctx): Promise<Result<{ asOf: string; units: Debt[] }>> {
  if (!may(ctx.actor, 'item.list-desk')) return turnAway(ctx.actor)
  const today = localDateOf(ctx.now)
  const [units] = await readBatch<[DebtRow]>(ctx.db, [selectDebt(today, addDays(today, soonDays))])
  return ok({ asOf: today, units })
}
