import type { Context, Hono } from 'hono'
import { refuseField } from '../domain/shared/refusal.ts'
import { findColumn } from '../usecases/catalog/column-path.ts'
import type { ItemRow } from '../usecases/item/item-view.ts'
import { latest } from '../usecases/item/latest.ts'
import type { AppEnv } from './app-env.ts'
import { refusalResponse } from './refusal.tsx'
import { mountRobots } from './robots.ts'
import { type RssEntry, rssResponse } from './rss.ts'
import { mountSitemap } from './sitemap.ts'

const rows = 30

/** Mounts what machines read: the feed, the sitemap, the rules for robots. */
export function mountFeeds(app: Hono<AppEnv>): void {
  app.get('/feed.xml', (c) => feed(c))
  mountSitemap(app)
  mountRobots(app)
}

/** Answers an RSS 2.0 feed (订阅) of an agency, or of one of its columns: `?category=`. */
async function feed(c: Context<AppEnv>): Promise<Response> {
  const { agency, origin } = c.var.site
  const asked = c.req.query('category') ?? ''
  const column = asked === '' ? null : findColumn(agency, asked)
  if (asked !== '' && column === null) {
    const refused = refuseField('/category', { problem: 'not-listed', allowed: [] })
    return refusalResponse(c, refused.refusal)
  }
  const items = await latest(c.var.ctx, column?.id ?? null, rows, (one) =>
    c.var.parts.resolver.originOf(one),
  )
  if (!items.ok) return refusalResponse(c, items.refusal)
  const name = column === null ? agency.name : `${agency.name} - ${column.name}`
  return rssResponse({
    title: name,
    description: `${name}政府信息公开`,
    link: `${origin}/`,
    self: `${origin}/feed.xml${column === null ? '' : `?category=${encodeURIComponent(column.id)}`}`,
    entries: items.value.map((item) => entry(origin, item)),
  })
}

function entry(origin: string, item: ItemRow): RssEntry {
  return {
    title: item.title,
    link: `${origin}/items/${encodeURIComponent(item.id)}`,
    at: item.publishedAt,
    category: item.category,
    about: item.summary ?? [item.docNumber, item.issuer].filter(Boolean).join(' '),
  }
}
