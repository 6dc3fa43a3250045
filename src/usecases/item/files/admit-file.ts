import { ok, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import type { Statement } from '../../../store/statement.ts'
import { keepInspection } from '../../../store/tenant/item/file-scan.ts'
import type { Ctx } from '../../context.ts'
import type { ScannedFile } from '../../scanner.ts'
import { type FileInspection, inspectFile } from './inspect-file.ts'

/** A file that may be stored: what was found in it, and what its row and the queue must learn. */
export type Admitted = {
  inspection: FileInspection
  /** words inside it that readers may find it by now; '' until its verdict */ words: string
  /** in the batch that makes the row of the file, after it */ keep: (fileId: string) => Statement
  /** after that batch: asks for the verdict of a scanner that is elsewhere */
  announce: (fileId: string) => Promise<void>
}

/**
 * Inspects a file before it is stored (附件入库检查). Refuses `file-infected`; with a scanner of its
 * own the deployment keeps the file 待检 until the verdict is there.
 */
export async function admitFile(
  { scanner, now, agency, post }: Pick<Ctx, 'scanner' | 'now' | 'agency' | 'post'>,
  { bytes, name, mediaType }: ScannedFile,
): Promise<Result<Admitted>> {
  const { infection, inspection, words } = await inspectFile(bytes, name, mediaType)
  if (infection !== null) return refuseField('/file', { problem: 'file-infected' })
  const scan = scanner.isRemote ? 'pending' : 'clean'
  const found = { inspection: JSON.stringify(inspection), words, scan, now } as const
  return ok({
    inspection,
    words: scan === 'clean' ? words : '',
    keep: (fileId) => keepInspection(fileId, found),
    async announce(fileId) {
      if (scanner.isRemote) await post({ v: 1, kind: 'scan', tenant: agency.id, key: fileId })
    },
  })
}
