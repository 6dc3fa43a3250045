import type { Context, Hono } from 'hono'
import type { Refusal, Result } from '../../../../domain/shared/refusal.ts'
import { refuseField } from '../../../../domain/shared/refusal.ts'
import { addReplyFile } from '../../../../usecases/application/reply/add-reply-file.ts'
import { removeReplyFile } from '../../../../usecases/application/reply/remove-reply-file.ts'
import { showCase } from '../../../../usecases/application/show-case.ts'
import { maxItemFileBytes } from '../../../../usecases/item/files/add-file.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { release } from '../../../ui/words/release.ts'
import { type FormValues, readPageForm, uploadsOf } from '../../form-values.ts'
import { casePage } from './answer.tsx'
import { frameOf } from '../frame.ts'
import { InspectionPage } from '../item/inspection-page.tsx'
import { fileAct } from './reply-files-panel.tsx'
import { declinedOn } from '../step-answer.ts'

type C = Context<AppEnv>

/** A redacted file and its original together, and what multipart framing adds. */
const formLimit = maxItemFileBytes + 64 * 1024

/** Mounts the files of a reply at the desk (答复附件): adding, taking out, what was found in one. */
export function mountReplyFiles(app: Hono<AppEnv>): void {
  app.post('/desk/applications/:receipt/files', change)
  app.get('/desk/applications/:receipt/files/:file/inspection', inspection)
}

async function change(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const receipt = c.req.param('receipt') ?? ''
  // Who may not is told so before a body is read for him.
  if (!may(ctx.actor, 'application.attach')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const gone = read.value.text.get('remove')
  const done =
    gone === undefined
      ? await addChosen(c, receipt, read.value)
      : await removeReplyFile(ctx, receipt, gone)
  if (!done.ok) return again(c, receipt, done.refusal, read.value)
  const word = gone === undefined ? 'file' : 'unfile'
  return c.redirect(`${site.to.case(receipt)}?done=${word}#reply-files`, 303)
}

async function addChosen(
  c: C,
  receipt: string,
  { text, files }: FormValues,
): Promise<Result<unknown>> {
  const [file] = await uploadsOf(files.get('file') ?? [])
  const [original] = await uploadsOf(files.get('original') ?? [])
  if (file === undefined) return refuseField('/file', { problem: 'required' })
  return addReplyFile(c.var.ctx, receipt, { file, original, strip: text.get('strip') === 'true' })
}

async function again(
  c: C,
  receipt: string,
  refusal: Refusal,
  { text }: FormValues,
): Promise<Response> {
  const declined = declinedOn(refusal)
  if (declined === null) return refusalResponse(c, refusal)
  const shown = await showCase(c.var.ctx, receipt)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { errors, notice, status } = declined
  return casePage(c, shown.value, { attempt: { action: fileAct, text, errors }, notice }, status)
}

async function inspection(c: C): Promise<Response> {
  const [receipt, id] = [c.req.param('receipt') ?? '', c.req.param('file') ?? '']
  const shown = await showCase(c.var.ctx, receipt)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const file = shown.value.replyFiles.find((one) => one.id === id)
  if (file === undefined) return refusalResponse(c, { code: 'not-found' })
  const { to } = c.var.site
  const place = {
    tab: 'cases',
    list: release.title,
    back: to.case(receipt),
    href: to.caseFile(receipt, id),
  } as const
  return answerPrivatePage(c, <InspectionPage frame={frameOf(c)} place={place} shown={file} />)
}
