import { officialPage as page } from '../official-page.ts'
import { breakLines, type Line } from './break.ts'
import {
  areaWidth,
  bodyLeading,
  breakPage,
  fits,
  stamp,
  writeLine,
  type Canvas,
  type Setting,
} from './canvas.ts'
import type { Face } from './face.ts'
import { drawPicture, figureHeight } from './figure.ts'
import { drawTable, startHeight } from './table.ts'
import { placeSeal, sealedHeight, sealGap, sealWidth } from '../seal-place.ts'
import { isAddressee } from '../plain.ts'
import { itemNumbers } from '../to-text.ts'
import type { Block, Inline } from '../tree.ts'

const advance = areaWidth / page.columns
const faces: Readonly<Record<1 | 2 | 3 | 4, Face>> = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' }

/** Draws the blocks of a document one below the other on the grid of 22 lines and 28 characters. */
export function drawBlocks(canvas: Canvas, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    drawBlock(canvas, block, index, neededBelow(canvas, block, next))
  }
}

/** Points below a block that must be on its page. */
function neededBelow(canvas: Canvas, block: Block, next: Block | undefined): number {
  if (block.type === 'heading') return belowHeading(canvas, next)
  // A seal never stands on a page without text (GB/T 9704-2012 7.3.5.5).
  return canvas.isSealed && next?.type === 'signature' ? sealedHeight(next.lines, bodyLeading) : 0
}

/** What a heading has to have below it on its page: a line, a picture, or where a table begins. */
function belowHeading(canvas: Canvas, next: Block | undefined): number {
  if (next?.type === 'figure') return figureHeight(canvas, next)
  return next?.type === 'table'
    ? Math.max(bodyLeading, startHeight(canvas, next, bodyLeading))
    : bodyLeading
}

function drawBlock(canvas: Canvas, block: Block, index: number, follows: number): void {
  switch (block.type) {
    case 'heading':
      // A heading never stands alone at the foot of a page.
      if (!fits(canvas, bodyLeading + follows)) breakPage(canvas)
      return drawText(canvas, block.text, body(faces[block.level]), { indent: 2 })
    case 'paragraph':
      return drawText(canvas, block.text, body('fang'), {
        indent: block.align !== undefined || (index === 0 && isAddressee(block)) ? 0 : 2,
        align: block.align,
        follows,
      })
    case 'list':
      return drawList(canvas, block)
    case 'table':
      if (block.caption !== undefined) {
        if (!fits(canvas, startHeight(canvas, block, bodyLeading))) breakPage(canvas)
        drawText(canvas, [{ text: block.caption }], body('hei'), { align: 'center' })
      }
      return drawTable(canvas, block)
    case 'figure':
      return drawFigure(canvas, block)
    case 'signature':
      return canvas.isSealed ? drawSealed(canvas, block.lines) : drawSignature(canvas, block.lines)
    default:
      return block satisfies never
  }
}

/** The picture and what stands below it, or what it shows in words. */
function drawFigure(canvas: Canvas, figure: Extract<Block, { type: 'figure' }>): void {
  const { alt, caption } = figure
  const isDrawn = drawPicture(canvas, figure)
  const words = [
    ...(isDrawn ? [] : [`〔图：${alt}〕`]),
    ...(caption === undefined ? [] : [caption]),
  ]
  for (const text of words) drawText(canvas, [{ text }], body('kai'), { align: 'center' })
}

function drawList(canvas: Canvas, { ordered, items }: Extract<Block, { type: 'list' }>): void {
  const marks = ordered ? itemNumbers(items) : items.map(() => '·')
  for (const [index, { text, depth }] of items.entries()) {
    const mark = `${marks[index] ?? ''} `
    drawText(canvas, [{ text: mark }, ...text], body('fang'), { indent: 2 + depth })
  }
}

/** Issuers and date stand together, four characters from the right edge. */
function drawSignature(canvas: Canvas, lines: readonly string[]): void {
  if (!fits(canvas, (lines.length + 1) * bodyLeading)) breakPage(canvas)
  if (canvas.y !== page.top) canvas.y += bodyLeading
  for (const line of lines) {
    drawText(canvas, [{ text: line }], body('fang'), { align: 'right', inset: 4 })
  }
}

/** Name above the date in the middle of the seal, whose top is within one line of the text. */
function drawSealed(canvas: Canvas, lines: readonly string[]): void {
  if (!fits(canvas, sealedHeight(lines, bodyLeading))) breakPage(canvas)
  canvas.y += sealGap * bodyLeading
  const { insets, middle, above } = placeSeal(lines, bodyLeading, canvas.glyphs)
  for (const [at, line] of lines.entries()) {
    drawText(canvas, [{ text: line }], body('fang'), { align: 'right', inset: insets[at] ?? 0 })
  }
  const last = canvas.y - bodyLeading
  stamp(canvas, page.width - page.right - middle * advance, last - above, sealWidth)
}

function body(face: Face): Setting {
  return { face, size: page.bodySize, advance }
}

type Placing = {
  indent?: number
  align?: 'center' | 'right' | undefined
  /** ems left free at the right */ inset?: number
  leading?: number
  /** points that must fit below the last two lines on the same page */ follows?: number
}

/** Writes text as lines from `canvas.y` on, over as many pages as it takes. */
export function drawText(
  canvas: Canvas,
  text: readonly Inline[],
  setting: Setting,
  placing: Placing = {},
): void {
  const { indent = 0, inset = 0, leading = bodyLeading, follows = 0 } = placing
  const width = areaWidth / setting.advance - inset
  let isFirst = true
  const lines = breakLines(text, width + 0.01, indent, canvas.glyphs)
  for (const [at, line] of lines.entries()) {
    if (!fits(canvas, neededFor(at, lines.length, leading, follows))) breakPage(canvas)
    placeLine(canvas, line, setting, { ...placing, leading, indent: isFirst ? indent : 0, inset })
    canvas.y += leading
    isFirst = line.isLast
  }
}

/** The last two lines stay with what must follow them. */
function neededFor(at: number, lines: number, leading: number, follows: number): number {
  const isTail = follows > 0 && at === Math.max(0, lines - 2)
  return isTail ? (lines - at) * leading + follows : leading
}

function placeLine(
  canvas: Canvas,
  line: Line,
  setting: Setting,
  { indent, align, inset, leading }: Placing & Record<'indent' | 'inset' | 'leading', number>,
): void {
  const whole = areaWidth / setting.advance
  const width = whole - inset
  const baseline = canvas.y + (leading + setting.size * 0.76) / 2
  const within = align === 'center' ? whole : width
  const x = page.left + startOf(line, within, indent, align) * setting.advance
  const slack = (width - line.width) * setting.advance
  const isFull = align === undefined && !line.isLast && slack < 2 * setting.advance
  writeLine(canvas, line, { x, baseline, stretch: isFull ? slack : 0 }, setting)
}

function startOf(
  { width: used }: Line,
  width: number,
  indent: number,
  align: Placing['align'],
): number {
  if (align === 'center') return (width - used) / 2
  return align === 'right' ? width - used : indent
}
