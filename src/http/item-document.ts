import type { Context } from 'hono'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import { toDocx } from '../domain/document/to-docx.ts'
import { toPdf } from '../domain/document/to-pdf.ts'
import { toText } from '../domain/document/to-text.ts'
import { cleanFileName } from '../domain/shared/file-name.ts'
import type { ItemView } from '../usecases/item/show-item.ts'
import { entityTag } from './api/entity-tag.ts'
import type { AppEnv } from './app-env.ts'
import { fileResponse } from './file-response.ts'

/** Forms in which a published document is handed out (下载格式). */
export const documentFormats = ['docx', 'pdf', 'txt'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** Media types of the formats; part of the tag, so that a mended writer makes old copies old. */
const kinds: Readonly<Record<DocumentFormat, { mediaType: string; version: number }>> = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    version: 1,
  },
  pdf: { mediaType: 'application/pdf', version: 1 },
  txt: { mediaType: 'text/plain', version: 1 },
}

/** Addresses of an item's document in every format. */
export function downloadsOf(c: Context<AppEnv>, id: string): Record<DocumentFormat, string> {
  const { to } = c.var.site
  return {
    docx: to.itemDocument(id, 'docx'),
    pdf: to.itemDocument(id, 'pdf'),
    txt: to.itemDocument(id, 'txt'),
  }
}

/** Answers the document of an item as a file (下载正文); a visitor who has it already gets 304. */
export async function answerItemDocument(
  c: Context<AppEnv>,
  item: ItemView,
  format: DocumentFormat,
): Promise<Response> {
  const { title, docNumber, issuer, writtenOn, document: tree } = item
  const document: OfficialDocument = { title, docNumber, issuer, writtenOn, tree }
  const { mediaType, version } = kinds[format]
  const tag = entityTag(`${format} ${version} ${JSON.stringify(document)}`)
  const asked = c.req.header('if-none-match')
  const isKnown = asked?.split(',').some((part) => part.trim().replace(/^W\//, '') === tag) === true
  const response = isKnown
    ? new Response(null, { status: 304 })
    : fileResponse(fileOf(title, format, mediaType, await written(document, format)))
  response.headers.set('etag', tag)
  response.headers.set('cache-control', 'public, no-cache')
  response.headers.set('access-control-allow-origin', '*')
  return response
}

function fileOf(
  title: string,
  format: DocumentFormat,
  mediaType: string,
  body: Uint8Array<ArrayBuffer>,
): Parameters<typeof fileResponse>[0] {
  // Signs that Windows takes in no file name.
  const name = cleanFileName(
    title
      .replaceAll(/[\\/:*?"<>|\n\t]/g, '_')
      .slice(0, 100)
      .toWellFormed(),
    '正文',
  )
  return { name: `${name}.${format}`, mediaType, bytes: body.length, body }
}

async function written(
  document: OfficialDocument,
  format: DocumentFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return toDocx(document)
    case 'pdf':
      return toPdf(document)
    case 'txt':
      return plainFile(document)
    default:
      return format satisfies never
  }
}

/** With the mark and line ends by which Windows editors know UTF-8. */
function plainFile({ title, docNumber, tree }: OfficialDocument): Uint8Array<ArrayBuffer> {
  const lines = [title, ...(docNumber === null ? [] : [docNumber]), '', toText(tree), '']
  const text = `\u{feff}${lines.join('\n').replaceAll('\n', '\r\n')}`
  return new Uint8Array(new TextEncoder().encode(text))
}
