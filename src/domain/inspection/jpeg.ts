import { latin } from '../shared/file-shape.ts'
import { orientationOf } from '../shared/exif-entries.ts'
import { jpegScan, jpegSegments, type JpegSegment } from '../shared/jpeg-head.ts'
import { orientationAlone, readExif } from './exif.ts'
import { type Gatherer, gatherer, type Reading } from './reading.ts'

/** APP1 (EXIF, XMP), APP13 (IPTC) and remarks: what a picture is seen without. */
const TELLING = new Set([0xe1, 0xed, 0xfe])

/** Reads what a JPEG picture tells besides its picture; its words are not read. */
export function readJpeg(bytes: Uint8Array): Reading {
  const gathered = gatherer()
  for (const segment of jpegSegments(bytes)) {
    if (TELLING.has(segment.marker))
      readSegment(bytes.subarray(segment.from + 4, segment.to), segment.marker, gathered)
  }
  return gathered.read('picture')
}

/**
 * The picture without what it tells (去除照片信息), still turned the way it was; the same bytes when
 * there is nothing to take away, or it is broken.
 */
export function stripJpeg(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const segments = jpegSegments(bytes)
  const away = segments.filter(({ marker }) => TELLING.has(marker))
  if (away.length === 0 || segments.at(-1)?.marker !== jpegScan) return bytes
  const turn = turnOf(bytes, away)
  const isBare = away.every(({ from, to }) => turn.length > 0 && to - from === turn.length)
  if (isBare && away.length === 1) return bytes
  const size = away.reduce((total, { from, to }) => total - (to - from), bytes.length)
  const kept = new Uint8Array(size + turn.length)
  kept.set(bytes.subarray(0, 2))
  kept.set(turn, 2)
  let [read, written] = [2, 2 + turn.length]
  for (const { from, to } of [...away, { from: bytes.length, to: bytes.length }]) {
    kept.set(bytes.subarray(read, from), written)
    written += from - read
    read = to
  }
  return kept
}

/** A segment that keeps a picture upright, empty when it needs none. */
function turnOf(bytes: Uint8Array, segments: readonly JpegSegment[]): Uint8Array {
  for (const { marker, from, to } of segments) {
    const content = bytes.subarray(from + 4, to)
    if (marker !== 0xe1 || !latin(content.subarray(0, 6)).startsWith('Exif')) continue
    const turned = orientationOf(content.subarray(6))
    if (turned === 1) continue
    const exif = orientationAlone(turned)
    return new Uint8Array([0xff, 0xe1, 0, exif.length + 2, ...exif])
  }
  return new Uint8Array(0)
}

function readSegment(content: Uint8Array, marker: number, gathered: Gatherer): void {
  const head = latin(content.subarray(0, 32))
  if (marker === 0xfe) gathered.trace('remark', latin(content.subarray(0, 400)))
  else if (marker === 0xed) gathered.trace('remark', printable(content))
  else if (head.startsWith('Exif\0\0')) readExif(content.subarray(6), gathered)
  else if (head.startsWith('http://ns.adobe.com')) readXmp(content, gathered)
}

/** What XMP says of people and places. */
export function readXmp(content: Uint8Array, gathered: Gatherer): void {
  const text = new TextDecoder().decode(content.subarray(0, 65_536))
  const creator = /<dc:creator>[^]{0,200}?<rdf:li[^>]{0,100}>([^<]{1,200})</.exec(text)?.[1]
  if (creator !== undefined) gathered.trace('author', creator)
  if (/GPSLatitude/.test(text)) gathered.trace('location', 'XMP')
}

function printable(content: Uint8Array): string {
  return new TextDecoder()
    .decode(content.subarray(0, 4000))
    .replaceAll(/[^\p{L}\p{N}\p{P} ]+/gu, ' ')
    .slice(0, 200)
}
