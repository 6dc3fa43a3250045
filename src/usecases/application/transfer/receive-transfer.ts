import { closureOf } from '../../../domain/agency/closure.ts'
import { dueFields } from '../../../domain/application/case.ts'
import { parseLedger } from '../../../domain/application/ledger.ts'
import {
  dossier,
  type Dossier,
  ledgerAfterTransfer,
  type TransferContent,
  transferContent,
} from '../../../domain/application/transfer.ts'
import { ok } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  keepApplicant,
  keepNote,
  updateApplication,
} from '../../../store/tenant/application/change.ts'
import {
  assignNumber,
  insertApplication,
  insertFiles,
} from '../../../store/tenant/application/new.ts'
import { insertTransfer } from '../../../store/tenant/application/transfer.ts'
import type { Ctx } from '../../context.ts'
import type { ArrivedLetter, LetterEffect, LetterReader } from '../../letter/effect.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { consentOf } from '../../notice/consent.ts'
import { storeAttachments } from '../attachments.ts'
import { applicantMac } from '../same-request/find-duplicates.ts'
import { makeReceipt, secretFor } from '../receipt-secret.ts'
import { sealNote, sealPersonal } from '../instrument/seal.ts'

/**
 * Registers a case that another agency sends (承接移送): a number of this agency, the clock by the basis
 * of the transfer, and a receipt message back, all in the commit that takes the letter in. An
 * agency that is closed declines.
 */
export const receiveTransfer: LetterReader = async (ctx, letter) => {
  const content = parseInput(transferContent, letter.content)
  if (!content.ok) return content
  const today = localDateOf(ctx.now)
  if (closureOf(ctx.agency, today) !== null) {
    return ok(answered(ctx, letter, { verdict: 'declined', on: today, sealed: null }, [], []))
  }
  const whole = await readDossier(ctx, letter, content.value)
  // Derived from the letter: however often it comes, it is one case under one receipt.
  const receipt = await makeReceipt(ctx.keys, `transfer|${letter.id}`)
  const { applicantClass } = whole
  const { basis, number } = content.value
  const receivedOn = basis === 'consent' ? today : content.value.receivedOn
  const of = { entity: 'application', entityId: receipt } as const
  return ok(
    answered(
      ctx,
      letter,
      { verdict: 'registered', on: today, sealed: await sealedPlace(ctx, letter, receipt) },
      [
        {
          ...of,
          seq: 1,
          kind: 'application.taken-over',
          data: { from: letter.from.id, number, basis, on: today },
        },
        {
          ...of,
          seq: 2,
          kind: 'application.received',
          data: { class: applicantClass, receivedOn, basis: 'transferred', channel: whole.channel },
        },
      ],
      [
        ...(await caseStatements(ctx, receipt, whole, { basis, receivedOn, today })),
        ...insertFiles(await takeFiles(ctx, letter, content.value, whole, receipt)),
        insertTransfer({
          id: letter.id,
          application_id: receipt,
          direction: 'in',
          agency: letter.from.id,
          basis,
          sent_on: content.value.sentOn,
          state: 'taken',
          number,
          sealed: null,
          object_key: null,
        }),
      ],
    ),
  )
}

async function caseStatements(
  ctx: Ctx,
  receipt: string,
  whole: Dossier,
  on: { basis: TransferContent['basis']; receivedOn: LocalDate; today: LocalDate },
): Promise<Statement[]> {
  const { channel, applicantClass, arrivedAt, delivery, personal, added } = whole
  const ledger = ledgerAfterTransfer(
    parseLedger(JSON.stringify(whole.ledger)),
    on.basis,
    on.receivedOn,
  )
  const timed = { channel, ledger, decidedOn: null }
  const mac = await applicantMac(ctx.keys, personal)
  return [
    insertApplication({
      id: receipt,
      version: 1,
      state: 'submitted',
      channel,
      applicantClass,
      arrivedAt: on.basis === 'consent' ? ctx.now : arrivedAt,
      deliveryForm: delivery.form,
      deliveryRoute: delivery.route,
      sealed: await sealPersonal(ctx.keys, receipt, personal),
    }),
    updateApplication(receipt, {
      version: 2,
      state: 'received',
      receivedOn: on.receivedOn,
      ledger,
      ...dueFields(timed, on.today, ctx.calendar),
    }),
    assignNumber(receipt, yearOf(on.today)),
    // Where this agency tells nobody there is nothing to agree to.
    ...consentOf(ctx, receipt, whole),
    ...(mac === null ? [] : [keepApplicant(receipt, mac)]),
    ...(added.length === 0
      ? []
      : [
          keepNote(
            receipt,
            1,
            'applicant',
            await sealNote(ctx.keys, receipt, 1, { text: added.join('\n') }),
          ),
        ]),
  ]
}

/** Opens the dossier; one that is not there yet or no longer makes the letter wait for another try. */
async function readDossier(
  ctx: Ctx,
  letter: ArrivedLetter,
  { passage }: TransferContent,
): Promise<Dossier> {
  const bytes = await opened(ctx, letter, passage, 'dossier')
  return dossier.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

async function takeFiles(
  ctx: Ctx,
  letter: ArrivedLetter,
  { passage }: TransferContent,
  { files }: Dossier,
  receipt: string,
): Promise<Parameters<typeof insertFiles>[0]> {
  const rows = []
  for (const [index, file] of files.entries()) {
    const bytes = await opened(ctx, letter, passage, String(index))
    rows.push(...(await storeAttachments(ctx, receipt, [{ ...file, bytes }])))
  }
  return rows
}

async function opened(
  { crossing }: Ctx,
  { from }: ArrivedLetter,
  passage: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await crossing.get(from.id, passage, name)
  if (sealed === null) throw new Error('a transferred dossier is not there')
  const keys = await crossing.keysFrom(from.id)
  return keys.openBytes(`transfer|${passage}|${name}`, sealed)
}

/** Receipt and query password here, for the sender's page of the same applicant. */
async function sealedPlace(ctx: Ctx, letter: ArrivedLetter, receipt: string): Promise<string> {
  const keys = await ctx.crossing.keysTo(letter.from.id)
  const place = { receipt, secret: await secretFor(ctx.keys, receipt) }
  return keys.seal(`transfer.place|${letter.id}`, JSON.stringify(place))
}

type Answer = { verdict: 'registered' | 'declined'; on: string; sealed: string | null }

function answered(
  ctx: Ctx,
  { id, from, subject }: ArrivedLetter,
  payload: Answer,
  events: LetterEffect['events'],
  statements: LetterEffect['statements'],
): LetterEffect {
  const reply = planLetter(ctx, {
    to: from.id,
    kind: 'application-transfer-reply',
    subject,
    about: id,
    replyTo: id,
    payload,
  })
  return {
    events: [...events, ...reply.events],
    statements: [...statements, ...reply.statements],
    dueOn: null,
    messages: [reply.message],
  }
}
