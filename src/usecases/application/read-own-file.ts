import { disclosing, isServed } from '../../domain/application/release.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  selectApplication,
} from '../../store/tenant/application/application.ts'
import { type ReplyFileRow, selectReplyFiles } from '../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../context.ts'
import { caseOf } from './read-case.ts'
import type { OutgoingFile } from './read-file.ts'
import { opens } from './receipt-secret.ts'
import { replyBytes } from './reply/reply-files.ts'
import { openFileName } from './instrument/seal.ts'

/** A file of the reply as the applicant sees it (答复附件). */
export type OwnFile = { id: string; name: string; bytes: number; mediaType: string; sha256: string }

/** The files that an applicant may fetch: none before the answer is served, none of a refusal. */
export function ownRows(
  row: ApplicationRow,
  files: readonly ReplyFileRow[],
): readonly ReplyFileRow[] {
  const { state, outcome } = caseOf(row)
  const isOpen = isServed(state) && outcome !== null && disclosing.has(outcome)
  return isOpen ? files.filter(({ scan }) => scan === 'clean') : []
}

/** Lists the files of a served reply for the applicant. */
export async function ownFiles(
  { keys }: Pick<Ctx, 'keys'>,
  row: ApplicationRow,
  files: readonly ReplyFileRow[],
): Promise<OwnFile[]> {
  return Promise.all(
    ownRows(row, files).map(async ({ id, nameSealed, bytes, mediaType, sha256 }) => {
      return {
        id,
        name: await openFileName(keys, row.id, id, nameSealed),
        bytes,
        mediaType,
        sha256,
      }
    }),
  )
}

/**
 * Hands a file of the reply to who knows receipt and query password (申请人下载答复附件), once it is
 * served; everything else is `not-found`.
 */
export async function readOwnFile(
  ctx: Ctx,
  receipt: string,
  secret: string,
  fileId: string,
): Promise<Result<OutgoingFile>> {
  const id = parseReceipt(receipt) ?? ''
  const [isRight, [[row], files]] = await Promise.all([
    opens(ctx.keys, id, secret),
    readBatch<[ApplicationRow, ReplyFileRow]>(ctx.db, [
      selectApplication(id),
      selectReplyFiles(id),
    ]),
  ])
  if (!isRight || row === undefined) return refuse({ code: 'not-found' })
  const file = ownRows(row, files).find((one) => one.id === fileId)
  const body = file === undefined ? null : await replyBytes(ctx, id, file)
  if (file === undefined || body === null) return refuse({ code: 'not-found' })
  const name = await openFileName(ctx.keys, id, file.id, file.nameSealed)
  return ok({ name, mediaType: file.mediaType, bytes: file.bytes, body })
}
