import type { Context, Hono } from 'hono'
import { localDateOf } from '../../../../domain/time/instant.ts'
import { enterApplication } from '../../../../usecases/application/enter.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { applyErrors } from '../../apply/apply-errors.ts'
import { type Applying, applyingAs, fieldsOf } from '../../apply/form-fields.ts'
import { submissionKey } from '../../apply/submission-key.ts'
import { blankForm, inputOf, readPageForm } from '../../form-values.ts'
import { EnterPage } from './enter-page.tsx'
import { frameOf } from '../frame.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const receiptFields = ['channel', 'arrivedOn', 'receivedOn', 'confirmedOn', 'papers']
const ticks = ['readBack', 'consent', 'notices']

/** Mounts the page on which officers enter applications (登记). */
export function mountEnter(app: Hono<AppEnv>): void {
  app.get('/desk/applications/new', (c) => {
    const { actor } = c.var.ctx
    return may(actor, 'application.enter')
      ? form(c, applyingAs(c.req.query('as')), blankForm.text, {})
      : refusalResponse(c, turnAway(actor).refusal)
  })
  app.post('/desk/applications/new', enter)
}

async function enter(c: C): Promise<Response> {
  const read = await readPageForm(c, 256 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const as = applyingAs(text.get('as'))
  const ticked = ticks.filter((name) => text.get(name) === 'yes').map((name) => [name, true])
  const raw = {
    ...inputOf(text, [...receiptFields, ...fieldsOf(as, text)]),
    ...Object.fromEntries(ticked),
  }
  const entered = await enterApplication(c.var.ctx, raw, submissionKey(text.get('submission')))
  if (entered.ok) {
    return c.redirect(`${c.var.site.to.case(entered.value.receipt)}?done=entered`, 303)
  }
  const { refusal } = entered
  return refusal.code === 'invalid' || refusal.code === 'idempotency-conflict'
    ? form(c, as, text, applyErrors(refusal, as, []))
    : refusalResponse(c, refusal)
}

function form(c: C, as: Applying, text: ReadonlyMap<string, string>, errors: FormErrors): Answer {
  const { now, newId } = c.var.ctx
  return answerPrivatePage(
    c,
    <EnterPage
      frame={frameOf(c)}
      as={as}
      filled={{ text, errors }}
      submission={newId()}
      today={localDateOf(now)}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
