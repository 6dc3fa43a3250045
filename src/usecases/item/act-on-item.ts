import type { Result } from '../../domain/shared/refusal.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { type DeskItem, showDeskItem } from './show-desk-item.ts'
import { workOnItem } from './work-on-item.ts'

/** Takes one step of an item's lifecycle (办理一步) and answers the item as it then stands. */
export async function actOnItem(
  ctx: Ctx,
  region: RegionCtx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<DeskItem>> {
  const done = await workOnItem(ctx, region, id, action, raw)
  return done.ok ? showDeskItem(ctx, id) : done
}
