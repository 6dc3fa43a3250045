import type * as Docx from 'docx'
import { officialPage as page, tableSize } from '../official-page.ts'
import { centredIn, columnsOf, columnWidths, headRows, isHeadRow } from '../table-grid.ts'
import type { Block, Inline } from '../tree.ts'

/** Width between the margins, and what the sides of a cell take, in points. */
const areaWidth = page.width - page.left - page.right
const sides = { left: 80, right: 80 }
const padding = (sides.left + sides.right) / 20 + 1

type WriteText = (
  docx: typeof Docx,
  text: readonly Inline[],
  setting: { font?: string; size?: number },
) => Docx.ParagraphChild[]

/** Writes a table with borders (表格); first rows of heads are repeated on every page, columns are as wide as there is to read. */
export function docxTable(
  docx: typeof Docx,
  { rows }: Extract<Block, { type: 'table' }>,
  writeText: WriteText,
): Docx.Table {
  const columns = columnsOf(rows)
  const size = tableSize(columns)
  const widths = columnWidths(rows, {
    columns,
    width: areaWidth,
    em: size,
    padding,
  }).map((width) => Math.round(width * 20))
  const heads = headRows(rows)
  const last = rows.length - 1
  const isCentred = centredIn(rows)
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    rows: rows.map(
      (row, index) =>
        new docx.TableRow({
          tableHeader: index < heads,
          cantSplit: true,
          children: row.map((cell) => {
            const { text, head, colspan = 1, rowspan = 1 } = cell
            return new docx.TableCell({
              columnSpan: colspan,
              rowSpan: Math.min(rowspan, rows.length - index),
              margins: { ...sides, top: 40, bottom: 40 },
              verticalAlign: docx.VerticalAlignTable.CENTER,
              children: [
                new docx.Paragraph({
                  keepNext: index < last && isHeadRow(row),
                  ...(isCentred(cell, row) ? { alignment: docx.AlignmentType.CENTER } : {}),
                  spacing: { line: size * 30, lineRule: docx.LineRuleType.EXACT },
                  children: writeText(docx, text, {
                    size,
                    ...(head === true ? { font: '黑体' } : {}),
                  }),
                }),
              ],
            })
          }),
        }),
    ),
  })
}
