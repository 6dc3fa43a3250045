import { listCsv } from '../../../domain/application/destruction.ts'
import { certificate } from '../../../domain/application/destruction-certificate.ts'
import type { OfficialDocument } from '../../../domain/document/official-page.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import type { Ctx } from '../../context.ts'
import { showDestruction } from './show.ts'

/** The certificate of a finished list (销毁清册、销毁证明), and its list as CSV. */
export type Certificate = { document: OfficialDocument; csv: Uint8Array<ArrayBuffer> }

/** Hands out the certificate of a list; `not-found` until all of it is destroyed. */
export async function readCertificate(ctx: Ctx, id: string): Promise<Result<Certificate>> {
  const shown = await showDestruction(ctx, id)
  if (!shown.ok) return shown
  const { number, decidedAt, decidedBy, finishedAt, digest, cases } = shown.value
  if (number === null || decidedAt === null || finishedAt === null || digest === null) {
    return refuse({ code: 'not-found' })
  }
  const document = certificate(
    {
      agency: ctx.agency.name,
      ...number,
      proposer: shown.value.proposedBy,
      proposedOn: shown.value.proposedAt.slice(0, 10),
      approver: decidedBy ?? '',
      approvedOn: decidedAt.slice(0, 10),
      finishedOn: finishedAt.slice(0, 10),
      digest,
    },
    cases,
  )
  return ok({ document, csv: listCsv(cases) })
}
