import type { Context, Hono } from 'hono'
import * as z from 'zod'
import type { Result } from '../../../domain/shared/refusal.ts'
import type { Scope } from '../../../usecases/statistics/read-figures.ts'
import { showOffice, type OfficeView } from '../../../usecases/statistics/show-office.ts'
import { statisticsQuery } from '../../../usecases/statistics/show-statistics.ts'
import { may } from '../../../usecases/permissions.ts'
import { showSync } from '../../../usecases/statistics/show-sync.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { RecordsOf } from './dispute-table.tsx'
import { frameOf } from '../desk/frame.ts'
import { OfficePage } from './office-page.tsx'
import { StatisticsPage } from './statistics-page.tsx'

type C = Context<AppEnv>
const querySchema = z.object(statisticsQuery)

/** Mounts the statistics (统计): the public page of every agency and the page of an office's staff. */
export function mountOffice(app: Hono<AppEnv>): void {
  app.get('/statistics', statistics)
  app.get('/desk/office', office)
}

async function statistics(c: C): Promise<Response> {
  const { to } = c.var.site
  const view = await viewOf(c)
  if (!view.ok) return refusalResponse(c, view.refusal)
  const hrefTo = (period: string, scope: Scope): string => to.statistics({ period, scope })
  return answerPage(
    c,
    <StatisticsPage c={c} view={view.value} hrefTo={hrefTo} action={to.statistics()} />,
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
      recordsOf={(kind, column) => recordsOf(c, view.value.period.key, kind, column)}
    />,
  )
}

/** The disputes behind a figure of table 4; a total has no list of its own. */
function recordsOf(
  { var: { ctx, site } }: C,
  period: string,
  ...[kind, column]: Parameters<RecordsOf>
): string | null {
  if (!may(ctx.actor, 'dispute.list') || column === 'total') return null
  return column === 'pending'
    ? site.to.disputes({ state: 'pending', kind, period })
    : site.to.disputes({ state: 'decided', kind, result: column, period })
}

/** Other parameters are left alone: people follow links that others have decorated. */
async function viewOf(c: C): Promise<Result<OfficeView>> {
  const query = parseInput(querySchema, c.req.query())
  return query.ok ? showOffice(c.var.ctx, c.var.region, query.value) : query
}
