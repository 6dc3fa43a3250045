import type { Agency } from '../../domain/agency/agency.ts'
import { findMatter } from '../../domain/catalog/standard-scope.ts'
import type { ItemFiling } from '../../domain/item/content.ts'
import type { DraftParts } from '../../domain/item/draft-input.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { findColumn, placedColumns } from '../catalog/column-path.ts'

/** Column that takes what names none (其他法定公开信息). */
const fallbackColumn = 'other-statutory'

/** Reads how an item is to be filed (归类): the column by id or Chinese name, the matter of the standard catalogue by id; what is left out stays. */
export function filingOf(
  agency: Agency,
  parts: DraftParts,
  before: ItemFiling | null,
): Result<ItemFiling> {
  const { matter = before?.matter ?? null, unit = before?.unit ?? null } = parts
  if (parts.matter != null && findMatter(parts.matter) === null) {
    return refuseField('/matter', { problem: 'not-listed', allowed: [] })
  }
  const category = columnOf(agency, parts.category, before)
  if (category !== null) return ok({ category, matter, unit })
  const allowed = placedColumns(agency).map(({ id }) => id)
  return refuseField('/category', { problem: 'not-listed', allowed })
}

function columnOf(
  agency: Agency,
  named: string | undefined,
  before: ItemFiling | null,
): string | null {
  if (named !== undefined) return findColumn(agency, named)?.id ?? null
  if (before !== null) return before.category
  return (findColumn(agency, fallbackColumn) ?? placedColumns(agency).at(-1))?.id ?? null
}
