import type { FileProblem, ForeignKind } from './problems.ts'
import { readZipDirectory } from './zip.ts'

/** What a file is by its first bytes and inner structure, never by its name. */
export type Sniffed = { kind: 'xlsx' } | { kind: 'text' } | { kind: 'refused'; reason: FileProblem }

const SIGNATURES: readonly (readonly [readonly number[], ForeignKind])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x1f, 0x8b], 'gzip'],
]

const INNER: readonly (readonly [string, ForeignKind])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['content.xml', 'ods'],
  ['OFD.xml', 'ofd'],
]

/** Tells a workbook from a text and names what is neither: old .xls, encrypted, documents, pictures. */
export function sniffFile(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffOle(bytes)
  if (startsWith(bytes, [0x50, 0x4b])) return sniffZip(bytes)
  const foreign = SIGNATURES.find(([signature]) => startsWith(bytes, signature))
  return foreign === undefined
    ? { kind: 'text' }
    : refused({ code: 'foreign-file', kind: foreign[1] })
}

/** Names what is text but no table: saved web pages, XML and JSON arrays; null for anything else. */
export function sniffText(text: string): FileProblem | null {
  const start = text.slice(0, 1024).trimStart()
  if (/^<\?xml|^<Workbook/i.test(start)) return { code: 'foreign-file', kind: 'xml' }
  if (/^<(?:!doctype\s+html|html|head|meta|body|table|div|style)\b/i.test(start)) {
    return { code: 'foreign-file', kind: 'html' }
  }
  return /^\[\s*[{[\]]/.test(start) ? { code: 'foreign-file', kind: 'json' } : null
}

/** A workbook with a password is an OLE file with the stream EncryptedPackage in it. */
function sniffOle(bytes: Uint8Array): Sniffed {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, 65_536))
  const tail = new TextDecoder('utf-16le').decode(bytes.subarray((bytes.length - 65_536) & ~1))
  return names.includes('EncryptedPackage') || tail.includes('EncryptedPackage')
    ? refused({ code: 'file-encrypted' })
    : refused({ code: 'foreign-file', kind: names.includes('WordDocument') ? 'doc' : 'xls' })
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const zip = readZipDirectory(bytes)
  if (!zip.ok) return refused(zip.reason)
  const inner = INNER.find(([name]) => zip.entries.has(name))
  if (inner !== undefined) return refused({ code: 'foreign-file', kind: inner[1] })
  if (zip.entries.has('[Content_Types].xml')) return { kind: 'xlsx' }
  return refused({ code: 'foreign-file', kind: 'zip' })
}

function refused(reason: FileProblem): Sniffed {
  return { kind: 'refused', reason }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
