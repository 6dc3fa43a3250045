import type { Context, Hono } from 'hono'
import { asPapers, maxFileBytes } from '../../../usecases/application/attachments.ts'
import { correctApplication } from '../../../usecases/application/correct.ts'
import { isOpening, seemsAutomatic, signOpening } from '../../../usecases/application/form-trap.ts'
import { readOwnFile } from '../../../usecases/application/read-own-file.ts'
import { receiveApplication } from '../../../usecases/application/receive.ts'
import { showStatus, type Status } from '../../../usecases/application/status.ts'
import { withdrawApplication } from '../../../usecases/application/withdraw.ts'
import { fileComplaint } from '../../../usecases/dispute/file-complaint.ts'
import { answersFor } from '../../../usecases/item/finding/answers-for.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { ownInstrumentFile } from '../../instrument-document.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { applicationsTaken } from '../../middleware/takes-applications.ts'
import { receiptTries } from '../../middleware/receipt-tries.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors, type FormErrors } from '../../ui/form-names.ts'
import { answers } from '../../ui/words/apply-answers.ts'
import { apply } from '../../ui/words/apply.ts'
import { complaint } from '../../ui/words/dispute.ts'
import { blankForm, type FormValues, inputOf, readPageForm, uploadsOf } from '../form-values.ts'
import { originsOf } from '../portal/finding/read-list.ts'
import { AnswersPage } from './answers-page.tsx'
import { applyErrors } from './apply-errors.ts'
import { type Applying, applyingAs, fieldsOf } from './form-fields.ts'
import { ApplyPage } from './form-page.tsx'
import { trapName } from './trap-field.tsx'
import { ReceivedPage, SlipGonePage } from './received-page.tsx'
import { mountPersonalData } from './personal-data-routes.tsx'
import { handSlip, readSlip } from './slip.ts'
import { submissionKey } from './submission-key.ts'
import { StatusFormPage } from './status-form-page.tsx'
import { StatusPage } from './status-page.tsx'
import { wrongPair } from './wrong-pair.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = maxFileBytes + 1024 * 1024
const textLimit = 64 * 1024
const subjectLimit = 200

/** Pages whose forms name receipt and query password. */
const namingPair = [
  '/apply/status',
  '/apply/withdrawal',
  '/apply/correction',
  '/apply/complaint',
  '/apply/document',
  '/apply/file',
  '/apply/personal-data',
  '/apply/personal-data/*',
]

/** Mounts the citizens' application pages (依申请公开): form, receipt, status, withdrawal. */
export function mountApply(app: Hono<AppEnv>): void {
  app.use('/apply', applicationsTaken)
  app.use('/apply/*', applicationsTaken)
  app.get('/apply', (c) => form(c, applyingAs(c.req.query('as')), blankForm, {}))
  app.post('/apply', submit)
  app.post('/apply/answers', lookFirst)
  app.post('/apply/start', start)
  app.get('/apply/received', received)
  app.get('/apply/status', (c) =>
    answerPrivatePage(c, <StatusFormPage c={c} filled={{ text: new Map(), errors: {} }} />),
  )
  for (const path of namingPair) app.use(path, receiptTries)
  app.post('/apply/status', status)
  app.post('/apply/withdrawal', withdraw)
  app.post('/apply/correction', correct)
  app.post('/apply/complaint', complain)
  app.post('/apply/document', document)
  app.post('/apply/file', replyFile)
  mountPersonalData(app)
}

/** Shows what is public already before anything is applied for; where there is nothing, the form. */
async function lookFirst(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const subject = subjectOf(read.value)
  if (subject === '') return c.redirect(c.var.site.to.apply(), 303)
  const found = await answersFor(c.var.ctx, subject, originsOf(c))
  if (!found.ok) return refusalResponse(c, found.refusal)
  return found.value.length === 0
    ? form(c, 'person', carried(subject), {}, 200, answers.nothing)
    : answerPrivatePage(c, <AnswersPage c={c} subject={subject} items={found.value} />)
}

/** Opens the form with the subject that was looked for. */
async function start(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  return form(c, 'person', carried(subjectOf(read.value)), {})
}

function subjectOf({ text }: FormValues): string {
  return (text.get('request.subject') ?? '').trim().slice(0, subjectLimit).toWellFormed()
}

function carried(subject: string): FormValues {
  return { ...blankForm, text: new Map([['request.subject', subject]]) }
}

async function submit(c: C): Promise<Response> {
  const { ctx, parts, site, clientKey } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, files } = read.value
  const as = applyingAs(text.get('as'))
  const trap = { hidden: text.get(trapName), opening: text.get('opened') }
  if (parts.limits && (await seemsAutomatic(ctx.keys, trap, ctx.now))) {
    return form(c, as, read.value, {}, 422, apply.again)
  }
  const [chosen, papers] = [files.get('files') ?? [], files.get('authorisation') ?? []]
  const done = await receiveApplication(ctx, {
    raw: {
      ...inputOf(text, fieldsOf(as, text)),
      ...(text.get('notices') === 'yes' ? { notices: true } : {}),
    },
    files: [...(await uploadsOf(chosen)), ...(await uploadsOf(papers)).map(asPapers)],
    idempotencyKey: submissionKey(text.get('submission')),
    clientKey: parts.limits ? clientKey : null,
  })
  if (done.ok) {
    await handSlip(c, done.value)
    return c.redirect(site.to.applyReceived(), 303)
  }
  const { refusal } = done
  const errors = applyErrors(
    refusal,
    as,
    [...chosen, ...papers].map(({ name }) => name),
  )
  if (refusal.code !== 'too-many-requests') return form(c, as, read.value, errors, 422)
  c.header('retry-after', String(refusal.retryAfterSeconds))
  return form(c, as, read.value, errors, 429)
}

