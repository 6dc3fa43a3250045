import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { columnsOf, type Column } from '../../../domain/catalog/tree.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import { indicatorsQuery, showIndicators } from '../../../usecases/statistics/show-indicators.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { channelNames } from '../../ui/words/channel.ts'
import { frameOf } from '../desk/frame.ts'
import { formFile } from './form-file.ts'
import { IndicatorsPage } from './page.tsx'

const querySchema = z.object({ ...indicatorsQuery, format: z.enum(['csv', 'xlsx']).optional() })

/** Mounts the indicators of the desk (统计指标) with the coded monthly form as a file. */
export function mountIndicators(app: Hono<AppEnv>): void {
  app.get('/desk/indicators', show)
}

async function show(c: Context<AppEnv>): Promise<Response> {
  const { ctx, region, site } = c.var
  const { actor } = ctx
  if (!may(actor, 'figure.list') || actor.type !== 'staff') {
    return refusalResponse(c, turnAway(actor).refusal)
  }
  const filled = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  const query = parseInput(querySchema, Object.fromEntries(filled))
  const { format, ...asked } = query.ok ? query.value : {}
  const found = await showIndicators(ctx, region, asked)
  const isBadPeriod = !query.ok || !found.ok
  const shown = found.ok ? found : await showIndicators(ctx, region, {})
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { form } = shown.value
  if (!isBadPeriod && format !== undefined && form !== null) {
    const parent = region.agencies.find(({ id }) => id === site.agency.parentId) ?? null
    const head = { agency: site.agency, parent, filledBy: actor.name, on: localDateOf(ctx.now) }
    return fileResponse(formFile({ ...shown.value, form }, head, format))
  }
  const names = new Map([...columnNames(columnsOf(site.agency)), ...Object.entries(channelNames)])
  return answerPrivatePage(
    c,
    <IndicatorsPage
      frame={frameOf(c)}
      view={shown.value}
      pack={asked.pack}
      nameOf={(key) => names.get(key) ?? key}
      isBadPeriod={isBadPeriod}
    />,
    isBadPeriod ? 400 : 200,
  )
}

function columnNames(columns: readonly Column[]): [string, string][] {
  return columns.flatMap(({ id, name, children }) => [[id, name], ...columnNames(children)])
}
