import type { Context, Hono } from 'hono'
import {
  decideOnCorrection,
  verdicts,
} from '../../../usecases/application/personal-data/decide-correction.ts'
import { listCorrections } from '../../../usecases/application/personal-data/list-corrections.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { corrections as words } from '../../ui/words/personal-data.ts'
import { frameOf } from '../desk/frame.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { declinedOn } from '../desk/step-answer.ts'
import { CorrectionsPage } from './list-page.tsx'

type C = Context<AppEnv>

const formLimit = 16 * 1024

/** Mounts the corrections of identity at the desk (更正申请): list, decision. */
export function mountCorrections(app: Hono<AppEnv>): void {
  app.get('/desk/corrections', (c) => list(c, null, 200))
  app.post('/desk/corrections/:correction/actions/:action', act)
}

async function list(
  c: C,
  notice: { tone: 'success' | 'warning'; title: string } | null,
  code: 200 | 403 | 409 | 422,
): Promise<Response> {
  const listed = await listCorrections(c.var.ctx)
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const done = Object.keys(verdicts).find((name) => name === c.req.query('done'))
  const said =
    done === 'accept' || done === 'decline'
      ? ({ tone: 'success', title: words.done[done] } as const)
      : notice
  const page = <CorrectionsPage frame={frameOf(c)} items={listed.value.items} notice={said} />
  return answerPrivatePage(c, page, code)
}

async function act(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const action = c.req.param('action') ?? ''
  const input = action === 'decline' ? inputOf(read.value.text, ['reason']) : {}
  const done = await decideOnCorrection(c.var.ctx, c.req.param('correction') ?? '', action, input)
  if (done.ok) return c.redirect(c.var.site.to.corrections({ done: action }), 303)
  const declined = declinedOn(done.refusal)
  if (declined === null) return refusalResponse(c, done.refusal)
  const title = Object.values(declined.errors)[0] ?? declined.notice?.title ?? ''
  return list(c, { tone: 'warning', title }, declined.status)
}
