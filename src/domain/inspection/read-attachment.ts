import { decodeText } from '../shared/sheet/decode-text.ts'
import { readJpeg } from './jpeg.ts'
import { entryBytes, openPackage } from './package-parts.ts'
import { readPng } from './png.ts'
import { readDocx } from './read-docx.ts'
import { readOfd } from './read-ofd.ts'
import { readPdf } from './read-pdf.ts'
import { readXlsx } from './read-xlsx.ts'
import { gatherer, maxWords, type Reading, unreadable } from './reading.ts'
import type { Package } from '../shared/sheet/xlsx-part.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const archives: ReadonlyMap<string, (pack: Package) => Reading> = new Map([
  [DOCX, readDocx],
  [XLSX, readXlsx],
  ['application/ofd', readOfd],
])

/**
 * Reads a file of a known media type (读取附件): words, hidden words and traces, or why it stays
 * unread. Never throws, expands within limits, and asks nothing of the network.
 */
export async function readAttachment(bytes: Uint8Array, mediaType: string): Promise<Reading> {
  try {
    if (mediaType === 'application/pdf') return await readPdf(bytes)
    if (mediaType === 'image/jpeg') return readJpeg(bytes)
    if (mediaType === 'image/png') return readPng(bytes)
    if (mediaType === 'text/plain' || mediaType === 'text/csv') return readText(bytes)
    const read = archives.get(mediaType)
    return read === undefined ? unreadable('old-format') : readArchive(bytes, read, 0)
  } catch {
    // What is built to break its reader is broken.
    return unreadable('broken')
  }
}

function readText(bytes: Uint8Array): Reading {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return unreadable('broken')
  const gathered = gatherer()
  gathered.say(decoded.text.replaceAll(/\r\n?/g, '\n'))
  return gathered.read()
}

function readArchive(bytes: Uint8Array, read: (pack: Package) => Reading, depth: number): Reading {
  const opened = openPackage(bytes)
  if ('unread' in opened) return unreadable(opened.unread)
  return withEmbedded(opened.pack, read(opened.pack), depth)
}

/** Reads the files inside a file, one level deep; others make the reading incomplete. */
function withEmbedded(pack: Package, reading: Reading, depth: number): Reading {
  let { hidden, isComplete } = reading
  for (const [name, entry] of pack.entries) {
    if (!/\/embeddings\/[^/]+$/.test(name)) continue
    const type = /\.docx$/i.test(name) ? DOCX : /\.xlsx$/i.test(name) ? XLSX : ''
    const read = archives.get(type)
    const bytes = read === undefined || depth > 0 ? null : entryBytes(pack, entry)
    const inner = read === undefined || bytes === null ? null : readArchive(bytes, read, depth + 1)
    if (inner === null) isComplete = false
    else {
      hidden = `${hidden}\n${inner.words}\n${inner.hidden}`.slice(0, maxWords)
      isComplete &&= inner.isComplete
    }
  }
  return { ...reading, hidden, isComplete }
}
