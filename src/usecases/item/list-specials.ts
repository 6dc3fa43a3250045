import { itemContent } from '../../domain/item/content.ts'
import { facetTokens, indexGrams } from '../../domain/item/index-text.ts'
import { displayEnd } from '../../domain/item/kinds/display-end.ts'
import { keepListed } from '../../domain/item/kinds/list-columns.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { listSpecial, selectUnlisted, type UnlistedItem } from '../../store/tenant/item/special.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { columnsOfItem } from './item-facts.ts'

/** Most items that one run files; the next run files the rest. */
const limit = 20

/**
 * Files special items that were published before lists knew their kinds (补登列表栏): what lists show of
 * them, their last day, the index word of their kind. Each is filed once; the region follows the event.
 */
export async function listSpecials(ctx: Ctx): Promise<Result<{ listed: number }>> {
  if (!may(ctx.actor, 'item.list-kinds')) return turnAway(ctx.actor)
  const [unlisted] = await readBatch<[UnlistedItem]>(ctx.db, [selectUnlisted(limit)])
  let listed = 0
  for (const item of unlisted) {
    const fields = itemContent.shape.fields.parse(JSON.parse(item.fields))
    const done = await commit(ctx, {
      events: [
        { entity: 'item', entityId: item.id, seq: item.seq + 1, kind: 'item.listed', data: {} },
      ],
      statements: listSpecial(item.id, {
        // A kind that nobody knows any more has nothing to show, and is not asked again.
        listed: keepListed(item.kind, fields) ?? '{}',
        shownUntil: displayEnd(item.kind, fields),
        facets: facetTokens(item, columnsOfItem(ctx.agency, item.category)).join(' '),
        grams: indexGrams(item),
      }),
    })
    if (done.ok) listed += 1
  }
  return ok({ listed })
}
