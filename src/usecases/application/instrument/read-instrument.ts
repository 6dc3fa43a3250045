import { parseReceipt } from '../../../domain/application/receipt.ts'
import type { OfficialDocument } from '../../../domain/document/official-page.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ApplicationRow,
  selectApplication,
} from '../../../store/tenant/application/application.ts'
import {
  type InstrumentRow,
  selectInstrument,
} from '../../../store/tenant/application/instrument.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import {
  applicantViews,
  draftDocument,
  draftId,
  instrumentViews,
  isKept,
  openDocument,
  receiptDocument,
  receiptId,
  serviceId,
} from './instrument-view.ts'
import { caseOf } from '../read-case.ts'
import { serviceDocument } from './service-record.ts'
import { opens } from '../receipt-secret.ts'
import { openPersonal } from './seal.ts'

/** Hands an instrument of a case to officers (查看文书): an issued one, the receipt, or the reply on its way. */
export async function readInstrument(
  ctx: Ctx,
  receipt: string,
  id: string,
): Promise<Result<OfficialDocument>> {
  const { actor } = ctx
  if (!may(actor, 'application.show') || actor.type !== 'staff') return turnAway(actor)
  const { row, instrument } = await readRows(ctx, receipt, id)
  if (row === undefined) return refuse({ code: 'not-found' })
  if (instrument !== undefined) {
    return orMissing(isKept(instrument) ? await openDocument(ctx, row.id, instrument) : null)
  }
  return orMissing(await onDemand(ctx, row, id))
}

/**
 * Hands an instrument to who knows receipt and query password (申请人查看文书): only what is addressed to
 * the applicant, a reply only once it is served; everything else is `not-found`.
 */
export async function readOwnInstrument(
  ctx: Ctx,
  receipt: string,
  secret: string,
  id: string,
): Promise<Result<OfficialDocument>> {
  const [isRight, { row, instrument }] = await Promise.all([
    opens(ctx.keys, parseReceipt(receipt) ?? '', secret),
    readRows(ctx, receipt, id),
  ])
  if (!isRight || row === undefined) return refuse({ code: 'not-found' })
  if (id === receiptId) return orMissing(await onDemand(ctx, row, id))
  if (instrument === undefined) return refuse({ code: 'not-found' })
  const open = applicantViews(instrumentViews(ctx, [instrument]), caseOf(row))
  return orMissing(open.length === 0 ? null : await openDocument(ctx, row.id, instrument))
}

async function readRows(
  { db }: Ctx,
  receipt: string,
  id: string,
): Promise<{ row: ApplicationRow | undefined; instrument: InstrumentRow | undefined }> {
  const known = parseReceipt(receipt) ?? ''
  const [[row], [instrument]] = await readBatch<[ApplicationRow, InstrumentRow]>(db, [
    selectApplication(known),
    selectInstrument(known, id),
  ])
  return { row, instrument }
}

async function onDemand(
  ctx: Ctx,
  row: ApplicationRow,
  id: string,
): Promise<OfficialDocument | null> {
  if (id !== receiptId && id !== draftId && id !== serviceId) return null
  const personal = await openPersonal(ctx.keys, row.id, row.sealed)
  if (id === serviceId) return serviceDocument(ctx, row, personal)
  return id === receiptId
    ? receiptDocument(ctx, row, personal)
    : draftDocument(ctx, row, caseOf(row), personal)
}

function orMissing(document: OfficialDocument | null): Result<OfficialDocument> {
  return document === null ? refuse({ code: 'not-found' }) : ok(document)
}