async function form(
  c: C,
  as: Applying,
  { text, files }: FormValues,
  errors: FormErrors,
  code: 200 | 422 | 429 = 200,
  note: string | null = null,
): Promise<Response> {
  const chosen = [...(files.get('files') ?? []), ...(files.get('authorisation') ?? [])].map(
    ({ name }) => name,
  )
  // The key may stay after a fault that stored nothing; a key in conflict may not.
  const kept = errors['submission'] === undefined ? submissionKey(text.get('submission')) : null
  const { keys, now, newId } = c.var.ctx
  const opening = text.get('opened')
  return answerPrivatePage(
    c,
    <ApplyPage
      c={c}
      as={as}
      filled={{ text, errors }}
      chosen={chosen}
      note={note}
      submission={kept ?? newId()}
      opened={
        opening !== undefined && (await isOpening(keys, opening))
          ? opening
          : await signOpening(keys, now)
      }
    />,
    code,
  )
}

async function received(c: C): Promise<Response> {
  const slip = await readSlip(c)
  return slip === null
    ? answerPrivatePage(c, <SlipGonePage c={c} />, 404)
    : answerPrivatePage(c, <ReceivedPage c={c} slip={slip} />)
}

async function status(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const secret = text.get('secret') ?? ''
  const shown = await showStatus(c.var.ctx, text.get('receipt') ?? '', secret)
  return shown.ok ? statusPage(c, shown.value, secret) : wrongPair(c, text)
}

async function withdraw(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const [receipt, secret] = [text.get('receipt') ?? '', text.get('secret') ?? '']
  const before = await showStatus(c.var.ctx, receipt, secret)
  if (!before.ok) return wrongPair(c, text)
  if (text.get('sure') !== 'yes') {
    return statusPage(c, before.value, secret, { errors: { sure: apply.withdrawSureError } })
  }
  const done = await withdrawApplication(c.var.ctx, receipt, secret)
  if (done.ok) return statusPage(c, done.value, secret, { notice: apply.withdrawn })
  return done.refusal.code === 'step-not-open'
    ? statusPage(c, before.value, secret)
    : refusalResponse(c, done.refusal)
}

async function correct(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const [receipt, secret] = [text.get('receipt') ?? '', text.get('secret') ?? '']
  const before = await showStatus(c.var.ctx, receipt, secret)
  if (!before.ok) return wrongPair(c, text)
  const typed = text.get('text') ?? ''
  const done = await correctApplication(c.var.ctx, receipt, secret, { text: typed })
  if (done.ok) return statusPage(c, done.value, secret, { notice: apply.askedDone })
  const { refusal } = done
  if (refusal.code === 'step-not-open') return statusPage(c, before.value, secret)
  return refusal.code === 'invalid'
    ? statusPage(c, before.value, secret, { errors: formErrors(refusal.errors), typed })
    : refusalResponse(c, refusal)
}

async function complain(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const [receipt, secret] = [text.get('receipt') ?? '', text.get('secret') ?? '']
  const before = await showStatus(c.var.ctx, receipt, secret)
  if (!before.ok) return wrongPair(c, text)
  const typed = text.get('complaint') ?? ''
  const done = await fileComplaint(c.var.ctx, receipt, secret, { text: typed })
  if (done.ok) return statusPage(c, done.value, secret, { notice: complaint.ownDone })
  const { refusal } = done
  if (refusal.code === 'not-allowed') return statusPage(c, before.value, secret)
  if (refusal.code !== 'invalid') return refusalResponse(c, refusal)
  const message = Object.values(formErrors(refusal.errors))[0] ?? ''
  return statusPage(c, before.value, secret, { errors: { complaint: message }, typed })
}

async function document(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const pair = { receipt: text.get('receipt') ?? '', secret: text.get('secret') ?? '' }
  const file = await ownInstrumentFile(c, pair, text.get('document') ?? '')
  return file.ok ? fileResponse(file.value) : refusalResponse(c, file.refusal)
}

async function replyFile(c: C): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const [receipt, secret] = [text.get('receipt') ?? '', text.get('secret') ?? '']
  const file = await readOwnFile(c.var.ctx, receipt, secret, text.get('file') ?? '')
  return file.ok ? fileResponse(file.value) : refusalResponse(c, file.refusal)
}

function statusPage(
  c: C,
  value: Status,
  secret: string,
  besides: { errors?: FormErrors; notice?: string | null; typed?: string } = {},
): Answer {
  const { errors = {}, notice = null, typed = '' } = besides
  const page = <StatusPage c={c} status={value} {...{ secret, errors, notice, typed }} />
  return answerPrivatePage(c, page, Object.keys(errors).length > 0 ? 422 : 200)
}
