import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs'
import { type Drawing, findUnseen, type Operations } from './pdf-unseen.ts'
import { latin } from '../shared/file-shape.ts'
import { chineseCMap } from './pdf-cmaps.ts'
import { isPdfBomb } from './pdf-bomb.ts'
import { type Box, coverage, numbersOf } from './pdf-matrix.ts'
import { type Gatherer, gatherer, type Reading, unreadable } from './reading.ts'

/** What pages are looked at with: names of operations, and whether each picture hides what lies below. */
type Scene = { ops: Operations; hasOpaquePictures: boolean }

/** A picture that may be seen through, as a seal is; a picture's own words are never packed. */
const SEEN_THROUGH = /\/(?:SMask|Mask)\s*[^/\s]|\/ImageMask\s*true/

/** Most pages that are read; the words of those after them stay unread, and are said to be. */
const maxPages = 1000

/**
 * Reads a PDF file: its words, remarks and fields, text under bars, who made it, scripts and files
 * inside. The reader is loaded when the first such file comes. Anything it cannot open is unread.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  if (isPdfBomb(bytes)) return unreadable('too-large')
  const { getDocument, OPS } = await import('unpdf/pdfjs')
  const gathered = gatherer()
  const task = getDocument({
    // The reader takes the buffer for itself.
    data: bytes.slice(),
    BinaryDataFactory: characterMaps(gathered),
    cMapUrl: 'cmap/',
    cMapPacked: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    // Pictures are not decoded: their pixels say nothing here and take the memory of the rest.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    await readProperties(document, gathered)
    const scene = { ops: OPS, hasOpaquePictures: !SEEN_THROUGH.test(latin(bytes)) }
    const wordless = await readPages(document, gathered, scene)
    const isScanned = wordless > 0 && wordless === document.numPages
    return gathered.read(isScanned ? 'scanned-pages' : null)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return unreadable(isLocked ? 'encrypted' : 'broken', gathered.read().traces)
  } finally {
    await task.destroy().catch(() => null)
  }
}

/** Answers the character maps that a file names; fonts, and pictures' decoders, are never fetched. */
function characterMaps(gathered: Gatherer): object {
  return class {
    // oxlint-disable-next-line class-methods-use-this -- the reader calls it on an instance
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const map = kind === 'cMapUrl' ? chineseCMap(filename) : null
      if (map !== null) return map
      if (kind === 'cMapUrl') gathered.miss()
      throw new Error(kind)
    }
  }
}

/** Reads the pages one after another; answers how many showed no word. */
async function readPages(
  document: PDFDocumentProxy,
  gathered: Gatherer,
  scene: Scene,
): Promise<number> {
  let wordless = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number > maxPages || gathered.isFull()) {
      gathered.miss()
      break
    }
    try {
      const page = await document.getPage(number)
      const hasWords = await readPage(page, gathered, scene)
      if (!hasWords) {
        wordless += 1
        gathered.miss()
      }
      page.cleanup()
    } catch {
      gathered.miss()
    }
  }
  return wordless
}

async function readPage(page: PDFPageProxy, gathered: Gatherer, scene: Scene): Promise<boolean> {
  const { items } = await page.getTextContent()
  const places: { text: string; box: Box }[] = []
  let end: number | null = null
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , , x = 0, y = 0] = numbersOf(item.transform)
    // Far apart on one line are columns of a table, not words of a sentence.
    if (end !== null && x - end > 2 * item.height && item.str.trim() !== '') gathered.say('\t')
    gathered.say(item.str)
    if (item.hasEOL) gathered.say('\n')
    end = item.hasEOL ? null : x + item.width
    const box = { left: x, right: x + item.width, bottom: y, top: y + item.height * 0.6 }
    if (item.str.trim() !== '') places.push({ text: item.str, box })
  }
  gathered.say('\n')
  await readNotes(page, places, gathered)
  await readDrawing(page, gathered, scene)
  return places.length > 0
}

async function readDrawing(
  page: PDFPageProxy,
  gathered: Gatherer,
  { ops, hasOpaquePictures }: Scene,
): Promise<void> {
  const drawing: Drawing = await page.getOperatorList()
  const { covered, alike, layer } = findUnseen(drawing, ops, hasOpaquePictures)
  for (const text of covered) gathered.trace('covered-text', text)
  for (const text of alike) gathered.trace('same-colour', text)
  // A page of recognised words is one thing to look at, not a hundred.
  if (layer.length > 0) gathered.trace('unseen-layer', layer.join(' '))
}

async function readNotes(
  page: PDFPageProxy,
  places: readonly { text: string; box: Box }[],
  gathered: Gatherer,
): Promise<void> {
  const notes: unknown[] = await page.getAnnotations()
  for (const note of notes) {
    const kind = textAt(note, 'subtype')
    if (kind === 'Link' || kind === '') continue
    readNote(note, kind, gathered)
    const [left, bottom, right, top] = numbersOf(at(note, 'rect'))
    // What other notes draw over the words is found where it is drawn.
    if (kind !== 'Redact' || left === undefined || bottom === undefined) continue
    gathered.trace('redaction-mark', String(page.pageNumber))
    const cover = { left, bottom, right: right ?? left, top: top ?? bottom }
    for (const { text, box } of places) {
      if (coverage(cover, box) > 0.6) gathered.trace('covered-text', text)
    }
  }
  if (hasContent(await page.getJSActions())) gathered.trace('script', '')
}

function readNote(note: unknown, kind: string, gathered: Gatherer): void {
  const says = textAt(note, 'contentsObj', 'str')
  gathered.hide(`\n${says}\n${textAt(note, 'fieldValue')}\n`)
  if (kind === 'FileAttachment') gathered.miss()
  if (kind === 'Widget') return
  const parts = [kind, textAt(note, 'titleObj', 'str'), says]
  gathered.trace('annotation', parts.filter((part) => part !== '').join(': '))
}

async function readProperties(document: PDFDocumentProxy, gathered: Gatherer): Promise<void> {
  const { info, metadata }: { info: unknown; metadata: unknown } = await document.getMetadata()
  gathered.trace('author', textAt(info, 'Author'))
  for (const key of ['Subject', 'Keywords']) gathered.trace('remark', textAt(info, key))
  gathered.trace('company', textAt(info, 'Custom', 'Company'))
  const get: unknown = at(metadata, 'get')
  if (typeof get === 'function') {
    const creator: unknown = Reflect.apply(get, metadata, ['dc:creator'])
    gathered.trace(
      'author',
      Array.isArray(creator) ? creator.join('; ') : textAt({ creator }, 'creator'),
    )
  }
  const files: unknown = await document.getAttachments()
  if (typeof files === 'object' && files !== null) {
    for (const name of files instanceof Map ? files.keys() : Object.keys(files)) {
      gathered.trace('embedded-file', String(name))
      gathered.miss()
    }
  }
  if (hasContent(await document.getJSActions())) gathered.trace('script', '')
}

function hasContent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function textAt(value: unknown, ...keys: string[]): string {
  let found = value
  for (const key of keys) found = at(found, key)
  return typeof found === 'string' ? found : ''
}
