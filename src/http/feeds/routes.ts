import type { Context, Hono } from 'hono'
import { refuseField, type Result } from '../../domain/shared/refusal.ts'
import { findColumn, placedColumns } from '../../usecases/catalog/column-path.ts'
import { parseItemQuery, type ItemQuery } from '../../usecases/item/finding/item-query.ts'
import { latest } from '../../usecases/item/latest.ts'
import { answerText } from '../api/answer.ts'
import type { AppEnv } from '../app-env.ts'
import type { Paths } from '../paths.ts'
import { refusalResponse } from '../refusal.tsx'
import { mountRobots } from '../robots.ts'
import { mountSitemap } from '../sitemap.ts'
import { searchWords } from '../ui/words/search-words.ts'
import { atomFeed } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { opml } from './opml.ts'
import { rssFeed } from './rss.ts'

type Form = {
  address: (to: Paths) => (query: Readonly<Record<string, string | number | undefined>>) => string
  write: (feed: Feed) => string
  type: string
}

const forms: Readonly<Record<'rss' | 'atom' | 'json', Form>> = {
  rss: { address: (to) => to.feed, write: rssFeed, type: 'application/rss+xml; charset=utf-8' },
  atom: {
    address: (to) => to.feedAtom,
    write: atomFeed,
    type: 'application/atom+xml; charset=utf-8',
  },
  json: { address: (to) => to.feedJson, write: jsonFeed, type: 'application/feed+json' },
}

/** Mounts what machines read: feeds of every list and search, the sitemap, the rules for robots. */
export function mountFeeds(app: Hono<AppEnv>): void {
  app.get('/feed.xml', (c) => feed(c, forms.rss))
  app.get('/feed.atom', (c) => feed(c, forms.atom))
  app.get('/feed.json', (c) => feed(c, forms.json))
  app.get('/feeds.opml', columns)
  mountSitemap(app)
  mountRobots(app)
}

/** Answers the newest of a list or search (订阅): the same filters as the list, at a stable address. */
async function feed(c: Context<AppEnv>, { address, write, type }: Form): Promise<Response> {
  const { agency, origin, to } = c.var.site
  const query = readQuery(c)
  if (!query.ok) return refusalResponse(c, query.refusal)
  const originOf = (one: typeof agency): string => c.var.parts.resolver.originOf(one)
  const items = await latest(c.var.ctx, c.var.region, query.value, originOf)
  if (!items.ok) return refusalResponse(c, items.refusal)
  const place = new URL(origin).origin
  const { words: _words, ...shown } = query.value
  const text = write({
    title: [agency.name, ...searchWords(agency, shown)].join(' - '),
    description: `${agency.name}政府信息公开`,
    home: `${place}${query.value.q === undefined ? to.items(query.value) : to.search(query.value)}`,
    self: `${place}${address(to)(query.value)}`,
    author: agency.name,
    items: items.value,
  })
  return answerText(c, text, type)
}

function readQuery(c: Context<AppEnv>): Result<ItemQuery> {
  const { cursor: _cursor, limit: _limit, sort: _sort, ...asked } = c.req.query()
  const query = parseItemQuery(asked)
  const category = query.ok ? query.value.category : undefined
  return category === undefined || findColumn(c.var.site.agency, category) !== null
    ? query
    : refuseField('/category', { problem: 'not-listed', allowed: [] })
}

/** Answers the feeds of all columns as one list for a reader of feeds (OPML). */
function columns(c: Context<AppEnv>): Response {
  const { agency, origin, to } = c.var.site
  const place = new URL(origin).origin
  const feeds = placedColumns(agency).map(({ id, name }) => ({
    name: `${agency.name} - ${name}`,
    feed: `${place}${to.feed({ category: id })}`,
    page: `${place}${to.items({ category: id })}`,
  }))
  const all = { name: agency.name, feed: `${place}${to.feed()}`, page: `${place}${to.items()}` }
  return answerText(c, opml(agency.name, [all, ...feeds]), 'text/x-opml; charset=utf-8')
}
