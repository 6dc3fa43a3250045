import type { Context, Hono } from 'hono'
import * as z from 'zod'
import type { Result } from '../../../domain/shared/refusal.ts'
import type { Scope } from '../../../usecases/statistics/read-figures.ts'
import { showOffice, type OfficeView } from '../../../usecases/statistics/show-office.ts'
import { statisticsQuery } from '../../../usecases/statistics/show-statistics.ts'
import { showSync } from '../../../usecases/statistics/show-sync.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { frameOf } from '../desk/frame.ts'
import { deskFigureHref, publicFigureHref } from './figure-links.ts'
import { mountFigures } from './figure-routes.tsx'
import { OfficePage } from './office-page.tsx'
import { StatisticsPage } from './statistics-page.tsx'

type C = Context<AppEnv>
const querySchema = z.object(statisticsQuery)

/** Mounts the statistics (统计): the public page of every agency and the page of an office's staff. */
export function mountOffice(app: Hono<AppEnv>): void {
  app.get('/statistics', statistics)
  app.get('/desk/office', office)
  mountFigures(app)
}

async function statistics(c: C): Promise<Response> {
  const { to } = c.var.site
  const view = await viewOf(c)
  if (!view.ok) return refusalResponse(c, view.refusal)
  const hrefTo = (period: string, scope: Scope): string => to.statistics({ period, scope })
  return answerPage(
    c,
    <StatisticsPage
      c={c}
      view={view.value}
      hrefTo={hrefTo}
      action={to.statistics()}
      figureHref={publicFigureHref(c)}
    />,
  )
}

async function office(c: C): Promise<Response> {
  const { to } = c.var.site
  const { actor } = c.var.ctx
  if (actor.type !== 'staff') return c.redirect(to.login(to.office()), 303)
  const sync = await showSync(c.var.ctx, c.var.region)
  if (!sync.ok) return refusalResponse(c, sync.refusal)
  const view = await viewOf(c)
  if (!view.ok) return refusalResponse(c, view.refusal)
  const hrefTo = (period: string, scope: Scope): string => to.office({ period, scope })
  return answerPrivatePage(
    c,
    <OfficePage
      c={c}
      frame={frameOf(c)}
      sync={sync.value}
      view={view.value}
      hrefTo={hrefTo}
      action={to.office()}
      figureHref={deskFigureHref(c)}
    />,
  )
}

/** Other parameters are left alone: people follow links that others have decorated. */
async function viewOf(c: C): Promise<Result<OfficeView>> {
  const query = parseInput(querySchema, c.req.query())
  return query.ok ? showOffice(c.var.ctx, c.var.region, query.value) : query
}
