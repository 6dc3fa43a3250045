import { officialPage as page } from '../official-page.ts'
import { breakLines } from './break.ts'
import { areaWidth, bodyLeading, breakPage, fits, show, type Canvas } from './canvas.ts'
import { pdfPicture, type PdfPicture, uprightMatrix } from './picture.ts'
import { sizeOnPage } from '../picture.ts'
import type { Block } from '../tree.ts'

type Figure = Extract<Block, { type: 'figure' }>
/** Where a figure goes: how large its picture is drawn, and how many lines of text it takes. */
type Layout = { picture: PdfPicture; width: number; height: number; lines: number; below: number }

/** Most lines of a page that a figure takes: a heading stands above it. */
const mostLines = page.lines - 2
/** Ems of a line of text. */
const ems = page.columns

/** Height of a figure with its caption (图高), in points; 0 for one whose picture is not at hand. */
export function figureHeight(canvas: Canvas, figure: Figure): number {
  const layout = layoutOf(canvas, figure)
  return layout === null ? 0 : (layout.lines + layout.below) * bodyLeading
}

/**
 * Draws the picture of a figure in the middle (画图), within the page and on the page of its caption; false
 * when there is none at hand.
 */
export function drawPicture(canvas: Canvas, figure: Figure): boolean {
  const layout = layoutOf(canvas, figure)
  if (layout === null) return false
  const { picture, width, height, lines, below } = layout
  if (!fits(canvas, (lines + below) * bodyLeading)) breakPage(canvas)
  const top = canvas.y + (lines * bodyLeading - height) / 2
  const box = {
    x: page.left + (areaWidth - width) / 2,
    y: page.height - top - height,
    width,
    height,
  }
  show(canvas, figure.file, uprightMatrix(picture.turn, box))
  canvas.y += lines * bodyLeading
  return true
}

function layoutOf(canvas: Canvas, figure: Figure): Layout | null {
  const picture = pictureOf(canvas, figure.file)
  if (picture === null) return null
  const below = captionLines(canvas, figure.caption)
  const room = { width: areaWidth, height: (mostLines - below) * bodyLeading }
  const { width, height } = sizeOnPage(picture, figure.width, room)
  // Text below goes on in the lines of the page.
  const lines = Math.max(1, Math.ceil(height / bodyLeading - 0.001))
  return { picture, width, height, lines, below }
}

function captionLines({ glyphs }: Canvas, caption: string | undefined): number {
  if (caption === undefined) return 0
  return Math.min(mostLines - 2, breakLines([{ text: caption }], ems, 0, glyphs).length)
}

/** Each picture is read once, however often it is shown. */
function pictureOf({ pictures, drawn }: Canvas, file: string): PdfPicture | null {
  const known = drawn.get(file)
  if (known !== undefined) return known
  const bytes = pictures.get(file)
  const picture = bytes === undefined ? null : pdfPicture(bytes)
  if (picture !== null) drawn.set(file, picture)
  return picture
}
