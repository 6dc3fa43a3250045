import { Inflate } from 'fflate'
import { MAX_EXPANDED_BYTES, MAX_RATIO, MAX_ZIP_ENTRIES, RATIO_FREE_BYTES } from './limits.ts'
import type { FileProblem } from './problems.ts'

/** One entry of an archive as its directory describes it; sizes in bytes. */
export type ZipEntry = {
  name: string
  method: number
  packedBytes: number
  bytes: number
  /** offset of the local header */ at: number
}

/** The directory of an archive by entry name, or why it is not opened. */
export type ZipReading =
  | { ok: true; entries: ReadonlyMap<string, ZipEntry> }
  | { ok: false; reason: FileProblem }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** Reads an archive's directory without expanding anything, and refuses bombs by what it declares. */
export function readZipDirectory(file: Uint8Array): ZipReading {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = findEnd(view)
  if (end === null) return refused({ code: 'zip-broken' })
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ZIP_ENTRIES)
    return refused({ code: 'zip-too-many-entries', limit: MAX_ZIP_ENTRIES })
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      return refused({ code: 'zip-broken' })
    if ((view.getUint16(at + 8, true) & 1) === 1) return refused({ code: 'file-encrypted' })
    const nameLength = view.getUint16(at + 28, true)
    const entry = readEntry(view, file, at, nameLength)
    // A repeated name is how one reader is shown another content than the next.
    if (entries.has(entry.name)) return refused({ code: 'zip-broken' })
    entries.set(entry.name, entry)
    total += entry.bytes
    if (total > MAX_EXPANDED_BYTES) {
      return refused({ code: 'zip-too-large', limitBytes: MAX_EXPANDED_BYTES })
    }
    if (entry.bytes > RATIO_FREE_BYTES && entry.bytes > entry.packedBytes * MAX_RATIO) {
      return refused({ code: 'zip-ratio', limit: MAX_RATIO })
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { ok: true, entries }
}

/**
 * Expands one entry in small pieces, so that neither a lie about its size nor the whole of it
 * ever stands in memory. `onPiece` answers false to stop; a problem is answered, never thrown.
 */
export function expandEntry(
  file: Uint8Array,
  entry: ZipEntry,
  onPiece: (piece: Uint8Array) => boolean,
): FileProblem | null {
  const packed = packedBytes(file, entry)
  if (packed === null) return { code: 'zip-broken' }
  if (entry.method === 0) {
    if (packed.length !== entry.bytes) return { code: 'zip-broken' }
    onPiece(packed)
    return null
  }
  const progress = { bytes: 0, isWanted: true }
  const inflate = new Inflate((piece) => {
    progress.bytes += piece.length
    if (progress.isWanted && progress.bytes <= entry.bytes) progress.isWanted = onPiece(piece)
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      if (!progress.isWanted || progress.bytes > entry.bytes) break
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch {
    return { code: 'zip-broken' }
  }
  return progress.isWanted && progress.bytes !== entry.bytes ? { code: 'zip-broken' } : null
}

/** Expands one entry as a whole (展开一个部件); null when it is broken. */
export function expandWhole(file: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(entry.bytes)
  let at = 0
  const problem = expandEntry(file, entry, (piece) => {
    if (at + piece.length > bytes.length) return false
    bytes.set(piece, at)
    at += piece.length
    return true
  })
  return problem === null && at === bytes.length ? bytes : null
}

// At 1,032 times, DEFLATE's best, a piece this small makes some 16 MiB; smaller ones cost each a buffer.
const PIECE = 16_384

function readEntry(view: DataView, file: Uint8Array, at: number, nameLength: number): ZipEntry {
  return {
    name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  }
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (entry.method !== 0 && entry.method !== 8) return null
  if (entry.at + 30 > file.length || view.getUint32(entry.at, true) !== LOCAL) return null
  const from =
    entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const to = from + entry.packedBytes
  return to > file.length ? null : file.subarray(from, to)
}

/** Looks for the end record from the back, where a comment of at most 65,535 bytes may follow it. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function refused(reason: FileProblem): ZipReading {
  return { ok: false, reason }
}
