import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { selectUnknownItems } from '../../store/tenant/item/interpretation.ts'
import type { Ctx } from '../context.ts'

/** What an item explains: its own id, null while it has none, what is said now and what was before. */
type Said = { id: string | null; now: readonly string[]; before: readonly string[] }

/**
 * Holds an interpretation to documents of this agency (政策解读): published or on their way, for both
 * go out together. Refuses `invalid` at `/interprets`; what stood there before is not asked again.
 */
export async function checkInterprets(
  { db }: Pick<Ctx, 'db'>,
  { id, now, before }: Said,
): Promise<Result<null>> {
  const fresh = now.filter((one) => !before.includes(one))
  if (fresh.length === 0) return ok(null)
  const [unknown] = await readBatch<[{ id: string }]>(db, [selectUnknownItems(fresh)])
  return unknown.length === 0 && !fresh.some((one) => one === id)
    ? ok(null)
    : refuseField('/interprets', { problem: 'not-listed', allowed: [] })
}
