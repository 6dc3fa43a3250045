import type * as Docx from 'docx'
import { docxFigure } from './figure.ts'
import { docxTable } from './table.ts'
import type { Pictures } from '../picture.ts'
import { isAddressee } from '../plain.ts'
import { itemNumbers } from '../to-text.ts'
import { officialPage as page } from '../official-page.ts'
import { sealedSignature } from './seal.ts'
import type { SealImage } from '../seal-image.ts'
import type { Block, Inline } from '../tree.ts'

type Children = (Docx.Paragraph | Docx.Table)[]
type Setting = { font?: string; size?: number }

/** 仿宋: the face of the body. */
const bodyFont = '仿宋_GB2312'
const headingFonts = { 1: '黑体', 2: '楷体_GB2312', 3: bodyFont, 4: bodyFont } as const
/** Twips of one character of the body. */
const em = page.bodySize * 20

/** What a document shows besides its text (印章和图片). */
export type Pictured = { seal: SealImage | null; pictures: Pictures }
const noPictures: Pictured = { seal: null, pictures: new Map() }

/** Writes the blocks of a document as paragraphs and tables of a Word file. */
export function docxBlocks(
  docx: typeof Docx,
  blocks: readonly Block[],
  { seal, pictures }: Pictured = noPictures,
): Children {
  return blocks.flatMap((block, index) =>
    block.type === 'signature' && seal !== null
      ? sealedSignature(docx, block.lines, seal, docxText)
      : block.type === 'figure'
        ? docxFigure(docx, block, { bytes: pictures.get(block.file), id: index + 2 }, docxText)
        : blockOf(docx, block, index),
  )
}

function blockOf(
  docx: typeof Docx,
  block: Exclude<Block, { type: 'figure' }>,
  index: number,
): Children {
  switch (block.type) {
    case 'heading':
      return [
        new docx.Paragraph({
          heading: docx.HeadingLevel[`HEADING_${block.level}`],
          keepNext: true,
          indent: { firstLine: 2 * em },
          children: docxText(docx, block.text, { font: headingFonts[block.level] }),
        }),
      ]
    case 'paragraph':
      return [paragraphOf(docx, block, index)]
    case 'list':
      return listOf(docx, block)
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [centered(docx, block.caption, '黑体')]),
        docxTable(docx, block, docxText),
      ]
    case 'signature':
      return block.lines.map(
        (line, at) =>
          new docx.Paragraph({
            alignment: docx.AlignmentType.RIGHT,
            keepNext: at < block.lines.length - 1,
            keepLines: true,
            indent: { right: 4 * em },
            spacing: at === 0 ? { before: em } : {},
            children: docxText(docx, [{ text: line }], {}),
          }),
      )
    default:
      return block satisfies never
  }
}

function paragraphOf(
  docx: typeof Docx,
  block: Extract<Block, { type: 'paragraph' }>,
  index: number,
): Docx.Paragraph {
  const children = docxText(docx, block.text, {})
  if (block.align !== undefined) {
    const alignment = docx.AlignmentType[block.align === 'center' ? 'CENTER' : 'RIGHT']
    return new docx.Paragraph({ alignment, children })
  }
  const isFlush = index === 0 && isAddressee(block)
  return new docx.Paragraph({
    alignment: docx.AlignmentType.BOTH,
    indent: isFlush ? {} : { firstLine: 2 * em },
    children,
  })
}

function listOf(
  docx: typeof Docx,
  { ordered, items }: Extract<Block, { type: 'list' }>,
): Docx.Paragraph[] {
  const marks = ordered ? itemNumbers(items) : items.map(() => '•')
  return items.map(
    ({ text, depth }, index) =>
      new docx.Paragraph({
        indent: { firstLine: (2 + depth) * em },
        children: docxText(docx, [{ text: `${marks[index] ?? ''} ` }, ...text], {}),
      }),
  )
}

function centered(docx: typeof Docx, text: string, font: string): Docx.Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    keepNext: true,
    children: docxText(docx, [{ text }], { font }),
  })
}

/** Runs of text with their settings; line breaks become breaks. */
export function docxText(
  docx: typeof Docx,
  text: readonly Inline[],
  setting: Setting,
): Docx.ParagraphChild[] {
  return text.flatMap((run): Docx.ParagraphChild[] => {
    const runs = run.text.split('\n').map((part, index) => runOf(docx, part, index, run, setting))
    return run.href === undefined
      ? runs
      : [new docx.ExternalHyperlink({ link: run.href, children: runs })]
  })
}

function runOf(
  docx: typeof Docx,
  text: string,
  index: number,
  { marks = [], href }: Inline,
  { font = bodyFont, size = page.bodySize }: Setting,
): Docx.TextRun {
  const isUnderlined = marks.includes('underline') || href !== undefined
  return new docx.TextRun({
    text,
    ...(index === 0 ? {} : { break: 1 }),
    font: fontOf(font),
    size: size * 2,
    color: '000000',
    bold: marks.includes('bold'),
    italics: marks.includes('italic'),
    strike: marks.includes('strike'),
    superScript: marks.includes('superscript'),
    subScript: marks.includes('subscript'),
    ...(isUnderlined ? { underline: {} } : {}),
  })
}

/** One face for all scripts, so that readers take it for Chinese and for figures. */
export function fontOf(name: string): {
  ascii: string
  eastAsia: string
  hAnsi: string
  cs: string
} {
  return { ascii: name, eastAsia: name, hAnsi: name, cs: name }
}
