import { outermost, replaced } from '../word/element.ts'

/**
 * Takes the lines of tables off the grid of the text (表格不对齐网格): some programs else set each of them
 * as high as a line of the body, whatever its own height says.
 */
export function tablesOffGrid(xml: string): string {
  return replaced(xml, outermost(xml, ['w:tbl']), (table) =>
    table.replaceAll('<w:spacing ', '<w:snapToGrid w:val="0"/><w:spacing '),
  )
}
