import { officer, type House } from '../../support/house.ts'
import { importItems } from '../../../src/usecases/item/import/items.ts'
import type { ItemImportReport } from '../../../src/usecases/item/import/report.ts'
import type { ItemQuery } from '../../../src/usecases/item/finding/item-query.ts'
import type { ItemPage } from '../../../src/usecases/item/item-view.ts'
import { listItems } from '../../../src/usecases/item/list-items.ts'

/** The instant of these tests. */
export const noon = '2026-11-20T12:00:00+08:00'

/** Where an agency's pages are, in tests. */
export const originOf = ({ id }: { id: string }): string => `https://${id}.gov.test`

/** One document of a file; what is left out is blank. */
export type Doc = Readonly<Record<string, string>>

/** Writes documents as JSON lines. */
export function jsonLines(docs: readonly Doc[]): Uint8Array {
  return new TextEncoder().encode(docs.map((doc) => JSON.stringify(doc)).join('\n'))
}

/** Imports documents into an agency as an information officer. */
export async function importInto(
  house: House,
  agency: string,
  docs: readonly Doc[] | Uint8Array,
  dryRun = false,
): Promise<ItemImportReport> {
  const bytes = docs instanceof Uint8Array ? docs : jsonLines(docs)
  const ctx = await house.ctx(agency, officer('information-officer'), noon)
  const done = await importItems(ctx, bytes, { dryRun })
  if (!done.ok) throw new Error(`import refused: ${done.refusal.code}`)
  return done.value
}

/** Lists an agency's items as the public. */
export async function list(house: House, agency: string, query: ItemQuery): Promise<ItemPage> {
  const page = await listItems(await house.ctx(agency), query, originOf)
  if (!page.ok) throw new Error(`list refused: ${page.refusal.code}`)
  return page.value
}
