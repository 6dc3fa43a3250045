import type { Norm } from '../../domain/norm/norm.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type NamedNorm, selectPublishedNorm } from '../../store/tenant/norm/norm.ts'
import type { Ctx } from '../context.ts'

/**
 * Finds the published document that takes another's place (取代), by unified number, id or address;
 * null when none is named. Refuses `not-listed` for what the register does not have.
 */
export async function findSuccessor(
  { db }: Pick<Ctx, 'db'>,
  { id }: Pick<Norm, 'id'>,
  typed: string | undefined,
): Promise<Result<string | null>> {
  if (typed === undefined) return ok(null)
  const word = /\/norms\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed.trim()
  const [[found]] = await readBatch<[NamedNorm]>(db, [selectPublishedNorm(word)])
  return found === undefined || found.id === id
    ? refuseField('/replacedBy', { problem: 'not-listed', allowed: [] })
    : ok(found.id)
}
