import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import type { ItemQuery } from './finding/item-query.ts'
import type { ItemRow, OriginOf } from './item-view.ts'
import { listItems } from './list-items.ts'
import { listRegionItems } from './list-region-items.ts'

const rows = 30

/** Lists the newest items that a query finds, for a feed (最新信息): thirty of them. */
export async function latest(
  ctx: Pick<Ctx, 'agency' | 'db' | 'keys' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  query: ItemQuery,
  originOf: OriginOf,
): Promise<Result<ItemRow[]>> {
  const asked = { ...query, limit: rows }
  const page =
    query.scope === 'subtree'
      ? await listRegionItems(ctx, region, asked, originOf)
      : await listItems(ctx, asked, originOf)
  return page.ok ? ok(page.value.items) : page
}
