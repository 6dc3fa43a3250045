import { cleanFileName, extensionOf, maxFileName } from './file-name.ts'
import { isOleWith } from './file-ole.ts'
import { isJpeg, isPdf, isPng } from './file-shape.ts'
import { isPlainText } from './file-text.ts'
import { isZipWith } from './file-zip.ts'
import type { FieldProblem } from './refusal.ts'

type Kind = { mediaType: string; fits: (bytes: Uint8Array) => boolean }

const word: Kind = {
  mediaType: 'application/msword',
  fits: (bytes) => isOleWith(bytes, ['WordDocument']),
}
const sheet: Kind = {
  mediaType: 'application/vnd.ms-excel',
  fits: (bytes) => isOleWith(bytes, ['Workbook', 'Book']),
}
const jpeg: Kind = { mediaType: 'image/jpeg', fits: isJpeg }

/** The kinds of file that are taken (可接受的附件类型), by extension, each known by its content. */
const kinds = new Map<string, Kind>([
  ['pdf', { mediaType: 'application/pdf', fits: isPdf }],
  [
    'docx',
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      fits: (bytes) => isZipWith(bytes, ['[Content_Types].xml', 'word/document.xml']),
    },
  ],
  [
    'xlsx',
    {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      fits: (bytes) => isZipWith(bytes, ['[Content_Types].xml', 'xl/workbook.xml']),
    },
  ],
  ['ofd', { mediaType: 'application/ofd', fits: (bytes) => isZipWith(bytes, ['OFD.xml']) }],
  ['doc', word],
  ['wps', { ...word, mediaType: 'application/vnd.ms-works' }],
  ['xls', sheet],
  ['et', sheet],
  ['txt', { mediaType: 'text/plain', fits: isPlainText }],
  ['csv', { mediaType: 'text/csv', fits: isPlainText }],
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['png', { mediaType: 'image/png', fits: isPng }],
])

/** Extensions of the files that are taken. */
export const acceptedExtensions: readonly string[] = [...kinds.keys()]

/** A file that is what it says: its cleaned name and the media type of its content. */
export type KnownFile = { name: string; extension: string; mediaType: string }

/**
 * Recognises an uploaded file (附件类型识别) by content: the extension must be on the list and the
 * content must have its inner structure; `fallback` names a file whose own name is unusable.
 */
export function fileType(
  bytes: Uint8Array,
  name: string,
  fallback = '附件',
): { ok: true; file: KnownFile } | { ok: false; problem: FieldProblem } {
  const cleaned = cleanFileName(name, fallback)
  if (cleaned.length > maxFileName) return declined({ problem: 'too-long', limit: maxFileName })
  const extension = extensionOf(cleaned)
  const kind = kinds.get(extension)
  if (kind === undefined) return declined({ problem: 'file-type', allowed: acceptedExtensions })
  if (bytes.length === 0 || !kind.fits(bytes)) return declined({ problem: 'file-mismatch' })
  return { ok: true, file: { name: cleaned, extension, mediaType: kind.mediaType } }
}

function declined(problem: FieldProblem): { ok: false; problem: FieldProblem } {
  return { ok: false, problem }
}
