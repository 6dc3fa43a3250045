import type { Agency } from '../../../domain/agency/agency.ts'
import { takesApplications } from '../../../domain/agency/takes-applications.ts'
import { closureOf } from '../../../domain/agency/closure.ts'
import type { Case } from '../../../domain/application/case.ts'
import { stepInputs } from '../../../domain/application/step-input.ts'
import {
  type Dossier,
  type TransferContent,
  transferBar,
} from '../../../domain/application/transfer.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { passageFolder } from '../../../store/crossing.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ApplicationRow,
  type NoteRow,
  selectNotes,
} from '../../../store/tenant/application/application.ts'
import { insertTransfer } from '../../../store/tenant/application/transfer.ts'
import type { Ctx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import type { Besides } from '../besides.ts'
import { openAttachments } from '../carried-files.ts'
import { openNotes } from '../notes.ts'
import { numberOf } from '../number-of.ts'
import { openPersonal } from '../instrument/seal.ts'

const letterSubject = '移送政府信息公开申请'

/**
 * Plans the letter that carries a case to another agency (移送): the dossier and the files are sealed
 * for that agency and left for it before the step is committed; the letter itself names nobody.
 */
export async function planTransfer(
  ctx: Ctx,
  agencies: readonly Agency[],
  row: ApplicationRow,
  subject: Case,
  raw: unknown,
): Promise<Result<Besides>> {
  const input = parseInput(stepInputs.transfer, raw)
  if (!input.ok) return input
  const { to, basis } = input.value
  const today = localDateOf(ctx.now)
  const other = agencies.find(({ id }) => id === to)
  const isOpen = other !== undefined && closureOf(other, today) === null && takesApplications(other)
  if (!isOpen || to === ctx.agency.id) {
    return refuseField('/to', { problem: 'not-listed', allowed: [] })
  }
  const why = transferBar(ctx.agency, other, basis)
  if (why !== null) return refuse({ code: 'not-allowed', why })
  const number = numberOf(ctx, row)
  if (number === null || subject.receivedOn === null) return refuse({ code: 'stale' })
  const passage = ctx.newId()
  const content: TransferContent = {
    passage,
    number,
    basis,
    receivedOn: subject.receivedOn,
    sentOn: today,
  }
  const letter = planLetter(ctx, {
    to,
    kind: 'application-transfer',
    subject: letterSubject,
    about: row.id,
    payload: content,
  })
  const folder = await leaveDossier(ctx, row, subject, to, passage)
  return ok({
    events: letter.events,
    statements: [
      ...letter.statements,
      insertTransfer({
        id: letter.id,
        application_id: row.id,
        direction: 'out',
        agency: to,
        basis,
        sent_on: today,
        state: 'sent',
        number: null,
        sealed: null,
        object_key: folder,
      }),
    ],
    messages: [letter.message],
  })
}

/** Leaves the sealed dossier and files for the other agency; answers their folder, which the sweep keeps. */
async function leaveDossier(
  ctx: Ctx,
  row: ApplicationRow,
  subject: Case,
  to: string,
  passage: string,
): Promise<string> {
  const keys = await ctx.crossing.keysTo(to)
  const folder = passageFolder(to, passage)
  const put = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const sealed = await keys.sealBytes(`transfer|${passage}|${name}`, bytes)
    await ctx.files.put(folder, name, sealed, 'application/octet-stream')
  }
  const files: Dossier['files'] = []
  for await (const { bytes, ...file } of openAttachments(ctx, row.id)) {
    await put(String(files.length), bytes)
    const { purpose, name, mediaType, sha256 } = file
    files.push({ purpose, name, mediaType, sha256 })
  }
  const whole: Dossier = {
    channel: subject.channel,
    applicantClass: subject.applicantClass,
    arrivedAt: row.arrived_at,
    delivery: { form: row.delivery_form, route: row.delivery_route },
    personal: await openPersonal(ctx.keys, row.id, row.sealed),
    ledger: [...subject.ledger],
    added: await addedWords(ctx, row.id),
    files,
    notices: row.notices === 1,
  }
  await put('dossier', new Uint8Array(new TextEncoder().encode(JSON.stringify(whole))))
  return `${ctx.agency.id}/${folder}/`
}

/** What the applicant added (补正、说明理由的内容), oldest first. */
async function addedWords(ctx: Ctx, receipt: string): Promise<string[]> {
  const [rows] = await readBatch<[NoteRow]>(ctx.db, [selectNotes(receipt, 'applicant')])
  const notes = await openNotes(ctx.keys, receipt, rows)
  return notes.flatMap(({ fields }) => (fields['text'] === undefined ? [] : [fields['text']]))
}
