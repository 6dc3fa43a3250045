import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { readSitemapPage, readSitemapPages } from '../../store/tenant/item/sitemap.ts'
import type { Ctx } from '../context.ts'

/** Lists one page (from 1) of an agency's items for search engines; refuses `not-found` beyond the last. */
export async function sitemapPage(
  ctx: Pick<Ctx, 'db' | 'now'>,
  page: number,
): Promise<Result<{ id: string; publishedAt: string }[]>> {
  const entries = await readSitemapPage(ctx.db, page, localDateOf(ctx.now))
  if (entries.length === 0) return refuse({ code: 'not-found' })
  return ok(entries.map(({ id, publishedAt }) => ({ id, publishedAt: toRfc3339(publishedAt) })))
}

/** Counts the pages of an agency's sitemap (网站地图). */
export async function sitemapPages(ctx: Pick<Ctx, 'db'>): Promise<Result<number>> {
  return ok(await readSitemapPages(ctx.db))
}
