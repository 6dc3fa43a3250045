import { answerOf, parseFacts } from '../../../domain/application/instrument/facts.ts'
import {
  type InstrumentKind,
  instrumentRow,
  isInstrumentKind,
} from '../../../domain/application/instrument/kinds.data.ts'
import { instrumentNumber } from '../../../domain/application/instrument/number.ts'
import type { InstrumentOrder } from '../../../domain/application/instrument/order.ts'
import type { Personal } from '../../../domain/application/personal.ts'
import { isServed } from '../../../domain/application/release.ts'
import type { OfficialDocument } from '../../../domain/document/official-page.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Case } from '../../../domain/application/case.ts'
import { redoOf } from '../../../domain/application/ledger.ts'
import type { ApplicationRow } from '../../../store/tenant/application/application.ts'
import type { InstrumentRow } from '../../../store/tenant/application/instrument.ts'
import type { Ctx } from '../../context.ts'
import { readPicture } from '../../seal/picture.ts'
import { storedReply } from './issue.ts'
import { numberOf } from '../number-of.ts'
import { openInstrument } from './seal.ts'
import { letterShape, writeLetter } from './write-instrument.ts'

/** An instrument of a case in its list (文书目录); `number` is null for one that is written on demand. */
export type InstrumentView = {
  id: string
  seq: number
  kind: InstrumentKind
  title: string
  number: string | null
  writtenOn: string
  addressee: 'applicant' | 'third-party' | 'agency'
  isReply: boolean
  void: boolean
}

/** The id of the registration receipt (登记回执), which is written on demand. */
export const receiptId = 'receipt'
/** The id of the reply that is on its way (拟答复), written as it would be issued today. */
export const draftId = 'draft'

/** The id of the service record (送达回证), written on demand of a reply that was served. */
export const serviceId = 'service-record'

/** Whether the registration receipt of a case can be written (登记回执); not once it is destroyed. */
export function hasReceipt(
  row: Pick<ApplicationRow, 'received_on' | 'number_serial' | 'state'>,
): boolean {
  return row.received_on !== null && row.number_serial !== null && row.state !== 'destroyed'
}

/** Lists the issued instruments of a case; of destroyed ones only the numbers are left, in the store. */
export function instrumentViews(
  { agency }: Pick<Ctx, 'agency'>,
  rows: readonly InstrumentRow[],
): InstrumentView[] {
  return rows.filter(isKept).map((row) => {
    const kind = kindOf(row)
    const { title, to, reply } = instrumentRow(kind)
    return {
      id: row.id,
      seq: row.seq,
      kind,
      title,
      number: instrumentNumber(agency, kind, row.year, row.serial),
      writtenOn: row.written_on,
      addressee: to,
      isReply: reply,
      void: row.void === 1,
    }
  })
}

/** What the applicant may read of them: letters to the applicant, a reply only when it is served (送达). */
export function applicantViews(
  views: readonly InstrumentView[],
  { state, ledger }: Case,
): InstrumentView[] {
  // What was answered before the answer was ordered anew has been served.
  const redone = redoOf(ledger)?.seq ?? 0
  const isOpen = ({ isReply, seq }: InstrumentView): boolean =>
    isServed(state) || !isReply || seq < redone
  return views.filter((view) => view.addressee === 'applicant' && !view.void && isOpen(view))
}

/** Opens an issued instrument as it was issued. */
export async function openDocument(
  { agency, files, keys }: Pick<Ctx, 'agency' | 'files' | 'keys'>,
  receipt: string,
  row: InstrumentRow,
): Promise<OfficialDocument> {
  const json: unknown = JSON.parse(await openInstrument(keys, receipt, row.id, row.sealed))
  const { seal, ...letter } = letterShape.parse(json)
  return {
    ...letter,
    docNumber: instrumentNumber(agency, kindOf(row), row.year, row.serial),
    // Read only when a file is made of it.
    ...(seal === undefined ? {} : { seal: () => readPicture({ files, keys }, seal) }),
  }
}

/** Writes the registration receipt of a case (登记回执), or null before its receipt day is fixed. */
export function receiptDocument(
  ctx: Pick<Ctx, 'agency' | 'now'>,
  row: ApplicationRow,
  personal: Personal,
): OfficialDocument | null {
  const number = numberOf(ctx, row)
  if (number === null || row.received_on === null || !hasReceipt(row)) return null
  const order: InstrumentOrder = { kind: 'receipt', on: localDateOf(ctx.now), values: {} }
  const letter = writeLetter(ctx, row, order, { personal, reply: null, note: null })
  return { ...letter, docNumber: number }
}

/** Writes the reply on its way as it would be issued today (文书预览), or null when there is none. */
export async function draftDocument(
  ctx: Pick<Ctx, 'agency' | 'keys' | 'now'>,
  row: ApplicationRow,
  { draft, decidedOn }: Case,
  personal: Personal,
): Promise<OfficialDocument | null> {
  const reply = draft === null || decidedOn !== null ? null : await storedReply(ctx, row)
  if (draft === null || reply === null) return null
  const answer = answerOf(draft.outcome, parseFacts(reply.facts).variant)
  if (answer === null) return null
  const on = draft.signedOn ?? localDateOf(ctx.now)
  const order: InstrumentOrder = { kind: answer.kind, on, values: {}, outcome: draft.outcome }
  return { ...writeLetter(ctx, row, order, { personal, reply, note: null }), docNumber: null }
}

/** Whether the text of an instrument is still there (未销毁). */
export function isKept({ sealed }: Pick<InstrumentRow, 'sealed'>): boolean {
  return sealed !== ''
}

function kindOf({ kind }: InstrumentRow): InstrumentKind {
  if (!isInstrumentKind(kind)) throw new Error(`stored word is not known: ${kind}`)
  return kind
}
