import { fileType, type KnownFile } from '../../domain/shared/file-type.ts'
import { findInfection } from '../../domain/inspection/find-infection.ts'
import type { FieldError, Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import type { NewFile } from '../../store/tenant/application/new.ts'
import type { Ctx } from '../context.ts'
import { sealFileName } from './instrument/seal.ts'
import { sha256Hex } from '../sha256-hex.ts'

/** Most files of one application (附件数量上限). */
export const maxFiles = 5
/** Most bytes of its files together (附件总大小上限). */
export const maxFileBytes = 20 * 1024 * 1024

/** A file as it came in; `authorisation` shows that the representative may act (授权、监护证明). */
export type Upload = {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  purpose?: 'authorisation' | undefined
}

/** The same file as one that shows that the representative may act. */
export function asPapers({ name, bytes }: Upload): Upload {
  return { name, bytes, purpose: 'authorisation' }
}

/** A file that was recognised, with its digest. */
export type Attachment = KnownFile & {
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
  purpose: 'request' | 'authorisation'
}

/** What is stored of a file; one that another case had was recognised there. */
export type Storable = Omit<Attachment, 'extension'>

/** Recognises the files of an application by content; refuses more, larger, other and harmful ones. */
export async function readAttachments(uploads: readonly Upload[]): Promise<Result<Attachment[]>> {
  const total = uploads.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (total > maxFileBytes) return refuse({ code: 'too-large', limitBytes: maxFileBytes })
  const errors: FieldError[] = []
  if (uploads.length > maxFiles) {
    errors.push({ pointer: '/files', problem: 'too-many', limit: maxFiles })
  }
  const attachments: Attachment[] = []
  for (const [index, { name, bytes, purpose = 'request' }] of uploads
    .slice(0, maxFiles)
    .entries()) {
    const known = fileType(bytes, name, `附件${index + 1}`)
    if (known.ok && findInfection(bytes) !== null)
      errors.push({ pointer: `/files/${index}`, problem: 'file-infected' })
    else if (known.ok)
      attachments.push({ ...known.file, bytes, sha256: await sha256Hex(bytes), purpose })
    else errors.push({ pointer: `/files/${index}`, ...known.problem })
  }
  return errors.length > 0 ? refuse({ code: 'invalid', errors }) : ok(attachments)
}

/**
 * Stores the files sealed and under names that tell nothing, and answers the rows that will name them: 待检
 * where the deployment has a scanner of its own, until that has seen them.
 */
export async function storeAttachments(
  { files, keys, newId, now, scanner }: Pick<Ctx, 'files' | 'keys' | 'newId' | 'now' | 'scanner'>,
  receipt: string,
  attachments: readonly Storable[],
): Promise<NewFile[]> {
  // Ids in rising order, so that files stay in the order in which they were handed in.
  const ids = attachments.map(() => newId()).toSorted()
  return Promise.all(
    attachments.map(async ({ name, mediaType, bytes, sha256: digest, purpose }, index) => {
      const id = ids[index] ?? newId()
      const objectName = await keys.mac('application-file', `${index}|${digest}`)
      return {
        id,
        applicationId: receipt,
        purpose,
        nameSealed: await sealFileName(keys, receipt, id, name),
        bytes: bytes.length,
        mediaType,
        sha256: digest,
        objectKey: await files.put(
          `application/${receipt}`,
          objectName,
          await keys.sealBytes(`application.file|${receipt}`, bytes),
          'application/octet-stream',
        ),
        scan: scanner.isRemote ? 'pending' : 'clean',
        scanSince: scanner.isRemote ? now : null,
      }
    }),
  )
}
