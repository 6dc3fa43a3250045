import type * as Docx from 'docx'
import { officialPage as page } from '../official-page.ts'
import { placeSeal, sealGap, sealWidth } from '../seal-place.ts'
import type { SealImage } from '../seal-image.ts'
import type { Inline } from '../tree.ts'

type Runs = (docx: typeof Docx, text: readonly Inline[], setting: object) => Docx.ParagraphChild[]

/** Points between the lines of the body, as the page is set. */
const leading = 578 / 20
/** English metric units of a point. */
const emu = 12_700

/** Name and date with the seal over both (落款和印章), as paragraphs of a Word file. */
export function sealedSignature(
  docx: typeof Docx,
  lines: readonly string[],
  { png }: SealImage,
  runs: Runs,
): Docx.Paragraph[] {
  const { insets, middle, above } = placeSeal(lines, leading)
  const gap = Array.from({ length: sealGap }, () => new docx.Paragraph({ keepNext: true }))
  const signed = lines.map((line, at) => {
    const isLast = at === lines.length - 1
    const right = Math.round((insets[at] ?? 0) * page.bodySize * 20)
    return new docx.Paragraph({
      alignment: docx.AlignmentType.RIGHT,
      keepNext: !isLast,
      keepLines: true,
      // Word would set a gap between figures and characters, and the date off the middle of the seal.
      autoSpaceEastAsianText: false,
      indent: { right },
      children: [
        ...(isLast ? [sealRun(docx, png, middle * page.bodySize, above)] : []),
        ...runs(docx, [{ text: line }], {}),
      ],
    })
  })
  return [...gap, ...signed]
}

function sealRun(
  docx: typeof Docx,
  png: Uint8Array<ArrayBuffer>,
  middle: number,
  above: number,
): Docx.ImageRun {
  const size = Math.round((sealWidth * 96) / 72)
  const left = page.width - page.right - middle - sealWidth / 2
  return new docx.ImageRun({
    type: 'png',
    data: png,
    transformation: { width: size, height: size },
    altText: { id: '1', name: 'seal', title: '印章', description: '印章' },
    floating: {
      horizontalPosition: {
        relative: docx.HorizontalPositionRelativeFrom.PAGE,
        offset: Math.round(left * emu),
      },
      verticalPosition: {
        relative: docx.VerticalPositionRelativeFrom.PARAGRAPH,
        offset: Math.round((-above - sealWidth / 2) * emu),
      },
      allowOverlap: true,
      behindDocument: false,
      wrap: { type: docx.TextWrappingType.NONE },
    },
  })
}
