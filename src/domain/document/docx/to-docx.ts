import type * as Docx from 'docx'
import { unzipSync, zipSync, type ZippableFile } from 'fflate'
import { docxBlocks, docxText, fontOf, type Pictured } from './blocks.ts'
import { tablesOffGrid } from './grid.ts'
import { roomForTurned } from './turn.ts'
import { captionOf, officialPage as page, type OfficialDocument } from '../official-page.ts'
import { textWidth } from '../pdf/break.ts'
import { titleLines } from '../title-lines.ts'

const coreName = 'docProps/core.xml'
const mainName = 'word/document.xml'
const mediaFolder = 'word/media/'
const moments = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g

/**
 * Writes a document as a Word file on the page of official documents (公文 Word, GB/T 9704): margins and
 * grid of 22 lines, 三号仿宋 body, 二号小标宋 title, 黑体 and 楷体 headings, page numbers outside.
 */
export async function toDocx(
  document: OfficialDocument,
  { seal = null, pictures = new Map() }: Partial<Pictured> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when it is needed: no other request pays for it.
  const docx = await import('docx')
  const file = new docx.Document({
    title: document.title,
    creator: document.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            size: page.bodySize * 2,
            font: fontOf('仿宋_GB2312'),
            language: { eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line: 578, lineRule: docx.LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              footer: twips(79),
            },
          },
          grid: { type: docx.DocumentGridType.LINES, linePitch: 580 },
        },
        footers: {
          default: folio(docx, docx.AlignmentType.RIGHT),
          even: folio(docx, docx.AlignmentType.LEFT),
        },
        children: [
          ...head(docx, document),
          ...docxBlocks(docx, document.tree.blocks, { seal, pictures }),
        ],
      },
    ],
  })
  return settled(new Uint8Array(await docx.Packer.toArrayBuffer(file)), document.writtenOn)
}

/** The same document gives the same bytes whenever it is written: its day stands for the clock's. */
function settled(bytes: Uint8Array, writtenOn: string | null): Uint8Array<ArrayBuffer> {
  const day = writtenOn ?? '2000-01-01'
  const parts = unzipSync(bytes)
  rewrite(parts, coreName, (xml) => xml.replaceAll(moments, `${day}T00:00:00.000Z`))
  rewrite(parts, mainName, (xml) => tablesOffGrid(roomForTurned(xml)))
  // Pictures are packed already.
  const packed = Object.entries(parts).map(([name, part]): [string, ZippableFile] => [
    name,
    name.startsWith(mediaFolder) ? [part, { level: 0 }] : part,
  ])
  return new Uint8Array(zipSync(Object.fromEntries(packed), { mtime: `${day}T12:00:00` }))
}

function rewrite(
  parts: Record<string, Uint8Array>,
  name: string,
  change: (xml: string) => string,
): void {
  const part = parts[name]
  if (part === undefined) return
  const xml = change(new TextDecoder().decode(part))
  parts[name] = new Uint8Array(new TextEncoder().encode(xml))
}

function head(docx: typeof Docx, document: OfficialDocument): Docx.Paragraph[] {
  const centered = { alignment: docx.AlignmentType.CENTER }
  const paragraphs: Docx.Paragraph[] = []
  if (document.docNumber !== null) {
    const children = docxText(docx, [{ text: document.docNumber }], { font: '楷体_GB2312' })
    paragraphs.push(new docx.Paragraph({ ...centered, children, spacing: { after: 480 } }))
  }
  const room = (page.width - page.left - page.right) / page.titleSize
  const lines = titleLines(document.title, room, (text) => textWidth(text))
  const title = docxText(docx, [{ text: lines.join('\n') }], {
    font: '方正小标宋简体',
    size: page.titleSize,
  })
  paragraphs.push(
    new docx.Paragraph({
      ...centered,
      children: title,
      heading: docx.HeadingLevel.TITLE,
      spacing: { line: 720, lineRule: docx.LineRuleType.EXACT, after: 0 },
    }),
  )
  const caption = captionOf(document)
  if (caption !== null) {
    const children = docxText(docx, [{ text: caption }], { font: '楷体_GB2312' })
    paragraphs.push(new docx.Paragraph({ ...centered, children }))
  }
  return [...paragraphs, new docx.Paragraph({})]
}

function folio(
  docx: typeof Docx,
  alignment: (typeof Docx.AlignmentType)['LEFT' | 'RIGHT'],
): Docx.Footer {
  const run = new docx.TextRun({
    children: ['— ', docx.PageNumber.CURRENT, ' —'],
    font: fontOf('宋体'),
    size: page.numberSize * 2,
  })
  const side = 280
  return new docx.Footer({
    children: [
      new docx.Paragraph({ alignment, indent: { left: side, right: side }, children: [run] }),
    ],
  })
}

function twips(inPoints: number): number {
  return Math.round(inPoints * 20)
}
