import type { Context, Hono } from 'hono'
import { refuseField } from '../domain/shared/refusal.ts'
import { parseLocalDate, partsOf, weekday } from '../domain/time/local-date.ts'
import { findColumn } from '../usecases/catalog/column-path.ts'
import type { ItemRow } from '../usecases/item/item-view.ts'
import { latest } from '../usecases/item/latest.ts'
import type { AppEnv } from './app-env.ts'
import { refusalResponse } from './refusal.tsx'
import { mountRobots } from './robots.ts'
import { mountSitemap } from './sitemap.ts'
import { xmlText } from './xml.ts'

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
  const self = `${origin}/feed.xml${column === null ? '' : `?category=${encodeURIComponent(column.id)}`}`
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xmlText(name)}</title>
<link>${xmlText(`${origin}/`)}</link>
<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>
<description>${xmlText(`${name}政府信息公开`)}</description>
<language>zh-CN</language>
${items.value.map((item) => entry(origin, item)).join('\n')}
</channel></rss>
`
  return c.body(xml, 200, {
    'content-type': 'application/rss+xml; charset=utf-8',
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
  })
}

function entry(origin: string, item: ItemRow): string {
  const link = `${origin}/items/${encodeURIComponent(item.id)}`
  const about = item.summary ?? [item.docNumber, item.issuer].filter(Boolean).join(' ')
  return `<item><title>${xmlText(item.title)}</title><link>${xmlText(link)}</link>
<guid isPermaLink="true">${xmlText(link)}</guid><pubDate>${rfc822(item.publishedAt)}</pubDate>
<category>${xmlText(item.category)}</category><description>${xmlText(about)}</description></item>`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** RSS wants the date of electronic mail: Mon, 02 Mar 2026 09:00:00 +0800. */
function rfc822(rfc3339: string): string {
  const date = parseLocalDate(rfc3339.slice(0, 10))
  if (date === null) return ''
  const { year, month, day } = partsOf(date)
  const written = `${String(day).padStart(2, '0')} ${months[month - 1] ?? ''} ${year}`
  return `${weekdays[weekday(date)] ?? ''}, ${written} ${rfc3339.slice(11, 19)} +0800`
}
