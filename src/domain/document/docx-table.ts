import type * as Docx from 'docx'
import { officialPage as page } from './official-page.ts'
import type { Block, Inline } from './tree.ts'

type WriteText = (
  docx: typeof Docx,
  text: readonly Inline[],
  setting: { font?: string; size?: number },
) => Docx.ParagraphChild[]

/** Writes a table with borders (表格); a first row of heads is repeated on every page. */
export function docxTable(
  docx: typeof Docx,
  { rows }: Extract<Block, { type: 'table' }>,
  writeText: WriteText,
): Docx.Table {
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new docx.TableRow({
          tableHeader: index === 0 && row.every(({ head }) => head === true),
          cantSplit: true,
          children: row.map(
            ({ text, head, colspan = 1, rowspan = 1 }) =>
              new docx.TableCell({
                columnSpan: colspan,
                rowSpan: Math.min(rowspan, rows.length - index),
                margins: { left: 80, right: 80, top: 40, bottom: 40 },
                children: [
                  new docx.Paragraph({
                    spacing: { line: 360, lineRule: docx.LineRuleType.EXACT },
                    children: writeText(docx, text, {
                      size: page.tableSize,
                      ...(head === true ? { font: '黑体' } : {}),
                    }),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}
