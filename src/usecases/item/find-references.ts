import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type ReferenceRow, selectReferences } from '../../store/tenant/item/reference.ts'
import type { Ctx } from '../context.ts'

/**
 * Finds the published items that officers name by address, id or index number (关联信息), each
 * once; one that is not public refuses the field at `pointer`.
 */
export async function findReferences(
  { db }: Pick<Ctx, 'db'>,
  typed: readonly string[],
  pointer: string,
): Promise<Result<{ id: string; title: string }[]>> {
  const asked = [...new Set(typed.map(bareReference).filter((text) => text !== ''))]
  if (asked.length === 0) return ok([])
  const [rows] = await readBatch<[ReferenceRow]>(db, [selectReferences(asked)])
  const missing = asked.findIndex((text) => !rows.some((row) => row.asked === text))
  if (missing !== -1) return refuseField(pointer, { problem: 'ill-formed', what: 'item-reference' })
  const found = new Map(rows.map(({ id, title }) => [id, { id, title }]))
  return ok([...found.values()])
}

/** What an address of an item's page names, with or without what stands behind it; else the text itself. */
export function bareReference(text: string): string {
  const trimmed = text.trim()
  return /^https?:\/\/[^?#]*\/items\/([\w-]+)/i.exec(trimmed)?.[1] ?? trimmed
}
