import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { type MissRow, selectMisses } from '../../store/tenant/item/search-miss.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

const days = 30
/** A word that was missed less often may be one person's own. */
const atLeast = 3
const most = 20

/** Lists the words that the last 30 days searched most often in vain (常搜未得). */
export async function listSearchMisses(ctx: Ctx): Promise<Result<{ items: MissRow[] }>> {
  if (!may(ctx.actor, 'topic.list')) return turnAway(ctx.actor)
  const since = addDays(localDateOf(ctx.now), -days)
  const [rows] = await readBatch<[MissRow]>(ctx.db, [selectMisses(since, atLeast, most)])
  return ok({ items: rows })
}
