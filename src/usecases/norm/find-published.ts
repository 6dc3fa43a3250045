import { refuseField, ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { selectForValidity, type ValidityRow } from '../../store/tenant/item/validity.ts'
import type { Ctx } from '../context.ts'

/**
 * Finds the published item that a document is bound to (统一公布), by id, index number or address;
 * refuses `not-published` for anything that the public cannot read here.
 */
export async function findPublished(
  { db }: Pick<Ctx, 'db'>,
  word: string,
): Promise<Result<ValidityRow>> {
  const id = /\/items\/([^/?#\s]+)/.exec(word)?.[1] ?? word.trim()
  const [[row]] = await readBatch<[ValidityRow]>(db, [selectForValidity(id)])
  return row === undefined ? refuseField('/item', { problem: 'not-published' }) : ok(row)
}
