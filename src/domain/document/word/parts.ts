import { isZipWith } from '../../shared/file-zip.ts'
import { xmlReader, type XmlHandler } from '../../shared/sheet/read-xml.ts'
import { expandEntry, readZipDirectory, type ZipEntry } from '../../shared/sheet/zip.ts'

/** Most bytes that the text of a Word file may expand to: what a Worker's memory reads. */
const maxPartBytes = 16 * 1024 * 1024

const contentTypes = '[Content_Types].xml'
const main = 'word/document.xml'
/** What a document's text needs; macros, settings and other files are not even expanded, pictures when their place is read. */
const needed = new Set([
  contentTypes,
  '_rels/.rels',
  main,
  'word/styles.xml',
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/_rels/document.xml.rels',
  'word/_rels/footnotes.xml.rels',
  'word/_rels/endnotes.xml.rels',
])

/** What a Word file holds beside its text, for the officer to know. */
export type WordMarks = {
  hasTrackedChanges: boolean
  hasComments: boolean
  hasHiddenText: boolean
  hasFormulas: boolean
  hasRemoteTemplate: boolean
}

/** The parts of a Word file as text by name, or why it is not opened. */
export type WordParts =
  | {
      ok: true
      parts: Map<string, string>
      entries: ReadonlyMap<string, ZipEntry>
      marks: WordMarks
    }
  | { ok: false; reason: 'broken' | 'too-large' | 'active' }

/**
 * Opens a Word file (打开 Word 文件): the house's limits for archives, no DTD, no entity, no macro, and only
 * the parts that hold text.
 */
export function openWord(bytes: Uint8Array): WordParts {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) {
    const isLarge = /^(?:zip-too|zip-ratio|file-too)/.test(directory.reason.code)
    return { ok: false, reason: isLarge ? 'too-large' : 'broken' }
  }
  if (!isZipWith(bytes, [contentTypes, main], isDrawnPart)) return { ok: false, reason: 'active' }
  const { entries } = directory
  const marks: WordMarks = {
    hasTrackedChanges: false,
    hasComments: entries.has('word/comments.xml'),
    hasHiddenText: false,
    hasFormulas: false,
    hasRemoteTemplate: hasRemoteTemplate(bytes, entries),
  }
  const parts = new Map<string, string>()
  let budget = maxPartBytes
  for (const [name, entry] of entries) {
    if (!needed.has(name)) continue
    budget -= entry.bytes
    if (budget < 0) return { ok: false, reason: 'too-large' }
    const text = readText(bytes, entry, name === main ? watch(marks) : {})
    if (text === null) return { ok: false, reason: 'broken' }
    parts.set(name, text)
  }
  if (/macroEnabled/i.test(parts.get(contentTypes) ?? '')) return { ok: false, reason: 'active' }
  return { ok: true, parts, entries, marks }
}

/** SVG beside the picture that stands for it: neither opened nor kept. */
function isDrawnPart(name: string): boolean {
  return /^word\/media\/[^/]+\.svg$/i.test(name)
}

/** Expands a part of well-formed XML without DTD and entities; null for anything else. */
function readText(bytes: Uint8Array, entry: ZipEntry, handler: XmlHandler): string | null {
  const reader = xmlReader(handler)
  const decoder = new TextDecoder()
  let text = ''
  const problem = expandEntry(bytes, entry, (piece) => {
    text += decoder.decode(piece, { stream: true })
    return reader.push(piece)
  })
  return problem === null && reader.end() === null ? text + decoder.decode() : null
}

function watch(marks: WordMarks): XmlHandler {
  return {
    open(name, attributes) {
      if (/^(?:ins|del|moveFrom|moveTo|[rp]PrChange)$/.test(name)) marks.hasTrackedChanges = true
      else if (name === 'commentReference') marks.hasComments = true
      else if (name === 'oMath') marks.hasFormulas = true
      else if (name === 'vanish' && !/^(?:0|false|off)$/.test(attributes.get('w:val') ?? '')) {
        marks.hasHiddenText = true
      }
    },
  }
}

/** Whether headers or footers show pictures (页眉页脚图片), such as a red head or a watermark: no text has them. */
export function hasHeaderPictures(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
): boolean {
  const relations = [...entries.values()].filter(({ name, bytes: size }) => {
    return /^word\/_rels\/(?:header|footer)\d{0,3}\.xml\.rels$/.test(name) && size < 64 * 1024
  })
  return relations.some((entry) =>
    /relationships\/image["']/.test(readText(bytes, entry, {}) ?? ''),
  )
}

/** A template on another machine is how a harmless file fetches its macros later. */
function hasRemoteTemplate(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): boolean {
  const entry = entries.get('word/_rels/settings.xml.rels')
  if (entry === undefined || entry.bytes > 1024 * 1024) return false
  const text = readText(bytes, entry, {}) ?? ''
  return (
    /attachedTemplate/.test(text) && /Target=["'](?:https?:|ftp:|\\\\|file:\/\/[^/])/i.test(text)
  )
}
