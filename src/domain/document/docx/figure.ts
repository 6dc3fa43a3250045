import type * as Docx from 'docx'
import { jpegHead } from '../../shared/jpeg-head.ts'
import { officialPage as page } from '../official-page.ts'
import { pictureHead, sizeOnPage } from '../picture.ts'
import type { Block, Inline } from '../tree.ts'

type Figure = Extract<Block, { type: 'figure' }>
type Runs = (
  docx: typeof Docx,
  text: readonly Inline[],
  setting: { font?: string },
) => Docx.ParagraphChild[]

/** The picture of a figure, and the number of what is drawn: the same document is the same file. */
type Given = { bytes: Uint8Array<ArrayBuffer> | undefined; id: number }

/** Screen pixels of a point, in which the writer of Word files counts. */
const pixel = 96 / 72
const areaWidth = page.width - page.left - page.right
const lineHeight = (page.height - page.top - page.bottom) / page.lines
/** Lines that are kept free for a heading above and a caption below. */
const keptLines = 5

/**
 * Writes a figure as paragraphs of a Word file (Word 中的图): its picture within the page, then its caption
 * on the same page; without a picture, what it shows in words.
 */
export function docxFigure(
  docx: typeof Docx,
  figure: Figure,
  { bytes, id }: Given,
  runs: Runs,
): Docx.Paragraph[] {
  const { alt, caption } = figure
  const picture = bytes === undefined ? null : pictureRun(docx, figure, { bytes, id })
  const line = (text: string, keepNext: boolean): Docx.Paragraph =>
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext,
      children: runs(docx, [{ text }], { font: '楷体_GB2312' }),
    })
  const shown =
    picture === null
      ? line(`〔图：${alt}〕`, caption !== undefined)
      : new docx.Paragraph({
          alignment: docx.AlignmentType.CENTER,
          keepNext: caption !== undefined,
          // In lines of a set height Word would show a strip of the picture.
          spacing: { line: 240, lineRule: docx.LineRuleType.AUTO, before: 120, after: 120 },
          children: [picture],
        })
  return caption === undefined ? [shown] : [shown, line(caption, false)]
}

function pictureRun(
  docx: typeof Docx,
  { file, alt, width: share }: Figure,
  { bytes, id }: { bytes: Uint8Array<ArrayBuffer>; id: number },
): Docx.ImageRun | null {
  const head = pictureHead(bytes)
  if (head === null) return null
  const room = { width: areaWidth, height: (page.lines - keptLines) * lineHeight }
  const upright = sizeOnPage(head, share, room)
  const turn = turns[jpegHead(bytes)?.turn ?? 1]
  const isLying = turn?.rotation === 90 || turn?.rotation === 270
  const size = isLying ? { width: upright.height, height: upright.width } : upright
  return new docx.ImageRun({
    type: head.type === 'png' ? 'png' : 'jpg',
    data: bytes,
    transformation: {
      width: Math.round(size.width * pixel),
      height: Math.round(size.height * pixel),
      ...turn,
    },
    altText: { id: String(id), name: file, title: '', description: alt },
  })
}

/** What Word does itself to stand a picture upright: it does not look at EXIF. */
const turns: Readonly<
  Record<number, { rotation?: number; flip?: { horizontal?: boolean; vertical?: boolean } }>
> = {
  2: { flip: { horizontal: true } },
  3: { rotation: 180 },
  4: { flip: { vertical: true } },
  5: { rotation: 270, flip: { horizontal: true } },
  6: { rotation: 90 },
  7: { rotation: 90, flip: { horizontal: true } },
  8: { rotation: 270 },
}
