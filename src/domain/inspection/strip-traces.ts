import { unzipSync, zipSync } from 'fflate'
import { stripJpeg } from './jpeg.ts'
import { openPackage } from './package-parts.ts'
import { stripPng } from './png.ts'

/** Properties that name people and offices; the rest of a document is left as it is. */
const NAMES =
  /(<(?:[A-Za-z]{1,10}:)?(creator|lastModifiedBy|Company|Manager)(?:\s[^<>]*)?>)[^<]*(<\/(?:[A-Za-z]{1,10}:)?\2>)/g

/**
 * Takes away what a file tells of people (清除痕迹): of pictures their EXIF, XMP and remarks, of Word
 * and Excel files the authors and the office. PDF and other kinds come back as they are.
 */
export function stripTraces(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
): Uint8Array<ArrayBuffer> {
  if (mediaType === 'image/jpeg') return stripJpeg(bytes)
  if (mediaType === 'image/png') return stripPng(bytes)
  if (mediaType.startsWith('application/vnd.openxmlformats-')) return stripOffice(bytes)
  return bytes
}

function stripOffice(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const opened = openPackage(bytes)
  if ('unread' in opened) return bytes
  try {
    const parts: Record<string, Uint8Array> = unzipSync(bytes)
    let isChanged = false
    for (const name of ['docProps/core.xml', 'docProps/app.xml']) {
      const part = parts[name]
      if (part === undefined) continue
      const text = new TextDecoder().decode(part)
      const clean = text.replaceAll(NAMES, '$1$3')
      isChanged ||= clean !== text
      parts[name] = new TextEncoder().encode(clean)
    }
    return isChanged ? new Uint8Array(zipSync(parts)) : bytes
  } catch {
    return bytes
  }
}
