import type { Context } from 'hono'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import type { ItemView } from '../usecases/item/show-item.ts'
import { filesInText } from '../domain/item/figures.ts'
import { readPictures } from '../usecases/item/files/read-pictures.ts'
import { entityTag, isKnown } from './api/entity-tag.ts'
import type { AppEnv } from './app-env.ts'
import { fileResponse } from './file-response.ts'
import { type DocumentFormat, officialFile } from './official-file.ts'
import { fieldsTree } from './ui/kind/fields-tree.ts'

/** Part of the tag, so that a mended writer makes old copies old. */
const versions: Readonly<Record<DocumentFormat, number>> = { docx: 3, pdf: 4, txt: 3 }

/** Addresses of an item's document in every format. */
export function downloadsOf(c: Context<AppEnv>, id: string): Record<DocumentFormat, string> {
  const { to } = c.get('site')
  return {
    docx: to.itemDocument(id, 'docx'),
    pdf: to.itemDocument(id, 'pdf'),
    txt: to.itemDocument(id, 'txt'),
  }
}

/**
 * Answers the document of an item as a file (下载正文), what a special item is asked for above its
 * text; a visitor who has it already gets 304.
 */
export async function answerItemDocument(
  c: Context<AppEnv>,
  item: ItemView,
  format: DocumentFormat,
): Promise<Response> {
  const { title, docNumber, issuer, writtenOn } = item
  const tree = fieldsTree(item)
  const document: OfficialDocument = { title, docNumber, issuer, writtenOn, tree }
  const inText = filesInText(tree)
  const shown = item.attachments.map(({ id }) => id).filter((id) => inText.has(id))
  if (shown.length > 0) document.pictures = async () => readPictures(c.var.ctx, item.id, shown)
  const tag = entityTag(
    `${format} ${versions[format]} ${JSON.stringify(document)} ${shown.join(' ')}`,
  )
  const response = isKnown(c.req.header('if-none-match'), tag)
    ? new Response(null, { status: 304 })
    : fileResponse(await officialFile(document, format, c.get('parts').assets))
  response.headers.set('etag', tag)
  response.headers.set('cache-control', 'public, no-cache')
  response.headers.set('access-control-allow-origin', '*')
  return response
}
