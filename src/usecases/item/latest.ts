import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import type { ItemRow, OriginOf } from './item-view.ts'
import { listItems } from './list-items.ts'

/** Lists the newest items of an agency, or of one of its columns, for a feed (最新信息). */
export async function latest(
  ctx: Pick<Ctx, 'agency' | 'db' | 'keys'>,
  category: string | null,
  rows: number,
  originOf: OriginOf,
): Promise<Result<ItemRow[]>> {
  const query = { limit: rows, ...(category === null ? {} : { category }) }
  const page = await listItems(ctx, query, originOf)
  return page.ok ? ok(page.value.items) : page
}
