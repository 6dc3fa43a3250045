import { officialPage as page } from './official-page.ts'
import type { Line } from './pdf-break.ts'
import type { Inline } from './tree.ts'

/** Typefaces of official documents: 宋体, 仿宋, 黑体, 楷体. */
export type Face = 'song' | 'fang' | 'hei' | 'kai'
/** Typeface and size in points; `advance` is how far one em goes. */
export type Setting = { face: Face; size: number; advance: number }

/** Pages as drawing orders; `y` counts down from the top of the page, in points. */
export type Canvas = {
  pages: string[][]
  y: number
  /** where the text area ends */ bottom: number
  /** whether a signature bears a seal, drawn as the picture `Seal` */ isSealed: boolean
}

/** Width of the text area in points. */
export const areaWidth = page.width - page.left - page.right

/** Height of a line of body text, in points. */
export const bodyLeading = (page.height - page.top - page.bottom) / page.lines

/** Makes a canvas with one empty page. */
export function newCanvas(isSealed: boolean): Canvas {
  return { pages: [[]], y: page.top, bottom: page.height - page.bottom + 0.01, isSealed }
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
  const count = pieces.reduce((sum, { text }) => sum + charactersIn(text), 0)
  const gap = count > 1 ? (at.stretch ?? 0) / (count - 1) : 0
  let x = at.x
  for (const { text, run, width } of pieces) {
    const length = width * setting.advance + gap * charactersIn(text)
    canvas.pages
      .at(-1)
      ?.push(...drawn(text, run, { x, baseline: at.baseline, gap, length }, setting))
    x += length
  }
}

function drawn(
  text: string,
  { marks = [], href }: Inline,
  at: { x: number; baseline: number; gap: number; length: number },
  setting: Setting,
): string[] {
  const y = page.height - at.baseline
  const shownAs = shownText(text)
  const glyphs = `${settingOrders(marks, setting, at, y)} <${hex(shownAs ?? text)}> Tj`
  const tail = marks.includes('bold') ? ' 0 Tr 0.5 w ET' : ' ET'
  const orders = [shownAs === null ? glyphs + tail : `${spanOf(text)}${glyphs}${tail} EMC`]
  const lineAt = (height: number): string =>
    `${n(at.x)} ${n(y + height)} m ${n(at.x + at.length)} ${n(y + height)} l S`
  const isUnderlined = marks.includes('underline') || href !== undefined
  if (isUnderlined) orders.push(lineAt(-setting.size * 0.18))
  if (marks.includes('strike')) orders.push(lineAt(setting.size * 0.3))
  return orders
}

/** Font, size, scale, gap and place of a piece of text. */
function settingOrders(
  marks: NonNullable<Inline['marks']>,
  { face, size, advance }: Setting,
  at: { x: number; gap: number },
  y: number,
): string {
  const isRaised = marks.includes('superscript')
  const isLowered = marks.includes('subscript')
  const shown = isRaised || isLowered ? size * 0.65 : size
  const rise = isRaised ? size * 0.35 : 0
  const base = y + (isLowered ? -size * 0.12 : rise)
  // The grid is a little narrower than 28 characters of this size: they are set closer.
  const scale = (advance / shown) * 100
  const slant = marks.includes('italic') ? 0.2 : 0
  const bold = marks.includes('bold') ? `2 Tr ${n(size / 40)} w ` : ''
  return `BT ${bold}/${face} ${n(shown)} Tf ${n(scale)} Tz ${n((at.gap * 100) / scale)} Tc 1 0 ${n(slant)} 1 ${n(at.x)} ${n(base)} Tm`
}

/** Signs that every Chinese font has under the names that the file uses. */
const common = /^[ -~·×÷—…‘’“”Α-ωА-яℓ№①-⓿─-◿　-〿ぁ-ヿ㈠-㉃㊀-㋾㎎-㏕㐀-䶵一-龥＀-￯]*$/

/** Beyond the first plane, and the scripts that the character map of the file does not have. */
const uncovered =
  /[\u{10000}-\u{10ffff}\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Yi}\p{Script=Tai_Le}]/gu

/**
 * Text as it is drawn, when that is not the text itself: beyond the plane that fonts cover a 〓 holds
 * the place, and what is copied or searched is still the character. Null for common text.
 */
function shownText(text: string): string | null {
  return common.test(text) ? null : text.replaceAll(uncovered, '〓')
}

function spanOf(text: string): string {
  return `/Span<</ActualText<feff${hex(text)}>>>BDC `
}

function charactersIn(text: string): number {
  return Array.from(text).length
}

/** A number as PDF writes it. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Text as UTF-16BE in hexadecimal. */
export function hex(text: string): string {
  let written = ''
  for (let at = 0; at < text.length; at += 1) {
    written += text.charCodeAt(at).toString(16).padStart(4, '0')
  }
  return written
}
