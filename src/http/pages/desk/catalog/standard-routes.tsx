import type { Context, Hono } from 'hono'
import { standardMatters } from '../../../../domain/catalog/standard-matters.data.ts'
import { mattersFor } from '../../../../domain/catalog/standard-scope.ts'
import { fileMatter, showFiling } from '../../../../usecases/catalog/file-matter.ts'
import { showCoverage } from '../../../../usecases/catalog/show-standard-catalog.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import { readForm } from '../../../api/read-body.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { standard } from '../../../ui/words/standard.ts'
import { formStatus } from '../../form-status.ts'
import { CoveragePage } from './coverage-page.tsx'
import { FilingPage } from './filing-page.tsx'
import { frameOf } from '../frame.ts'

type C = Context<AppEnv>
type Notice = { tone: 'success' | 'warning'; title: string }

/** Mounts the standard catalogue of the desk (标准目录): coverage and filing. */
export function mountStandard(app: Hono<AppEnv>): void {
  app.get('/desk/standard-catalog', coverage)
  app.get('/desk/standard-catalog/filing', (c) => filing(c, null, 200))
  app.post('/desk/standard-catalog/filing', save)
}

async function coverage(c: C): Promise<Response> {
  const shown = await showCoverage(c.var.ctx)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(c, <CoveragePage frame={frameOf(c)} catalog={shown.value} />)
}

async function filing(c: C, notice: Notice | null, status: 200 | 409 | 422): Promise<Response> {
  const { ctx } = c.var
  if (!may(ctx.actor, 'catalog.file-matter')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const asked = c.req.query('item')?.trim() ?? ''
  const found = asked === '' ? null : await showFiling(ctx, asked)
  const filed = found?.ok === true ? found.value : null
  const own = mattersFor(ctx.agency)
  // What an item is filed against already is shown also where the level has no such matter.
  const also = standardMatters.filter(
    (matter) => !own.includes(matter) && filed?.matters.includes(matter.id) === true,
  )
  const saved =
    c.req.query('done') === '1' ? { tone: 'success' as const, title: standard.saved } : null
  return answerPrivatePage(
    c,
    <FilingPage
      frame={frameOf(c)}
      asked={asked}
      filed={filed}
      matters={[...own, ...also]}
      notice={notice ?? saved}
    />,
    status,
  )
}

async function save(c: C): Promise<Response> {
  const form = await readForm(c, 64 * 1024)
  if (!form.ok) return refusalResponse(c, form.refusal)
  const asked = form.value.get('item')
  const item = typeof asked === 'string' ? asked : ''
  const matters = form.value.getAll('matters').filter((value) => typeof value === 'string')
  const done = await fileMatter(c.var.ctx, item, { matters })
  if (done.ok) return c.redirect(c.var.site.to.matterFiling({ item, done: 1 }), 303)
  const { refusal } = done
  if (refusal.code !== 'stale') return refusalResponse(c, refusal)
  const { title } = refusalWords(refusal)
  return filing(c, { tone: 'warning', title }, formStatus(refusal))
}
