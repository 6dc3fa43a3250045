import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Result } from '../../../domain/shared/refusal.ts'
import { compareAgencies } from '../../../usecases/statistics/compare-agencies.ts'
import { rankAgencies } from '../../../usecases/statistics/rank-agencies.ts'
import { showHeat } from '../../../usecases/statistics/show-heat.ts'
import { showTree } from '../../../usecases/statistics/show-tree.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { type Sheet, sheetFormat, sheetResponse } from '../../sheet-response.ts'
import { frameOf } from '../desk/frame.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { HeatPage } from './heat-page.tsx'
import { RankingPage } from './ranking-page.tsx'
import { comparisonSheet, heatSheet, rankingSheet, treeSheet } from './sheets.ts'
import { TreePage } from './tree-page.tsx'

type C = Context<AppEnv>

/** Mounts the ways of looking at what lies below an office (机关树、排名、比较、热力表); `as` asks for a file. */
export function mountLooking(app: Hono<AppEnv>): void {
  app.get('/desk/office/tree', async (c) =>
    answered(
      c,
      await showTree(c.var.ctx, c.var.region, c.req.query()),
      (view) => <TreePage frame={frameOf(c)} view={view} />,
      treeSheet,
    ),
  )
  app.get('/desk/office/ranking', async (c) =>
    answered(
      c,
      await rankAgencies(c.var.ctx, c.var.region, c.req.query()),
      (view) => <RankingPage frame={frameOf(c)} view={view} />,
      (view) => rankingSheet(c.var.site.agency.name, view),
    ),
  )
  app.get('/desk/office/comparison', async (c) =>
    answered(
      c,
      await compareAgencies(c.var.ctx, c.var.region, {
        ...c.req.query(),
        agency: c.req.queries('agency') ?? [],
      }),
      (view) => <ComparisonPage frame={frameOf(c)} view={view} />,
      (view) => comparisonSheet(c.var.site.agency.name, view),
    ),
  )
  app.get('/desk/office/heat', async (c) =>
    answered(
      c,
      await showHeat(c.var.ctx, c.var.region, c.req.query()),
      (view) => <HeatPage frame={frameOf(c)} view={view} />,
      (view) => heatSheet(c.var.site.agency.name, view),
    ),
  )
}

/** Answers a view as its page, or as the file that `as` asks for. */
function answered<V>(
  c: C,
  view: Result<V>,
  page: (view: V) => JSX.Element,
  sheet: (view: V) => Sheet,
): Response | Promise<Response> {
  if (!view.ok) return refusalResponse(c, view.refusal)
  const format = sheetFormat(c.req.query('as'))
  return format === null
    ? answerPrivatePage(c, page(view.value))
    : sheetResponse(sheet(view.value), format)
}
