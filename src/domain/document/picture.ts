import { isJpeg, isPng } from '../shared/file-shape.ts'
import { jpegHead } from '../shared/jpeg-head.ts'
import { pngHead } from './png/head.ts'

/** A picture that texts can show (图), and how large it is when it stands upright. */
export type PictureHead = { type: 'png' | 'jpeg'; width: number; height: number }

/** Most points that a picture in a text may have: what a telephone still draws. */
export const mostPixels = 64_000_000

/** Reads what kind of picture a file is and how large (图片尺寸), nothing unpacked; null for all else. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const jpeg = jpegHead(bytes)
  if (jpeg !== null) {
    const isTurned = jpeg.turn > 4
    const [width, height] = isTurned ? [jpeg.height, jpeg.width] : [jpeg.width, jpeg.height]
    return isJpeg(bytes) ? { type: 'jpeg', width, height } : null
  }
  const png = pngHead(bytes)
  if (png === null || png.width === 0 || png.height === 0 || !isPng(bytes)) return null
  return { type: 'png', width: png.width, height: png.height }
}

/** Whether a picture is small enough to be shown in a text. */
export function isShowable({ width, height }: Pick<PictureHead, 'width' | 'height'>): boolean {
  return width * height <= mostPixels
}

/** Pictures at hand when a document is written, by the file that its figures name (文稿的图片). */
export type Pictures = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** Points of a picture that says nothing of its size on paper: 96 to the inch, as screens have it. */
const pointsPerPixel = 0.75

/**
 * Size of a picture on the page in points (图的大小): its share of the text's width where it has one,
 * otherwise its own, and never beyond `room`.
 */
export function sizeOnPage(
  { width: pixels, height }: { width: number; height: number },
  share: number | undefined,
  room: { width: number; height: number },
): { width: number; height: number } {
  const wanted = share === undefined ? pixels * pointsPerPixel : (room.width * share) / 100
  const scale = Math.min(wanted / pixels, room.width / pixels, room.height / height)
  return { width: pixels * scale, height: height * scale }
}
