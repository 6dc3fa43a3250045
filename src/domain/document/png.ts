import { unzlibSync } from 'fflate'

/** A picture taken apart: colours as RGB, transparency apart (像素), one byte each. */
export type Pixels = { width: number; height: number; rgb: Uint8Array; alpha: Uint8Array }

/** What the head of a PNG says; null for what is none. */
export type PngHead = {
  width: number
  height: number
  /** 8-bit colour with transparency, not interlaced: what {@link decodePng} takes apart */
  isPlain: boolean
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const channels = 4

/** Reads the head of a PNG picture; null for what is no PNG. */
export function pngHead(bytes: Uint8Array): PngHead | null {
  if (bytes.length < 33 || signature.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(8) !== 13 || nameAt(bytes, 12) !== 'IHDR') return null
  const [depth, colour, , , interlaced] = bytes.subarray(24, 29)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    isPlain: depth === 8 && colour === 6 && interlaced === 0,
  }
}

/**
 * Takes an 8-bit RGBA picture apart (拆出颜色和透明度); null when it is none or broken. Its size is that
 * of its head, whatever it unpacks to.
 */
export function decodePng(bytes: Uint8Array): Pixels | null {
  const head = pngHead(bytes)
  if (head === null || !head.isPlain) return null
  const { width, height } = head
  const packed = imageData(bytes)
  if (packed === null) return null
  try {
    const stride = width * channels + 1
    const raw = unzlibSync(packed, { out: new Uint8Array(stride * height) })
    return raw.length === stride * height ? unfilter(raw, width, height) : null
  } catch {
    return null
  }
}

function imageData(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length) return null
    const name = nameAt(bytes, at + 4)
    if (name === 'IDAT') parts.push(bytes.subarray(at + 8, end))
    if (name === 'IEND') return joined(parts)
    at = end + 4
  }
  return null
}

function unfilter(raw: Uint8Array, width: number, height: number): Pixels | null {
  const length = width * channels
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  let above = new Uint8Array(length)
  for (let y = 0; y < height; y += 1) {
    const from = y * (length + 1)
    const filter = raw[from] ?? 0
    if (filter > 4) return null
    const row = raw.slice(from + 1, from + 1 + length)
    restore(row, above, filter)
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x
      rgb.set(row.subarray(x * channels, x * channels + 3), pixel * 3)
      alpha[pixel] = row[x * channels + 3] ?? 0
    }
    above = row
  }
  return { width, height, rgb, alpha }
}

/** Undoes the filter of one row (PNG 9.2): each byte was written less what its neighbours foretell. */
function restore(row: Uint8Array, above: Uint8Array, filter: number): void {
  if (filter === 0) return
  for (let at = 0; at < row.length; at += 1) {
    const left = at < channels ? 0 : (row[at - channels] ?? 0)
    const up = above[at] ?? 0
    const corner = at < channels ? 0 : (above[at - channels] ?? 0)
    row[at] = ((row[at] ?? 0) + foretold(filter, left, up, corner)) & 0xff
  }
}

function foretold(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
