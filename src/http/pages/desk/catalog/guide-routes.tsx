import type { Context, Hono } from 'hono'
import { guideFieldNames } from '../../../../domain/catalog/guide.ts'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { publishGuide } from '../../../../usecases/catalog/publish-guide.ts'
import { showGuide } from '../../../../usecases/catalog/show-guide.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors } from '../../../ui/form-names.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { formStatus } from '../../form-status.ts'
import { readPageForm } from '../../form-values.ts'
import { frameOf } from '../frame.ts'
import { GuideFormPage } from './guide-form-page.tsx'

type C = Context<AppEnv>

/** Mounts the form by which the guide is renewed (更新公开指南). */
export function mountGuideDesk(app: Hono<AppEnv>): void {
  app.get('/desk/guide', (c) => form(c, null, null))
  app.post('/desk/guide', publish)
}

async function publish(c: C): Promise<Response> {
  const read = await readPageForm(c, 64 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const named = [...guideFieldNames, 'note'].map((name) => [name, text.get(name) ?? ''] as const)
  const input = { ...Object.fromEntries(named), seen: Number(text.get('seen')) }
  const done = await publishGuide(c.var.ctx, input)
  if (done.ok) return c.redirect(`${c.var.site.to.deskGuide()}?done=1`, 303)
  const { code } = done.refusal
  if (code !== 'invalid' && code !== 'stale') return refusalResponse(c, done.refusal)
  return form(c, text, done.refusal)
}

async function form(
  c: C,
  typed: ReadonlyMap<string, string> | null,
  refusal: Refusal | null,
): Promise<Response> {
  const { ctx } = c.var
  if (!may(ctx.actor, 'guide.publish')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const guide = await showGuide(ctx)
  if (!guide.ok) return refusalResponse(c, guide.refusal)
  return answerPrivatePage(
    c,
    <GuideFormPage
      frame={frameOf(c)}
      guide={guide.value}
      typed={typed}
      errors={refusal?.code === 'invalid' ? formErrors(refusal.errors) : {}}
      notice={refusal?.code === 'stale' ? refusalWords(refusal).title : null}
      isDone={c.req.query('done') === '1'}
    />,
    formStatus(refusal),
  )
}
