import type { Context } from 'hono'
import { refuse } from '../domain/shared/refusal.ts'
import type { InstrumentView } from '../usecases/application/instrument/instrument-view.ts'
import {
  readInstrument,
  readOwnInstrument,
} from '../usecases/application/instrument/read-instrument.ts'
import type { Result } from '../domain/shared/refusal.ts'
import { ok } from '../domain/shared/refusal.ts'
import type { AppEnv } from './app-env.ts'
import type { FileOut } from './file-response.ts'
import { documentFormats, documentTypes, officialFile, parseDocumentName } from './official-file.ts'

/** A downloadable document (可下载的文书): `id` names it in addresses. */
export type DocumentEntry = { id: string; name: string; mediaType: string }

/** The files in which instruments are handed out: each in every format. */
export function documentEntries(
  views: readonly Pick<InstrumentView, 'id' | 'title'>[],
): DocumentEntry[] {
  return views.flatMap(({ id, title }) =>
    documentFormats.map((format) => ({
      id: `${id}.${format}`,
      name: `${title}.${format}`,
      mediaType: documentTypes[format],
    })),
  )
}

/** An instrument of a case as a file for officers (下载文书); `name` is an id of {@link documentEntries}. */
export async function instrumentFile(
  { var: { ctx, parts } }: Context<AppEnv>,
  receipt: string,
  name: string,
): Promise<Result<FileOut>> {
  const asked = parseDocumentName(name)
  if (asked === null) return refuse({ code: 'not-found' })
  const read = await readInstrument(ctx, receipt, asked.id)
  return read.ok ? ok(await officialFile(read.value, asked.format, parts.assets)) : read
}

/** The same for who knows receipt and query password. */
export async function ownInstrumentFile(
  { var: { ctx, parts } }: Context<AppEnv>,
  pair: { receipt: string; secret: string },
  name: string,
): Promise<Result<FileOut>> {
  const asked = parseDocumentName(name)
  if (asked === null) return refuse({ code: 'not-found' })
  const read = await readOwnInstrument(ctx, pair.receipt, pair.secret, asked.id)
  return read.ok ? ok(await officialFile(read.value, asked.format, parts.assets)) : read
}
