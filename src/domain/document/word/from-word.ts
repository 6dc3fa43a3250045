import { zipSync } from 'fflate'
import { documentOf, readPage, type HtmlReading, type ReadPage } from '../html/from-html.ts'
import { webMark, withoutSigns } from '../picture-mark.ts'
import type { Resolved } from '../place-pictures.ts'
import type { DocumentTree } from '../tree.ts'
import { markDrawings, type Drawing } from './drawings.ts'
import { hasHeaderPictures, openWord, type WordMarks } from './parts.ts'
import { wordPictures, type WordPicture } from './pictures.ts'
import { numberSpeller, readNumbering } from './numbering.ts'
import { portionLength, wordPortions } from './portions.ts'
import { styleMap, titleMarker, type WordNode } from './styles.ts'
import { isOn, mapElements } from './xml.ts'

/** A Word file read as a document, or why not: broken, larger than is read, or with macros and programs. */
export type WordReading =
  | ({ ok: true; files: WordPicture[] } & HtmlReading & WordMarks)
  | { ok: false; reason: 'broken' | 'too-large' | 'active' }

const main = 'word/document.xml'
/** Stands where a formula was: its text without its lines would say another number. */
const formulaMark = '〔公式〕'

/**
 * Reads a .docx file as a document (Word 自动成文): headings by style or numbering, automatic numbers
 * written out, deleted and hidden text left out. Hostile files are refused, never thrown at the caller.
 */
export async function fromWord(
  bytes: Uint8Array,
  least: number = portionLength,
): Promise<WordReading> {
  const opened = openWord(bytes)
  if (!opened.ok) return opened
  const { parts, entries, marks } = opened
  const drawings: Drawing[] = []
  const pages = await pagesOf(withMarkedNotes(parts, drawings), drawings, least)
  if (pages === null) return { ok: false, reason: 'broken' }
  const files: WordPicture[] = []
  const relations = parts.get('word/_rels/document.xml.rels') ?? ''
  const resolve = wordPictures({ bytes, entries, relations }, drawings, files)
  const read = documentOf(pages, (mark) => resolve(mark) ?? unknownPicture(mark))
  if (hasHeaderPictures(bytes, entries)) {
    read.pictures.push({ kind: 'in-header', near: '' })
    read.dropped.images += 1
  }
  return { ok: true, ...read, files: shownFiles(read.tree, files), ...marks }
}

/** A picture that only the converter knows: its file speaks of drawings in names of its own. */
function unknownPicture(mark: string): Resolved | null {
  return mark === webMark ? { remarks: ['unknown-picture'] } : null
}

/** A document that was cut short shows fewer pictures than were found. */
function shownFiles({ blocks }: DocumentTree, files: readonly WordPicture[]): WordPicture[] {
  const shown = new Set(blocks.map((block) => (block.type === 'figure' ? block.file : null)))
  return files.filter(({ name }) => shown.has(name))
}

/** Notes are lines of text at the end: what is drawn in them is only told. */
function withMarkedNotes(
  parts: ReadonlyMap<string, string>,
  drawings: Drawing[],
): Map<string, string> {
  const marked = new Map(parts)
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const xml = parts.get(name)
    if (xml !== undefined) marked.set(name, markDrawings(withoutSigns(xml), drawings))
  }
  for (const at of drawings.keys()) drawings[at] = { of: 'in-note' }
  return marked
}

/** Reads a file portion by portion, each as a page; null when one of them breaks the converter. */
async function pagesOf(
  parts: ReadonlyMap<string, string>,
  drawings: Drawing[],
  least: number,
): Promise<ReadPage[] | null> {
  const clean = cleaner(parts, drawings)
  const markTitle = titleMarker()
  const pages: ReadPage[] = []
  for (const portion of wordPortions(parts.get(main) ?? '', least)) {
    const html = await htmlOf(new Map(parts).set(main, clean(portion)), markTitle)
    if (html === null) return null
    pages.push(readPage(html))
  }
  return pages
}

/** Takes hidden runs out of portions, marks drawings and writes numbers in, one portion after the other. */
function cleaner(
  parts: ReadonlyMap<string, string>,
  drawings: Drawing[],
): (portion: string) => string {
  const spellNumbers = numberSpeller(
    readNumbering(parts.get('word/numbering.xml') ?? '', parts.get('word/styles.xml') ?? ''),
  )
  return (portion) => {
    const plain = unwrapped(withoutDress(portion))
    const shown = mapElements(plain, 'w:r', (run) => (isOn(run, 'w:vanish') ? '' : run))
    const marked = markDrawings(withoutSigns(shown), drawings)
    return spellNumbers(mapElements(marked, 'w:pPrChange', () => ''))
  }
}

/** How text looks and where its editor saved: most of a file, and nothing that a document keeps. */
const dress =
  /<w:(?:rFonts|szCs|bCs|iCs|ind|spacing|lang|kern|snapToGrid|color|proofErr|lastRenderedPageBreak|noProof|widowControl|adjustRightInd|autoSpaceDE|autoSpaceDN|textAlignment|tcW|tblW|tblLook|tblInd)(?:\s[^<>]*)?\/>/g
const tags = /<w:(?:p|r|tr|sectPr)\s[^<>]*>/g
const sessions = /\sw:rsid[A-Za-z]*="[^"]*"/g

/** Leaves out what the converter would build a tree of and then drop: half of its time and memory. */
function withoutDress(xml: string): string {
  return xml.replaceAll(dress, '').replaceAll(tags, (tag) => tag.replaceAll(sessions, ''))
}

/** What stands around text that the converter would drop with it: simple fields, moved and marked text. */
const wraps = /<\/?w:(?:fldSimple|customXml|moveTo|dir|bdo|ruby|rubyBase)(?:\s[^<>]*)?\/?>/g
const isWrapped = /<w:(?:fldSimple|customXml|moveTo|dir|bdo|ruby)[\s>]|<m:oMath[\s>]/

/** Keeps text whose surroundings the converter does not know; a reading aid goes, a formula leaves its place. */
function unwrapped(xml: string): string {
  if (!isWrapped.test(xml)) return xml
  const read = mapElements(xml, 'w:rt', () => '').replaceAll(wraps, '')
  return mapElements(read, 'm:oMath', () => `<w:r><w:t>${formulaMark}</w:t></w:r>`)
}

/** The file packed anew from the parts that were checked, so that the converter sees nothing else. */
async function htmlOf(
  parts: ReadonlyMap<string, string>,
  markTitle: (document: WordNode) => WordNode,
): Promise<string | null> {
  const encoder = new TextEncoder()
  const packed = [...parts].map(([name, text]) => [name, encoder.encode(text)] as const)
  const file = new Uint8Array(zipSync(Object.fromEntries(packed), { level: 0 }))
  // Loaded when it is needed: no other request pays for it.
  const { default: mammoth } = await import('mammoth')
  // In a Worker the converter takes an ArrayBuffer, on Node bytes.
  const input = { arrayBuffer: file.buffer, buffer: file }
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: [...styleMap],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      transformDocument: markTitle,
    })
    return value
  } catch {
    // Whatever a file can break in the converter is the file's fault.
    return null
  }
}
