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
import { sheetFormat } from '../../sheet-response.ts'
import { statisticsFile, statisticsParts } from './statistics-files.ts'
import { frameOf } from '../desk/frame.ts'
import { deskFigureHref, publicFigureHref } from './figure-links.ts'
import { mountFigures } from './figure-routes.tsx'
import { mountLooking } from './looking-routes.tsx'
import { OfficePage } from './office-page.tsx'
import { StatisticsPage } from './statistics-page.tsx'

type C = Context<AppEnv>
const querySchema = z.object(statisticsQuery)

/** Mounts the statistics (统计): the public page of every agency and the page of an office's staff. */
export function mountOffice(app: Hono<AppEnv>): void {
  app.get('/statistics', statistics)
  app.get('/desk/office', office)
  mountFigures(app)
  mountLooking(app)
}

async function statistics(c: C): Promise<Response> {
  const { to } = c.var.site
  const view = await viewOf(c)
  if (!view.ok) return refusalResponse(c, view.refusal)
  const file = fileOf(c, view.value)
  if (file !== null) return file
  const hrefTo = (period: string, scope: Scope): string => to.statistics({ period, scope })
  return answerPage(
    c,
    <StatisticsPage
      c={c}
      view={view.value}
      hrefTo={hrefTo}
      action={to.statistics()}
      figureHref={publicFigureHref(c)}
      fileHref={(part, as) => to.statistics({ ...askedOf(view.value), part, as })}
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
  const file = fileOf(c, view.value)
  if (file !== null) return file
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
      fileHref={(part, as) => to.office({ ...askedOf(view.value), part, as })}
    />,
  )
}

function askedOf({ period, statistics: { scope } }: OfficeView): { period: string; scope: Scope } {
  return { period: period.key, scope }
}

/** The file that an address asks for with `as` and `part`; null for the page itself. */
function fileOf(c: C, view: OfficeView): Response | null {
  const format = sheetFormat(c.req.query('as'))
  const asked = c.req.query('part') ?? 'tables'
  const part = statisticsParts.find((one) => one === asked)
  return format === null || part === undefined ? null : statisticsFile(view, part, format)
}

/** Other parameters are left alone: people follow links that others have decorated. */
async function viewOf(c: C): Promise<Result<OfficeView>> {
  const query = parseInput(querySchema, c.req.query())
  return query.ok ? showOffice(c.var.ctx, c.var.region, query.value) : query
}
