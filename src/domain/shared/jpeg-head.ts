import { orientationOf } from './exif-entries.ts'
import { latin } from './file-shape.ts'

/** A segment of a JPEG picture, its marker's two bytes included. */
export type JpegSegment = { marker: number; from: number; to: number }

/** Marker of a scan: what follows is the picture itself. */
export const jpegScan = 0xda

/** What the head of a JPEG picture says. */
export type JpegHead = {
  /** as stored, before it is turned */ width: number
  height: number
  /** 1 grey, 3 colour, 4 for printing */ channels: number
  /** written by Adobe, which stores colours for printing inverted */ isAdobe: boolean
  /** EXIF orientation, 1 to 8 */ turn: number
}

/** Reads the head of a JPEG picture without unpacking it (照片尺寸); null for what is none or broken. */
export function jpegHead(bytes: Uint8Array): JpegHead | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const segments = jpegSegments(bytes).map(({ marker, from, to }) => {
    return { marker, content: bytes.subarray(from + 4, to) }
  })
  const frame = segments.find(({ marker }) => isFrame(marker))?.content
  if (frame === undefined || frame.length < 6) return null
  const isAdobe = segments.some(
    ({ marker, content }) => marker === 0xee && latin(content.subarray(0, 5)) === 'Adobe',
  )
  const exif = segments.find(
    ({ marker, content }) => marker === 0xe1 && latin(content.subarray(0, 6)) === 'Exif\0\0',
  )
  const turn = exif === undefined ? 1 : orientationOf(exif.content.subarray(6))
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const [height, width, channels] = [view.getUint16(1), view.getUint16(3), view.getUint8(5)]
  const isReal = width > 0 && height > 0 && [1, 3, 4].includes(channels)
  return isReal ? { width, height, channels, isAdobe, turn } : null
}

/** Frames of every coding, and not the tables that share their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The segments before a JPEG picture's own data (照片数据段), ending with its first scan. */
export function jpegSegments(bytes: Uint8Array): JpegSegment[] {
  const segments: JpegSegment[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const to = at + 2 + length
    if (length < 2 || to > bytes.length || segments.length > 1000) break
    segments.push({ marker, from: at, to })
    if (marker === jpegScan) break
    at = to
  }
  return segments
}
