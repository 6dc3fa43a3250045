import { unzlibSync } from 'fflate'
import { type PngParts, samplesOf } from './parts.ts'

/** A picture taken apart: colours as RGB, transparency apart (像素), one byte each. */
export type Pixels = { width: number; height: number; rgb: Uint8Array; alpha: Uint8Array }

type Pass = { x: number; y: number; dx: number; dy: number }

const whole: readonly Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }]
/** The seven passes of an interlaced picture (Adam7). */
const interlaced: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
]
/** Most bytes that rows may unpack to: an isolate has 128 MiB for everything. */
const mostRaw = 40 * 1024 * 1024
/** Most pixels that are kept: of a larger picture every second, third … point and line. */
const mostKept = 4_000_000

/**
 * Unpacks a PNG picture of any kind (解开 PNG); null when it is broken or larger than memory allows. Its
 * size is that of its head, whatever it unpacks to; a very large one is thinned out.
 */
export function unpackPng(parts: PngParts): Pixels | null {
  const { width, height } = parts
  const bits = samplesOf(parts) * parts.depth
  const passes = (parts.isInterlaced ? interlaced : whole)
    .map(({ x, y, dx, dy }) => {
      return {
        x,
        y,
        dx,
        dy,
        columns: Math.ceil((width - x) / dx),
        rows: Math.ceil((height - y) / dy),
      }
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
  const lengthOf = (columns: number): number => Math.ceil((columns * bits) / 8)
  const size = passes.reduce((sum, { columns, rows }) => sum + rows * (lengthOf(columns) + 1), 0)
  if (size > mostRaw) return null
  const raw = inflated(parts.packed, size)
  if (raw === null) return null
  const step = Math.ceil(Math.sqrt((width * height) / mostKept))
  const target = newPixels(Math.ceil(width / step), Math.ceil(height / step))
  const put = writer(parts, target, step)
  let at = 0
  for (const { x, y, dx, dy, columns, rows } of passes) {
    const length = lengthOf(columns)
    let above = new Uint8Array(length)
    for (let row = 0; row < rows; row += 1) {
      const filter = raw[at] ?? 0
      if (filter > 4) return null
      const line = raw.subarray(at + 1, at + 1 + length)
      restore(line, above, filter, Math.max(1, bits >> 3))
      if ((y + row * dy) % step === 0) put(line, { x, dx, columns, y: y + row * dy })
      above = line
      at += length + 1
    }
  }
  return target
}

function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  try {
    const raw = unzlibSync(packed, { out: new Uint8Array(size) })
    return raw.length === size ? raw : null
  } catch {
    return null
  }
}

function newPixels(width: number, height: number): Pixels {
  const rgb = new Uint8Array(width * height * 3)
  return { width, height, rgb, alpha: new Uint8Array(width * height).fill(255) }
}

type Line = { x: number; dx: number; columns: number; y: number }

/** Writes a restored line of samples where its pixels belong. */
function writer(
  parts: PngParts,
  { width, rgb, alpha }: Pixels,
  step: number,
): (line: Uint8Array, at: Line) => void {
  const samples = samplesOf(parts)
  const { colour, palette } = parts
  const read = sampleReader(parts)
  const seeThrough = clearReader(parts)
  return (line, { x, dx, columns, y }) => {
    for (let column = 0; column < columns; column += 1) {
      const left = x + column * dx
      if (left % step !== 0) continue
      const at = (y / step) * width + left / step
      const first = column * samples
      const index = colour === 3 ? read.raw(line, first) : 0
      for (let part = 0; part < 3; part += 1) {
        const own = first + (samples > 2 ? part : 0)
        rgb[at * 3 + part] =
          colour === 3 ? (palette[index * 3 + part] ?? 0) : read.scaled(line, own)
      }
      if (colour > 3) alpha[at] = read.scaled(line, first + samples - 1)
      else alpha[at] = seeThrough(line, first)
    }
  }
}

type SampleReader = Record<'raw' | 'scaled', (line: Uint8Array, n: number) => number>

/** Reads the n-th sample of a line, as it stands or as a byte. */
function sampleReader({ depth }: PngParts): SampleReader {
  if (depth === 8) return { raw: byteAt, scaled: byteAt }
  if (depth === 16) {
    return {
      raw: (line, n) => (line[2 * n] ?? 0) * 256 + (line[2 * n + 1] ?? 0),
      scaled: (line, n) => line[2 * n] ?? 0,
    }
  }
  const most = (1 << depth) - 1
  const raw = (line: Uint8Array, n: number): number => {
    const bit = n * depth
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & most
  }
  return { raw, scaled: (line, n) => (raw(line, n) * 255) / most }
}

function byteAt(line: Uint8Array, n: number): number {
  return line[n] ?? 0
}

/** Transparency where there is no alpha channel: by place in the palette, or of one colour. */
function clearReader(parts: PngParts): (line: Uint8Array, first: number) => number {
  const { colour, clear } = parts
  if (clear.length === 0) return () => 255
  const { raw } = sampleReader(parts)
  if (colour === 3) return (line, first) => clear[raw(line, first)] ?? 255
  const wanted = Array.from(
    { length: colour === 2 ? 3 : 1 },
    (_, part) => (clear[2 * part] ?? 0) * 256 + (clear[2 * part + 1] ?? 0),
  )
  return (line, first) =>
    wanted.every((value, part) => raw(line, first + part) === value) ? 0 : 255
}

/** Undoes the filter of one row (PNG 9.2): each byte was written less what its neighbours foretell. */
function restore(row: Uint8Array, above: Uint8Array, filter: number, step: number): void {
  if (filter === 0) return
  for (let at = 0; at < row.length; at += 1) {
    const left = at < step ? 0 : (row[at - step] ?? 0)
    const up = above[at] ?? 0
    const corner = at < step ? 0 : (above[at - step] ?? 0)
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
