import type { Context, Hono } from 'hono'
import { sitemapPage, sitemapPages } from '../usecases/item/sitemap.ts'
import { listServiceIds } from '../usecases/service/list-service-ids.ts'
import { answerText } from './api/answer.ts'
import type { AppEnv } from './app-env.ts'
import { refusalResponse } from './refusal.tsx'
import { xmlText } from './xml.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Mounts the sitemap (网站地图): an index, and pages of at most 500 items. */
export function mountSitemap(app: Hono<AppEnv>): void {
  app.get('/sitemap.xml', async (c) => {
    const page = c.req.query('page')
    return page === undefined ? index(c) : urls(c, page)
  })
}

async function index(c: Context<AppEnv>): Promise<Response> {
  const { origin } = c.get('site')
  const pages = await sitemapPages(c.get('ctx'))
  if (!pages.ok) return refusalResponse(c, pages.refusal)
  const parts = Array.from({ length: pages.value + 1 }, (_, page) => {
    return `<sitemap><loc>${xmlText(`${origin}/sitemap.xml?page=${page}`)}</loc></sitemap>`
  })
  return xml(c, `<sitemapindex xmlns="${namespace}">\n${parts.join('\n')}\n</sitemapindex>`)
}

const fixed = [
  '/',
  '/guide',
  '/rules',
  '/catalog',
  '/annual-reports',
  '/annual-reports/check',
  '/items',
  '/apply',
  '/services',
  '/powers',
  '/clarifications',
  '/topics',
]

/** Page 0 holds the fixed pages and the guides to services, the others hold items. */
async function urls(c: Context<AppEnv>, asked: string): Promise<Response> {
  const { origin } = c.get('site')
  if (!/^\d{1,6}$/.test(asked)) return refusalResponse(c, { code: 'not-found' })
  if (Number(asked) === 0) {
    const services = await listServiceIds(c.get('ctx'))
    if (!services.ok) return refusalResponse(c, services.refusal)
    const paths = [...fixed, ...services.value.map((id) => `/services/${encodeURIComponent(id)}`)]
    return urlset(
      c,
      paths.map((path) => ({ loc: `${origin}${path}`, on: null })),
    )
  }
  const page = await sitemapPage(c.get('ctx'), Number(asked))
  if (!page.ok) return refusalResponse(c, page.refusal)
  return urlset(
    c,
    page.value.map(({ id, publishedAt }) => {
      return { loc: `${origin}/items/${encodeURIComponent(id)}`, on: publishedAt }
    }),
  )
}

function urlset(c: Context<AppEnv>, entries: { loc: string; on: string | null }[]): Response {
  const lines = entries.map(({ loc, on }) => {
    const changed = on === null ? '' : `<lastmod>${on}</lastmod>`
    return `<url><loc>${xmlText(loc)}</loc>${changed}</url>`
  })
  return xml(c, `<urlset xmlns="${namespace}">\n${lines.join('\n')}\n</urlset>`)
}

function xml(c: Context<AppEnv>, body: string): Response {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`
  return answerText(c, text, 'application/xml; charset=utf-8')
}
