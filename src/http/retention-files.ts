import { ok, refuse, type Result } from '../domain/shared/refusal.ts'
import { readCertificate } from '../usecases/application/retention/certificate.ts'
import type { Ctx } from '../usecases/context.ts'
import type { FileOut } from './file-response.ts'
import { officialFile, parseDocumentName } from './official-file.ts'

/** Name of the list of a certificate as CSV. */
export const listName = 'list.csv'
/** Id of the certificate among its files. */
export const certificateId = 'certificate'

/** A file of a finished list (销毁证明): the certificate in a format, or its list as CSV. */
export async function destructionFile(
  ctx: Ctx,
  id: string,
  name: string,
  assets: Fetcher,
): Promise<Result<FileOut>> {
  const asked = parseDocumentName(name)
  if (name !== listName && asked?.id !== certificateId) return refuse({ code: 'not-found' })
  const read = await readCertificate(ctx, id)
  if (!read.ok) return read
  const { document, csv } = read.value
  return asked?.id === certificateId
    ? ok(await officialFile(document, asked.format, assets))
    : ok({ name: `${document.title}.csv`, mediaType: 'text/csv', bytes: csv.length, body: csv })
}
