import type { Context, Hono } from 'hono'
import { isMatterKind, type MatterKind } from '../../../domain/service/check-day.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import { checkMatter } from '../../../usecases/service/check-matter.ts'
import { listDueChecks, showMatterCheck } from '../../../usecases/service/due-checks.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { refusalWords } from '../../ui/words/refusal.ts'
import { frameOf } from '../desk/frame.ts'
import { formStatus } from '../form-status.ts'
import { readPageForm } from '../form-values.ts'
import { CheckMatterPage } from './check-matter-page.tsx'
import { DueChecksPage } from './due-checks-page.tsx'

type C = Context<AppEnv>

/** Mounts the checks of powers and guides (到期核对): list, form, act. */
export function mountPowerChecks(app: Hono<AppEnv>): void {
  app.get('/desk/power-checks', list)
  app.get('/desk/power-checks/:kind/:power', (c) => form(c, null))
  app.post('/desk/power-checks/:kind/:power', check)
}

async function list(c: C): Promise<Response> {
  const { kind: asked = '', cursor, done } = c.req.query()
  const kind: MatterKind = isMatterKind(asked) ? asked : 'power'
  const listed = await listDueChecks(c.var.ctx, {
    kind,
    limit: 30,
    ...(cursor === undefined ? {} : { cursor }),
  })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <DueChecksPage
      frame={frameOf(c)}
      list={listed.value}
      isFirst={cursor === undefined}
      isDone={done !== undefined}
    />,
  )
}

async function check(c: C): Promise<Response> {
  const read = await readPageForm(c, 16 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { kind, id } = addressed(c)
  if (kind === null) return refusalResponse(c, { code: 'not-found' })
  const { text } = read.value
  const note = text.get('note') ?? ''
  const done = await checkMatter(c.var.ctx, kind, id, { note, seen: Number(text.get('seen')) })
  if (done.ok) return c.redirect(c.var.site.to.powerChecks({ kind, done: 1 }), 303)
  const { refusal } = done
  if (refusal.code !== 'invalid' && refusal.code !== 'stale') return refusalResponse(c, refusal)
  return form(c, { note, refusal })
}

/** The form of a check; after a refusal with what was typed. */
async function form(c: C, tried: { note: string; refusal: Refusal } | null): Promise<Response> {
  const { ctx } = c.var
  const { kind, id } = addressed(c)
  if (!may(ctx.actor, 'power.check')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  if (kind === null) return refusalResponse(c, { code: 'not-found' })
  const shown = await showMatterCheck(ctx, kind, id)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const refusal = tried?.refusal ?? null
  return answerPrivatePage(
    c,
    <CheckMatterPage
      frame={frameOf(c)}
      matter={shown.value}
      note={tried?.note ?? ''}
      errors={refusal?.code === 'invalid' ? formErrors(refusal.errors) : {}}
      notice={refusal?.code === 'stale' ? refusalWords(refusal) : null}
    />,
    formStatus(refusal),
  )
}

function addressed(c: C): { kind: MatterKind | null; id: string } {
  const kind = c.req.param('kind') ?? ''
  return { kind: isMatterKind(kind) ? kind : null, id: c.req.param('power') ?? '' }
}
