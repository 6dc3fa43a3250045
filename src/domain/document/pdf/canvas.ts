import { officialPage as page } from '../official-page.ts'
import { noGlyphs, type Glyphs } from '../glyph/glyph.ts'
import type { Line } from './break.ts'
import type { Face } from './face.ts'
import { newGlyphFonts, type GlyphFonts } from './glyphs.ts'
import { n } from './object.ts'
import type { PdfPicture } from './picture.ts'
import { showUnits } from './show.ts'
import type { Pictures } from '../picture.ts'
import type { Inline } from '../tree.ts'
import { mayBeSpread, unitsOf, type Unit } from '../units.ts'
import { visualOrder } from '../visual-order.ts'

/** Typeface and size in points; `advance` is how far one em goes. */
export type Setting = { face: Face; size: number; advance: number }

/** Pages as drawing orders; `y` counts down from the top of the page, in points. */
export type Canvas = {
  pages: string[][]
  y: number
  /** where the text area ends */ bottom: number
  /** whether a signature bears a seal, drawn as the picture `Seal` */ isSealed: boolean
  /** outlines at hand */ glyphs: Glyphs
  /** outlines used */ fonts: GlyphFonts
  /** pictures at hand */ pictures: Pictures
  /** pictures that were read, by the name of their file */ drawn: Map<string, PdfPicture>
}

/** Width of the text area in points. */
export const areaWidth = page.width - page.left - page.right

/** Height of a line of body text, in points. */
export const bodyLeading = (page.height - page.top - page.bottom) / page.lines

/** Makes a canvas with one empty page. */
export function newCanvas(
  isSealed: boolean,
  glyphs: Glyphs = noGlyphs,
  pictures: Pictures = new Map(),
): Canvas {
  const bottom = page.height - page.bottom + 0.01
  const fonts = newGlyphFonts()
  return { pages: [[]], y: page.top, bottom, isSealed, glyphs, fonts, pictures, drawn: new Map() }
}

/** Begins a page. */
export function breakPage(canvas: Canvas): void {
  canvas.pages.push([])
  canvas.y = page.top
}

/** Whether a height still fits on the page. */
export function fits(canvas: Canvas, height: number): boolean {
  return canvas.y + height <= canvas.bottom
}

/** Draws the seal as a square around a place; what lies below shows through. */
export function stamp(canvas: Canvas, x: number, y: number, width: number): void {
  const [left, bottom] = [x - width / 2, page.height - y - width / 2]
  const order = `q /Stamp gs ${n(width)} 0 0 ${n(width)} ${n(left)} ${n(bottom)} cm /Seal Do Q`
  canvas.pages.at(-1)?.push(order)
}

/** Draws a picture that was read, where a matrix puts it. */
export function show(canvas: Canvas, file: string, matrix: readonly number[]): void {
  const name = pictureName([...canvas.drawn.keys()].indexOf(file))
  canvas.pages.at(-1)?.push(`q ${matrix.map(n).join(' ')} cm /${name} Do Q`)
}

/** Name of the n-th picture among the resources of a file. */
export function pictureName(at: number): string {
  return `P${String(at)}`
}

/** Draws a line from one place to another. */
export function rule(canvas: Canvas, x1: number, y1: number, x2: number, y2: number): void {
  canvas.pages.at(-1)?.push(`${n(x1)} ${n(page.height - y1)} m ${n(x2)} ${n(page.height - y2)} l S`)
}

/**
 * Writes a line of text with its base on `baseline`; `stretch` points are spread over the gaps
 * between its characters.
 */
export function writeLine(
  canvas: Canvas,
  { pieces }: Pick<Line, 'pieces'>,
  at: { x: number; baseline: number; stretch?: number },
  setting: Setting,
): void {
  const drawn = pieces.map((piece) => ({
    ...piece,
    units: visualOrder(unitsOf(piece.text, canvas.glyphs)),
  }))
  const count = drawn.reduce((sum, { units }) => sum + gapsIn(units), 0)
  const gap = count > 1 ? (at.stretch ?? 0) / (count - 1) : 0
  let x = at.x
  for (const { units, run, width } of drawn) {
    const length = width * setting.advance + gap * gapsIn(units)
    const orders = pieceOrders(
      canvas,
      units,
      run,
      { x, baseline: at.baseline, gap, length },
      setting,
    )
    canvas.pages.at(-1)?.push(...orders)
    x += length
  }
}

/** Places where space may be put, the one behind the last unit too. */
function gapsIn(units: readonly Unit[]): number {
  return units.filter((unit, at) => mayBeSpread(unit, units[at + 1])).length
}

function pieceOrders(
  canvas: Canvas,
  units: readonly Unit[],
  { marks = [], href }: Inline,
  at: { x: number; baseline: number; gap: number; length: number },
  setting: Setting,
): string[] {
  const y = page.height - at.baseline
  const orders = [textOrders(canvas, units, marks, setting, { x: at.x, y, gap: at.gap })]
  const lineAt = (height: number): string =>
    `${n(at.x)} ${n(y + height)} m ${n(at.x + at.length)} ${n(y + height)} l S`
  const isUnderlined = marks.includes('underline') || href !== undefined
  if (isUnderlined) orders.push(lineAt(-setting.size * 0.18))
  if (marks.includes('strike')) orders.push(lineAt(setting.size * 0.3))
  return orders
}

/** Text with font, size, scale, gap and place, and the end of what it sets. */
function textOrders(
  canvas: Canvas,
  units: readonly Unit[],
  marks: NonNullable<Inline['marks']>,
  { face, size, advance }: Setting,
  at: { x: number; y: number; gap: number },
): string {
  const isRaised = marks.includes('superscript')
  const isLowered = marks.includes('subscript')
  const own = isRaised || isLowered ? size * 0.65 : size
  const rise = isRaised ? size * 0.35 : 0
  const base = at.y + (isLowered ? -size * 0.12 : rise)
  // The grid is a little narrower than 28 characters of this size: they are set closer.
  const scale = (advance / own) * 100
  const slant = marks.includes('italic') ? 0.2 : 0
  const isBold = marks.includes('bold')
  const spread = n((at.gap * 100) / scale)
  const place = `${n(scale)} Tz ${spread} Tc 1 0 ${n(slant)} 1 ${n(at.x)} ${n(base)} Tm`
  const shown = showUnits(canvas.fonts, units, { face, size: own, spread })
  return `BT ${isBold ? `2 Tr ${n(size / 40)} w ` : ''}${place} ${shown}${isBold ? ' 0 Tr 0.5 w' : ''} ET`
}
