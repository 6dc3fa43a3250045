import { entriesAt } from '../shared/exif-entries.ts'
import { latin } from '../shared/file-shape.ts'
import type { Gatherer } from './reading.ts'

/** Who and what made a picture, by EXIF tag. */
const TAGS: ReadonlyMap<number, 'author' | 'camera' | 'remark'> = new Map([
  [0x010e, 'remark'],
  [0x010f, 'camera'],
  [0x0110, 'camera'],
  [0x013b, 'author'],
  [0x8298, 'author'],
  [0x9c9b, 'remark'],
  [0x9c9d, 'author'],
])
const GPS = 0x8825
const WIDE = new Set([0x9c9b, 0x9c9d])

/** Reads what EXIF data tell (照片信息): where it was taken, with what, by whom. Never throws. */
export function readExif(tiff: Uint8Array, gathered: Gatherer): void {
  if (tiff.length < 8) return
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return
  const little = order === 0x4949
  for (const entry of entriesAt(view, view.getUint32(4, little), little)) {
    if (entry.tag === GPS) readPlace(view, entry.value, little, gathered)
    const trace = TAGS.get(entry.tag)
    const bytes = tiff.subarray(entry.from, entry.from + Math.min(entry.count, 400))
    if (trace !== undefined) gathered.trace(trace, textOf(bytes, WIDE.has(entry.tag)))
  }
}

/** EXIF data that say how a picture is to be turned, and nothing else. */
export function orientationAlone(turned: number): Uint8Array {
  const head = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  return new Uint8Array([...head, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0])
}

function readPlace(view: DataView, at: number, little: boolean, gathered: Gatherer): void {
  const entries = new Map(entriesAt(view, at, little).map((entry) => [entry.tag, entry]))
  const latitude = degreesAt(view, entries.get(2)?.from, little)
  const longitude = degreesAt(view, entries.get(4)?.from, little)
  if (latitude === null || longitude === null) return
  gathered.trace('location', `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)
}

function degreesAt(view: DataView, from: number | undefined, little: boolean): number | null {
  if (from === undefined || from + 24 > view.byteLength) return null
  let degrees = 0
  for (const [index, part] of [1, 60, 3600].entries()) {
    const above = view.getUint32(from + index * 8, little)
    const below = view.getUint32(from + index * 8 + 4, little)
    degrees += above / Math.max(1, below) / part
  }
  return degrees
}

function textOf(bytes: Uint8Array, isWide: boolean): string {
  const text = isWide ? new TextDecoder('utf-16le').decode(bytes) : utf8Or(bytes)
  return text.replaceAll('\0', '').trim()
}

function utf8Or(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return latin(bytes)
  }
}
