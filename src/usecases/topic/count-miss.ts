import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { searchTerm } from '../../domain/topic/search-term.ts'
import { commit } from '../../store/commit.ts'
import { countMiss } from '../../store/tenant/item/search-miss.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/**
 * Counts a word that a search did not find (未找到计数), by day; the same message delivered again
 * counts once. Refuses `not-found` for what this agency did not seal.
 */
export async function countSearchMiss(ctx: Ctx, sealed: string): Promise<Result<null>> {
  if (!may(ctx.actor, 'topic.count-miss')) return turnAway(ctx.actor)
  const term = await opened(ctx, sealed)
  if (term === null) return refuse({ code: 'not-found' })
  const mark = sealed.split('.')[1] ?? ''
  await commit(ctx, { events: [], statements: [countMiss(localDateOf(ctx.now), term, mark)] })
  return ok(null)
}

async function opened({ keys }: Ctx, sealed: string): Promise<string | null> {
  try {
    return searchTerm(await keys.open('search-miss', sealed))
  } catch {
    // Sealed by nobody or by another agency: the same as nothing.
    return null
  }
}
