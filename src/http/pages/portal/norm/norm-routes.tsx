import type { Context, Hono } from 'hono'
import { listPublicNorms } from '../../../../usecases/norm/list-public-norms.ts'
import { showPublicCleanup } from '../../../../usecases/norm/show-cleanup.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { PublicCleanupPage } from './cleanup-page.tsx'
import { type NormView, PublicNormsPage, views } from './norms-page.tsx'

type C = Context<AppEnv>

/** Mounts the public register of normative documents (规范性文件登记簿). */
export function mountPublicNorms(app: Hono<AppEnv>): void {
  app.get('/norms', list)
  app.get('/norms/cleanups/:id', cleanup)
}

async function list(c: C): Promise<Response> {
  const { standing, cursor } = c.req.query()
  const view = viewOf(standing)
  const asked = view === 'all' ? {} : { standing: view }
  const found = await listPublicNorms(c.get('ctx'), { ...asked, limit: '20', cursor })
  if (!found.ok) return refusalResponse(c, found.refusal)
  const isFirst = cursor === undefined
  return answerPage(c, <PublicNormsPage c={c} view={view} norms={found.value} isFirst={isFirst} />)
}

async function cleanup(c: C): Promise<Response> {
  const shown = await showPublicCleanup(c.get('ctx'), c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPage(c, <PublicCleanupPage c={c} cleanup={shown.value} />)
}

function viewOf(standing: string | undefined): NormView {
  return views.find((view) => view === standing) ?? 'all'
}
