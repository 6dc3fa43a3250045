import { noGlyphs, type Glyphs } from '../glyph/glyph.ts'
import { captionOf, officialPage as page, type OfficialDocument } from '../official-page.ts'
import { drawBlocks, drawText } from './blocks.ts'
import { textWidth } from './break.ts'
import { areaWidth, bodyLeading, newCanvas, writeLine, type Setting } from './canvas.ts'
import type { Pictures } from '../picture.ts'
import { decodePng } from '../png/png.ts'
import type { SealImage } from '../seal-image.ts'
import { writePdf } from './write.ts'
import { titleLines } from '../title-lines.ts'

const title: Setting = { face: 'song', size: page.titleSize, advance: page.titleSize }
const caption: Setting = { face: 'kai', size: page.bodySize, advance: areaWidth / page.columns }
const folio: Setting = { face: 'song', size: page.numberSize, advance: page.numberSize }

/**
 * Writes a document as a PDF file on the page of official documents (公文 PDF, GB/T 9704). Fonts are
 * named, not embedded: every system that shows Chinese shows it, but it is no PDF/A. What those fonts
 * lack is drawn with `glyphs`; a figure without its picture is told in words.
 */
export function toPdf(
  document: OfficialDocument,
  {
    seal = null,
    glyphs = noGlyphs,
    pictures = new Map(),
  }: { seal?: SealImage | null; glyphs?: Glyphs; pictures?: Pictures } = {},
): Uint8Array<ArrayBuffer> {
  const canvas = newCanvas(seal !== null, glyphs, pictures)
  const center = { align: 'center' } as const
  if (document.docNumber !== null) {
    drawText(canvas, [{ text: document.docNumber }], caption, center)
    canvas.y += bodyLeading
  }
  const lines = titleLines(document.title, areaWidth / title.advance, (text) =>
    textWidth(text, glyphs),
  )
  drawText(canvas, [{ text: lines.join('\n') }], title, { align: 'center', leading: 36 })
  const note = captionOf(document)
  if (note !== null) drawText(canvas, [{ text: note }], caption, center)
  canvas.y += bodyLeading
  drawBlocks(canvas, document.tree.blocks)
  numberPages(canvas.pages)
  return writePdf(
    canvas.pages.map((orders) => `0.5 w\n${orders.join('\n')}`),
    document.title,
    {
      seal: seal === null ? null : decodePng(seal.png),
      glyphs: canvas.fonts,
      pictures: [...canvas.drawn.values()],
    },
  )
}

/** Page numbers — 1 — at the outer edge below the text, one character in (页码). */
function numberPages(pages: readonly string[][]): void {
  for (const [index, orders] of pages.entries()) {
    const text = `— ${index + 1} —`
    const width = textWidth(text) * folio.advance
    const isOdd = index % 2 === 0
    const x = isOdd ? page.width - page.right - width - folio.size : page.left + folio.size
    const line = { pieces: [{ text, run: { text }, width: textWidth(text) }] }
    const baseline = page.height - page.bottom + 30
    writeLine({ ...newCanvas(false), pages: [orders] }, line, { x, baseline }, folio)
  }
}
