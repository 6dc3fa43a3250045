import type { Change } from '../../../domain/application/change.ts'
import { instrumentRow } from '../../../domain/application/instrument/kinds.data.ts'
import type { InstrumentOrder } from '../../../domain/application/instrument/order.ts'
import { type Personal, personalFields } from '../../../domain/application/personal.ts'
import type { FieldError } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  type ApplicationRow,
  type NoteRow,
  selectNotes,
} from '../../../store/tenant/application/application.ts'
import { insertInstrument, voidInstruments } from '../../../store/tenant/application/instrument.ts'
import { type SealInUseRow, selectSealOn } from '../../../store/tenant/seal-image.ts'
import type { Ctx } from '../../context.ts'
import { openNotes, type NoteView } from '../notes.ts'
import { openReply, openReplyFacts, sealInstrument } from './seal.ts'
import { type Letter, type LetterWords, writeLetter } from './write-instrument.ts'

/**
 * The statements by which a step's instruments are issued and voided (制作、作废文书), to be committed
 * with the step: each is written in full, sealed, and gets its number in the batch.
 */
export async function issueStatements(
  ctx: Ctx,
  row: ApplicationRow,
  personal: Personal,
  decided: Change,
): Promise<Statement[]> {
  const { instruments, voids, patch } = decided
  const statements = voids === null ? [] : [voidInstruments(row.id, voids)]
  if (instruments.length === 0) return statements
  const reply = decided.reply ?? (await storedReply(ctx, row))
  const { notes, seal } = await readBesides(ctx, row.id, instruments)
  for (const order of instruments) {
    const note = notes.find(({ seq }) => seq === order.noteOf)?.fields ?? null
    const words: LetterWords = { personal, reply, note }
    const id = ctx.newId()
    const letter = JSON.stringify({ ...writeLetter(ctx, row, order, words), ...seal })
    statements.push(
      insertInstrument({
        id,
        applicationId: row.id,
        seq: patch.version,
        kind: order.kind,
        year: yearOf(order.on),
        writtenOn: order.on,
        addressee: instrumentRow(order.kind).to,
        sealed: await sealInstrument(ctx.keys, row.id, id, letter),
      }),
    )
  }
  return statements
}

/** The reply as it was drawn up earlier, or null. */
export async function storedReply(
  { keys }: Pick<Ctx, 'keys'>,
  row: ApplicationRow,
): Promise<LetterWords['reply']> {
  if (row.reply_sealed === null) return null
  const [text, facts] = await Promise.all([
    openReply(keys, row.id, row.reply_sealed),
    row.reply_facts === null ? {} : openReplyFacts(keys, row.id, row.reply_facts),
  ])
  return { text, facts }
}

/** Faults of words that go to others than the applicant: they may not tell who applied (条例第32条). */
export function tellsApplicant(decided: Change, personal: Personal): FieldError[] {
  const outward = [
    ...decided.instruments
      .filter(({ kind }) => instrumentRow(kind).to !== 'applicant')
      .map(({ values }) => ['/what', values['what']] as const),
    ['/publicInterest', decided.reply?.facts['publicInterest']] as const,
  ]
  const telling = personalFields
    .filter((field) => field.startsWith('applicant.') && field !== 'applicant.idType')
    .map((field) => personal[field])
    .filter((value) => value !== undefined && Array.from(value).length > 1)
  return outward.flatMap(([pointer, text = '']) =>
    telling.some((value) => value !== undefined && text.includes(value))
      ? [{ pointer, problem: 'names-applicant' as const }]
      : [],
  )
}

/** The words of events that instruments tell, and the picture of the seal that they bear today. */
async function readBesides(
  ctx: Ctx,
  receipt: string,
  orders: readonly InstrumentOrder[],
): Promise<{ notes: NoteView[]; seal: Pick<Letter, 'seal'> }> {
  const hasNotes = orders.some(({ noteOf }) => noteOf !== undefined)
  const [seals, rows] = await readBatch<[SealInUseRow, NoteRow]>(ctx.db, [
    selectSealOn(localDateOf(ctx.now)),
    selectNotes(hasNotes ? receipt : '', 'desk'),
  ])
  const notes = await openNotes(ctx.keys, receipt, rows)
  const [seal] = seals.map(({ object_key: key, sha256 }) => ({ seal: { key, sha256 } }))
  return { notes, seal: seal ?? {} }
}
