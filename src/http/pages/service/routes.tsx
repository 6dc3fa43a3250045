import type { Context, Hono } from 'hono'
import { comparePowers } from '../../../usecases/service/compare-powers.ts'
import { countPowers } from '../../../usecases/service/count-powers.ts'
import { listPowers } from '../../../usecases/service/list-powers.ts'
import { listServices } from '../../../usecases/service/list-matters.ts'
import { showService } from '../../../usecases/service/show-guide.ts'
import { addDays, localDate } from '../../../domain/time/local-date.ts'
import { latestPowerChanges } from '../../../usecases/service/latest-changes.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { rssResponse } from '../../rss.ts'
import { changeKindNames, service as words } from '../../ui/words/power.ts'
import { labelOf } from '../label-of.ts'
import { ComparePage } from './compare-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { PowersPage } from './powers-page.tsx'
import { ServicePage } from './service-page.tsx'
import { ServicesPage } from './services-page.tsx'

type C = Context<AppEnv>

/** Mounts what the public reads of services and powers (办事指南、权责清单). */
export function mountServices(app: Hono<AppEnv>): void {
  app.get('/services', services)
  app.get('/services/:id', service)
  app.get('/powers', powers)
  app.get('/powers/changes', changes)
  app.get('/powers/feed.xml', feed)
  app.get('/powers/counts', counts)
}

async function services(c: C): Promise<Response> {
  const query = asked(c, ['q', 'type', 'cursor'])
  const listed = await listServices(c.var.ctx, query)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPage(c, <ServicesPage c={c} query={query} list={listed.value} />)
}

async function service(c: C): Promise<Response> {
  const shown = await showService(c.var.ctx, c.req.param('id') ?? '')
  return shown.ok
    ? answerPage(c, <ServicePage c={c} view={shown.value} />)
    : refusalResponse(c, shown.refusal)
}

async function powers(c: C): Promise<Response> {
  const query = asked(c, ['day', 'type', 'cursor'])
  const listed = await listPowers(c.var.ctx, query)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPage(c, <PowersPage c={c} query={query} list={listed.value} />)
}

async function changes(c: C): Promise<Response> {
  const query = asked(c, ['from', 'until', 'kind'])
  const compared = await comparePowers(c.var.ctx, query)
  if (!compared.ok) return refusalResponse(c, compared.refusal)
  return answerPage(c, <ComparePage c={c} kind={query['kind']} view={compared.value} />)
}

async function counts(c: C): Promise<Response> {
  const counted = await countPowers(c.var.ctx, c.var.region, asked(c, ['scope']))
  if (!counted.ok) return refusalResponse(c, counted.refusal)
  return answerPage(c, <NumbersPage c={c} numbers={counted.value} />)
}

async function feed(c: C): Promise<Response> {
  const { agency, origin } = c.var.site
  const listed = await latestPowerChanges(c.var.ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return rssResponse(c, {
    title: `${agency.name} - ${words.compareTitle}`,
    description: words.compareDescription,
    link: `${origin}/powers/changes`,
    self: `${origin}/powers/feed.xml`,
    entries: listed.value.map(({ on, kind, name, code, reason, basis }) => ({
      title: `${labelOf(changeKindNames, kind)}：${name}`,
      link: `${origin}/powers/changes?from=${addDays(localDate(on), -1)}&until=${on}#${encodeURIComponent(code)}-${kind}`,
      at: `${on}T00:00:00+08:00`,
      category: words.powers,
      about: `${reason}（${basis}）`,
    })),
  })
}

/** What a form of the address asks: fields left blank are not asked. */
function asked(c: C, names: readonly string[]): Record<string, string> {
  const query = c.req.query()
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}
