import { latin } from '../shared/file-shape.ts'
import { readExif } from './exif.ts'
import { readXmp } from './jpeg.ts'
import { type Gatherer, gatherer, type Reading } from './reading.ts'

type Chunk = { name: string; from: number; to: number }

const TELLING = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf'])
const HEAD = 8

/** Reads what a PNG picture tells besides its picture; its words are not read. */
export function readPng(bytes: Uint8Array): Reading {
  const gathered = gatherer()
  for (const { name, from, to } of chunksOf(bytes)) {
    if (TELLING.has(name)) readChunk(name, bytes.subarray(from + 8, to - 4), gathered)
  }
  return gathered.read('picture')
}

/** The picture without what it tells; the same bytes when there is nothing, or it is broken. */
export function stripPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(bytes)
  const kept = chunks.filter(({ name }) => !TELLING.has(name))
  if (kept.length === chunks.length || chunks.at(-1)?.to !== bytes.length) return bytes
  const size = kept.reduce((total, { from, to }) => total + to - from, HEAD)
  const clean = new Uint8Array(size)
  clean.set(bytes.subarray(0, HEAD))
  let at = HEAD
  for (const { from, to } of kept) {
    clean.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return clean
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = HEAD
  while (at + 12 <= bytes.length) {
    const to = at + 12 + view.getUint32(at)
    if (to > bytes.length) break
    chunks.push({ name: latin(bytes.subarray(at + 4, at + 8)), from: at, to })
    at = to
  }
  return chunks
}

function readChunk(name: string, content: Uint8Array, gathered: Gatherer): void {
  if (name === 'eXIf') {
    readExif(content, gathered)
    return
  }
  const key = latin(content.subarray(0, 80)).split('\0', 1)[0] ?? ''
  const rest = content.subarray(key.length + 1, key.length + 401)
  if (name === 'iTXt') {
    if (key.includes('adobe.xmp')) readXmp(content, gathered)
    else
      gathered.trace(kindOf(key), `${key}: ${new TextDecoder().decode(rest).replaceAll('\0', ' ')}`)
  } else gathered.trace(kindOf(key), name === 'tEXt' ? `${key}: ${latin(rest)}` : key)
}

function kindOf(key: string): 'author' | 'remark' {
  return /^(?:Author|Copyright|Artist)$/i.test(key) ? 'author' : 'remark'
}
