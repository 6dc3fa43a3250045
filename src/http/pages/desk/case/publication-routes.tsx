import type { Context } from 'hono'
import { draftFromCase } from '../../../../usecases/application/draft-from-case.ts'
import { showCase } from '../../../../usecases/application/show-case.ts'
import type { AppEnv } from '../../../app-env.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { casePage } from './answer.tsx'
import { declinedOn } from '../step-answer.ts'

type C = Context<AppEnv>

/** Draws up an item from the answer of a case (答复转主动公开), and shows the case with it. */
export async function publishAnswer(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const receipt = c.req.param('receipt') ?? ''
  const done = await draftFromCase(ctx, receipt)
  if (done.ok) {
    const word = done.value.leftOut === 0 ? 'publication' : 'publication-less'
    return c.redirect(`${site.to.case(receipt)}?done=${word}#publication`, 303)
  }
  const declined = declinedOn(done.refusal)
  const shown = declined === null ? null : await showCase(ctx, receipt)
  if (declined === null || shown === null || !shown.ok) return refusalResponse(c, done.refusal)
  return casePage(c, shown.value, { notice: declined.notice }, declined.status)
}
