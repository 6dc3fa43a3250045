import type { Fact } from '../../../domain/shared/journal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Statement } from '../../../store/statement.ts'
import { uncountFiles } from '../../../store/tenant/item/file-count.ts'
import { closeEditions } from '../../../store/tenant/item/edition.ts'
import { fileItem, readFilings } from '../../../store/tenant/item/matter.ts'
import { unpublishItem } from '../../../store/tenant/item/unpublish.ts'
import type { Ctx } from '../../context.ts'
import type { Ending } from '../ending.ts'
import { columnFacets, columnsOfItem, facetsOfItem } from '../item-facts.ts'
import type { Work } from '../read-work.ts'
import type { ItemPatch } from '../work-change.ts'

/** What it takes that readers no longer have an item. */
type Leave = { facts: Fact[]; patch: ItemPatch; statements: Statement[] }

/**
 * Plans that an item leaves the public (撤下): what is counted, told and let go is of the edition that
 * readers have, never of the one under way; its matters of the standard catalogue lose it, and none
 * of its editions comes back with a later one. One that had left before is not counted again.
 */
export async function leavePublic(
  ctx: Ctx,
  { row, shown, files }: Work,
  {
    kind,
    reason,
    target,
    on = localDateOf(ctx.now),
  }: Pick<Ending, 'reason' | 'target'> &
    Partial<Pick<Ending, 'on'>> & { kind: Exclude<Ending['kind'], 'repealed'> },
): Promise<Leave> {
  const { title, category } = shown ?? row
  const ending: Ending = { kind, title, reason, on, target }
  const removed = await readFilings(ctx.db, row.id)
  return {
    facts: [
      {
        kind: 'item.ended',
        data: {
          ending: kind,
          on,
          columns: row.isLive === 1 ? columnsOfItem(ctx.agency, category) : [],
          facets: [],
          before: facetsOfItem(ctx.agency, shown),
        },
      },
      ...(removed.length === 0
        ? []
        : [{ kind: 'item.filed' as const, data: { added: [], removed } }]),
    ],
    patch: { isLive: 0, publishAt: null, ending: JSON.stringify(ending) },
    statements: [
      ...(isInSums({ shown, files }) ? uncountFiles([row.id]) : []),
      ...unpublishItem(row.id, columnFacets(ctx.agency, category)),
      closeEditions(row.id, row.edition + 1),
      ...fileItem(row.id, [], removed),
    ],
  }
}

/** Whether the sums of files know an item: one with words and without a file plays no part in them. */
function isInSums({ shown, files }: Pick<Work, 'shown' | 'files'>): boolean {
  return files.length > 0 || shown?.body === ''
}
