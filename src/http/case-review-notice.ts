import { refuse, type Result } from '../domain/shared/refusal.ts'
import { readNotice } from '../usecases/case-review/notice.ts'
import type { Ctx } from '../usecases/context.ts'
import type { FileOut } from './file-response.ts'
import { officialFile, parseDocumentName } from './official-file.ts'

/** The notice of a review as a file (评查通报): `notice.docx`, `notice.pdf` or `notice.txt`. */
export async function noticeFile(
  ctx: Ctx,
  id: string,
  name: string,
  assets: Fetcher,
): Promise<Result<FileOut>> {
  const asked = parseDocumentName(name)
  if (asked?.id !== 'notice') return refuse({ code: 'not-found' })
  const read = await readNotice(ctx, id)
  if (!read.ok) return read
  return { ok: true, value: await officialFile(read.value, asked.format, assets) }
}
