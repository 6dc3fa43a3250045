import type { OfficialDocument } from '../domain/document/official-page.ts'
import type { Pictures } from '../domain/document/picture.ts'
import type { SealImage } from '../domain/document/seal-image.ts'
import { toDocx } from '../domain/document/docx/to-docx.ts'
import { toPdf } from '../domain/document/pdf/to-pdf.ts'
import { toText } from '../domain/document/to-text.ts'
import { fileNameOf } from '../domain/shared/file-name.ts'
import type { FileOut } from './file-response.ts'
import { glyphsFor } from './glyphs.ts'

/** Forms in which a document on the official page is handed out (下载格式). */
export const documentFormats = ['docx', 'pdf', 'txt'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** Media types of the formats. */
export const documentTypes: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
}

/** Writes a document as a file of a format (公文文件), named after its title; `assets` has the outlines for PDF. */
export async function officialFile(
  document: OfficialDocument,
  format: DocumentFormat,
  assets: Fetcher,
): Promise<FileOut & { body: Uint8Array<ArrayBuffer> }> {
  const body = await written(document, format, assets)
  const name = fileNameOf(document.title, '正文')
  return { name: `${name}.${format}`, mediaType: documentTypes[format], bytes: body.length, body }
}

/** Reads the name under which a document is asked for: its id, a dot, its format; null when it is none. */
export function parseDocumentName(name: string): { id: string; format: DocumentFormat } | null {
  const [, id, ending] = /^([\w-]{1,64})\.([a-z]{3,4})$/.exec(name) ?? []
  const format = documentFormats.find((one) => one === ending)
  return id === undefined || format === undefined ? null : { id, format }
}

async function written(
  document: OfficialDocument,
  format: DocumentFormat,
  assets: Fetcher,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return toDocx(document, {
        seal: await sealOf(document),
        pictures: await picturesOf(document),
      })
    case 'pdf':
      return toPdf(document, {
        seal: await sealOf(document),
        glyphs: await glyphsFor(document, assets),
        pictures: await picturesOf(document),
      })
    case 'txt':
      return plainFile(document)
    default:
      return format satisfies never
  }
}

async function sealOf({ seal }: OfficialDocument): Promise<SealImage | null> {
  return seal === undefined ? null : seal()
}

async function picturesOf({ pictures }: OfficialDocument): Promise<Pictures> {
  return pictures === undefined ? new Map() : pictures()
}

/** With the mark and line ends by which Windows editors know UTF-8. */
function plainFile({ title, docNumber, tree }: OfficialDocument): Uint8Array<ArrayBuffer> {
  const lines = [title, ...(docNumber === null ? [] : [docNumber]), '', toText(tree), '']
  const text = `\u{feff}${lines.join('\n').replaceAll('\n', '\r\n')}`
  return new Uint8Array(new TextEncoder().encode(text))
}
