import { zlibSync } from 'fflate'
import { bytesOf } from './application-form.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A JPEG of 48 by 32: red at the top left, yellow below it, blue at the right. */
export const colourJpeg: Bytes = decoded(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgADADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAcDBf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAGBQf/xAAcEQEAAQQDAAAAAAAAAAAAAAAAwQZCQ4EEBYL/2gAMAwEAAhEDEQA/AOUAnGYzaM1rp79SOVBj3AAtjilAMsIBNVKTUppnL5lP59u4ACpPf//Z',
)
/** A JPEG for printing, 16 by 16, as Adobe inverts its colours. */
export const printJpeg: Bytes = decoded(
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAGB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AkmnLZpAAAAD/2Q==',
)
/** A grey JPEG of 16 by 8. */
export const greyJpeg: Bytes = decoded(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAABgf/xAAWEAADAAAAAAAAAAAAAAAAAAAABUL/2gAIAQEAAD8AIoZKShk//9k=',
)

function decoded(base64: string): Bytes {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

/** The same JPEG with EXIF that says how it is to be turned, and where it was taken by whom. */
export function turnedJpeg(jpeg: Bytes, turn: number): Bytes {
  const author = bytesOf('wangwu\0\0')
  const head = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2]
  const entries = [
    [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0],
    [0x01, 0x3b, 0, 2, 0, 0, 0, 8, 0, 0, 0, 38],
  ]
  const exif = [...head, ...entries.flat(), 0, 0, 0, 0, ...author]
  return new Uint8Array([
    ...jpeg.subarray(0, 2),
    0xff,
    0xe1,
    0,
    exif.length + 2,
    ...exif,
    ...jpeg.subarray(2),
  ])
}

/** How a PNG is written. */
export type PngKind = { colour: 0 | 2 | 3 | 4 | 6; depth: number; interlaced?: boolean }
/** Samples of a pixel as they are stored. */
type Paint = (x: number, y: number) => readonly number[]

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Writes a PNG of any kind, its rows unfiltered; `more` are chunks before the rows. */
export function pngOfKind(
  width: number,
  height: number,
  { colour, depth, interlaced = false }: PngKind,
  paint: Paint,
  more: readonly (readonly [string, readonly number[]])[] = [],
): Bytes {
  const raw: number[] = []
  for (const [x0, y0, dx, dy] of interlaced ? passes : [[0, 0, 1, 1] as const]) {
    if (x0 >= width) continue
    for (let y = y0; y < height; y += dy) {
      const samples: number[] = []
      for (let x = x0; x < width; x += dx) samples.push(...paint(x, y))
      raw.push(0, ...packed(samples, depth))
    }
  }
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  return new Uint8Array([
    ...signature,
    ...chunk('IHDR', head),
    ...more.flatMap(([name, data]) => chunk(name, data)),
    ...chunk('IDAT', zlibSync(new Uint8Array(raw))),
    ...chunk('IEND', []),
  ])
}

function packed(samples: readonly number[], depth: number): number[] {
  if (depth === 16) return samples.flatMap((value) => [value >> 8, value & 255])
  const bits = samples.map((value) => value.toString(2).padStart(depth, '0')).join('')
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2),
  )
}

function chunk(name: string, data: ArrayLike<number>): number[] {
  const bytes = bytesOf(name)
  const { length } = data
  const body = [...bytes, ...Array.from(data)]
  const sum = crc(body)
  const size = [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]
  return [...size, ...body, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]
}

function crc(bytes: readonly number[]): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
