import { jpegHead } from '../../shared/jpeg-head.ts'
import { hexOf, joined, stream } from './object.ts'
import { pictureHead } from '../picture.ts'
import { pngParts, type PngParts, samplesOf } from '../png/parts.ts'
import { unpackPng } from '../png/unpack.ts'

/** A picture as a PDF file has it (PDF 图片): its objects, of which the first is drawn, and how it stands upright. */
export type PdfPicture = {
  width: number
  height: number
  /** EXIF orientation, which readers of PDF do not look at */ turn: number
  /** `at` is the number of the first */ objects: (at: number) => Uint8Array[]
}

/** Puts a picture into PDF (放入图片): JPEG and most PNG as they are, nothing unpacked; null for what cannot be drawn. */
export function pdfPicture(bytes: Uint8Array): PdfPicture | null {
  const head = pictureHead(bytes)
  if (head === null) return null
  const { width, height } = head
  if (head.type === 'jpeg') return jpegPicture(bytes, { width, height })
  const parts = pngParts(bytes)
  const objects = parts === null ? null : isPlainEnough(parts) ? asItIs(parts) : unpacked(parts)
  return objects === null ? null : { width, height, turn: 1, objects }
}

function jpegPicture(
  bytes: Uint8Array,
  size: { width: number; height: number },
): PdfPicture | null {
  const head = jpegHead(bytes)
  if (head === null) return null
  const { width, height, channels, isAdobe, turn } = head
  const colours = channels === 1 ? 'Gray' : channels === 3 ? 'RGB' : 'CMYK'
  const inverted = channels === 4 && isAdobe ? '/Decode[1 0 1 0 1 0 1 0]' : ''
  const about = `${imageOf(width, height, 8)}/ColorSpace/Device${colours}${inverted}/Filter/DCTDecode`
  return { ...size, turn, objects: () => [rawStream(bytes, about)] }
}

/** Rows that PDF unfilters by itself, and nothing seen through but one colour. */
function isPlainEnough({ colour, isInterlaced, clear }: PngParts): boolean {
  return !isInterlaced && colour < 4 && (clear.length === 0 || colour !== 3)
}

function asItIs(parts: PngParts): PdfPicture['objects'] {
  const { width, height, depth, packed, clear } = parts
  const samples = samplesOf(parts)
  const rows = `/DecodeParms<</Predictor 15/Colors ${samples}/BitsPerComponent ${depth}/Columns ${width}>>`
  const about = `${imageOf(width, height, depth)}/ColorSpace${spaceOf(parts)}${maskOf(clear, samples)}/Filter/FlateDecode${rows}`
  return () => [rawStream(packed, about)]
}

function spaceOf({ colour, palette }: PngParts): string {
  if (colour !== 3) return colour === 0 ? '/DeviceGray' : '/DeviceRGB'
  const colours = palette.subarray(0, Math.min(256, Math.floor(palette.length / 3)) * 3)
  return `[/Indexed/DeviceRGB ${colours.length / 3 - 1}<${hexOf(colours)}>]`
}

/** The one colour that is seen through, each sample from and to. */
function maskOf(clear: Uint8Array, samples: number): string {
  if (clear.length < 2 * samples) return ''
  const values = Array.from(
    { length: samples },
    (_, part) => (clear[2 * part] ?? 0) * 256 + (clear[2 * part + 1] ?? 0),
  )
  return `/Mask[${values.map((value) => `${value} ${value}`).join(' ')}]`
}

function unpacked(parts: PngParts): PdfPicture['objects'] | null {
  const pixels = unpackPng(parts)
  if (pixels === null) return null
  const { width, height, rgb, alpha } = pixels
  const size = imageOf(width, height, 8)
  if (alpha.every((value) => value === 255)) {
    const only = stream(rgb, `${size}/ColorSpace/DeviceRGB`)
    return () => [only]
  }
  const mask = stream(alpha, `${size}/ColorSpace/DeviceGray`)
  return (at) => [stream(rgb, `${size}/ColorSpace/DeviceRGB/SMask ${at + 1} 0 R`), mask]
}

function imageOf(width: number, height: number, bits: number): string {
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent ${bits}`
}

/** A stream that is packed already. */
function rawStream(data: Uint8Array, about: string): Uint8Array {
  const encoder = new TextEncoder()
  const head = encoder.encode(`<<${about}/Length ${data.length}>>stream\n`)
  return joined([head, data, encoder.encode('\nendstream')])
}

/** The matrix that draws a picture upright in a box (摆正图片); `y` is the lower edge, as PDF counts. */
export function uprightMatrix(
  turn: number,
  { x, y, width: w, height: h }: { x: number; y: number; width: number; height: number },
): readonly number[] {
  switch (turn) {
    case 2:
      return [-w, 0, 0, h, x + w, y]
    case 3:
      return [-w, 0, 0, -h, x + w, y + h]
    case 4:
      return [w, 0, 0, -h, x, y + h]
    case 5:
      return [0, -h, -w, 0, x + w, y + h]
    case 6:
      return [0, -h, w, 0, x, y + h]
    case 7:
      return [0, h, w, 0, x, y]
    case 8:
      return [0, h, -w, 0, x + w, y]
    default:
      return [w, 0, 0, h, x, y]
  }
}
