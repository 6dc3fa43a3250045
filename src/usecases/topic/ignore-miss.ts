import * as z from 'zod'
import { safeLine } from '../../domain/document/safe-text.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { settleMiss } from '../../store/tenant/item/search-miss.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** The word that is not to be offered again. */
export const ignoredTerm = z.strictObject({ term: safeLine(20) })

/** Sets a missed word aside (不再提示). */
export async function ignoreSearchMiss(ctx: Ctx, raw: unknown): Promise<Result<null>> {
  if (!may(ctx.actor, 'topic.act')) return turnAway(ctx.actor)
  const input = parseInput(ignoredTerm, raw)
  if (!input.ok) return input
  await commit(ctx, { events: [], statements: [settleMiss(input.value.term, ctx.now)] })
  return ok(null)
}
