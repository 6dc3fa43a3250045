import type { Context, Hono } from 'hono'
import { listClarifications } from '../../../usecases/clarification/list.ts'
import { showClarification } from '../../../usecases/clarification/show.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { rssResponse } from '../../rss.ts'
import { clarification } from '../../ui/words/clarification.ts'
import { ClarificationListPage } from './list-page.tsx'
import { ClarificationPage } from './show-page.tsx'

type C = Context<AppEnv>

/** Mounts what the public reads of clarifications (澄清公告): list, feed, page. */
export function mountClarifications(app: Hono<AppEnv>): void {
  app.get('/clarifications', list)
  app.get('/clarifications/feed.xml', feed)
  app.get('/clarifications/:id', show)
}

async function list(c: C): Promise<Response> {
  const cursor = c.req.query('cursor')
  const listed = await listClarifications(c.var.ctx, cursor === undefined ? {} : { cursor })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPage(
    c,
    <ClarificationListPage c={c} list={listed.value} isFirst={cursor === undefined} />,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showClarification(c.var.ctx, c.req.param('id') ?? '')
  return shown.ok
    ? answerPage(c, <ClarificationPage c={c} view={shown.value} />)
    : refusalResponse(c, shown.refusal)
}

async function feed(c: C): Promise<Response> {
  const { agency, origin } = c.var.site
  const listed = await listClarifications(c.var.ctx, { limit: 30 })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const name = `${agency.name} - ${clarification.title}`
  return rssResponse(c, {
    title: name,
    description: clarification.description,
    link: `${origin}/clarifications`,
    self: `${origin}/clarifications/feed.xml`,
    entries: listed.value.items.map(({ id, claim, publishedAt, checkedBy }) => ({
      title: claim.length > 80 ? `${claim.slice(0, 80)}……` : claim,
      link: `${origin}/clarifications/${encodeURIComponent(id)}`,
      at: publishedAt,
      category: clarification.title,
      about: `${clarification.checkedBy}：${checkedBy}`,
    })),
  })
}
