import type { Context, Hono } from 'hono'
import { checkColumn } from '../../../../usecases/catalog/check-column.ts'
import { compareFiles } from '../../../../usecases/catalog/compare-files.ts'
import {
  examineColumns,
  type ExaminedColumn,
} from '../../../../usecases/catalog/examine-columns.ts'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors } from '../../../ui/form-names.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { formStatus } from '../../form-status.ts'
import { readPageForm } from '../../form-values.ts'
import { CatalogHealthPage } from './catalog-health-page.tsx'
import { ColumnCheckPage } from './column-check-page.tsx'
import { frameOf } from '../frame.ts'
import { mountGuideDesk } from './guide-routes.tsx'
import { mountInstitution } from './institution-routes.tsx'
import { mountMoves } from './move-routes.tsx'
import { mountRuleDesk } from './rule-routes.tsx'
import { mountStandard } from './standard-routes.tsx'

type C = Context<AppEnv>

/** Mounts the catalogue of the desk (目录): examination and checks of columns. */
export function mountCatalogDesk(app: Hono<AppEnv>): void {
  app.get('/desk/catalog', examine)
  mountMoves(app)
  mountStandard(app)
  mountGuideDesk(app)
  mountInstitution(app)
  mountRuleDesk(app)
  app.get('/desk/catalog/:column/checks', (c) => showCheck(c, null))
  app.post('/desk/catalog/:column/checks', check)
}

async function examine(c: C): Promise<Response> {
  const { ctx } = c.var
  const [examined, compared] = await Promise.all([examineColumns(ctx), compareFiles(ctx)])
  if (!examined.ok) return refusalResponse(c, examined.refusal)
  if (!compared.ok) return refusalResponse(c, compared.refusal)
  const shown = { examined: examined.value, compared: compared.value }
  const isDone = c.req.query('done') === 'check'
  return answerPrivatePage(c, <CatalogHealthPage frame={frameOf(c)} {...shown} isDone={isDone} />)
}

async function check(c: C): Promise<Response> {
  const form = await readPageForm(c, 16 * 1024)
  if (!form.ok) return refusalResponse(c, form.refusal)
  const { text } = form.value
  const note = text.get('note') ?? ''
  const seen = Number(text.get('seen'))
  const done = await checkColumn(c.var.ctx, c.req.param('column') ?? '', { note, seen })
  if (done.ok) return c.redirect(c.var.site.to.deskCatalog({ done: 'check' }), 303)
  const { refusal } = done
  if (refusal.code !== 'invalid' && refusal.code !== 'stale') return refusalResponse(c, refusal)
  return showCheck(c, { note, refusal })
}

/** The form of a check; after a refusal with what was typed. */
async function showCheck(
  c: C,
  tried: { note: string; refusal: Refusal } | null,
): Promise<Response> {
  const examined = await examineColumns(c.var.ctx)
  if (!examined.ok) return refusalResponse(c, examined.refusal)
  const column = examined.value.columns.find(({ id }) => id === c.req.param('column'))
  if (column === undefined || !isCheckable(column)) {
    return refusalResponse(c, { code: 'not-found' })
  }
  const errors = tried?.refusal.code === 'invalid' ? formErrors(tried.refusal.errors) : {}
  const notice = tried?.refusal.code === 'stale' ? refusalWords(tried.refusal) : null
  return answerPrivatePage(
    c,
    <ColumnCheckPage
      frame={frameOf(c)}
      column={column}
      note={tried?.note ?? ''}
      errors={errors}
      notice={notice}
    />,
    formStatus(tried?.refusal ?? null),
  )
}

function isCheckable({ actions }: ExaminedColumn): boolean {
  return actions.includes('check')
}
