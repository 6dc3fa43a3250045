import { strToU8, zipSync, type Zippable } from 'fflate'
import { type DecimalCell, decimalText } from './decimal-cell.ts'
import { dayToSerial } from './serial-date.ts'
import { encodeEntities, encodeSheetText } from './xml-entities.ts'
import { cellReference } from './cell-reference.ts'
import { fitToPage, pageSetup } from './page-setup.ts'
import { DECLARATION, DOCUMENT, MAIN, PARTS } from './xlsx-parts.data.ts'

/** A cell of a written sheet: text, a figure, one that keeps its decimals, a day `YYYY-MM-DD`, or nothing. */
export type SheetCell = string | number | null | DecimalCell | { on: string }

/** A sheet to write; `widths` in characters, one per column, 16 where none is given. */
export type SheetToWrite = {
  name: string
  header: readonly string[]
  widths?: readonly number[]
  rows: readonly (readonly SheetCell[])[]
}

/** Width of a column that has none given, and of what still stands upright on A4, in characters. */
const usualWidth = 16
const uprightWidth = 100

/** Height of a line of text and of the highest row, in points. */
const lineHeight = 15
const highest = 409

/** Most characters that spreadsheet programs take in one cell. */
const MAX_CELL = 32_767

/**
 * Writes a workbook of one sheet that WPS, Excel and LibreOffice open: frozen header row that every
 * printed page repeats, one page wide; days as dates, texts as texts, so that no formula ever
 * runs. A text too long for any spreadsheet is cut and ends in an ellipsis.
 */
export function writeXlsx(sheet: SheetToWrite): Uint8Array {
  const parts: Zippable = {}
  for (const [name, content] of Object.entries(PARTS)) parts[name] = [strToU8(content), STORE_DATE]
  parts['xl/workbook.xml'] = [strToU8(workbookXml(sheet.name)), STORE_DATE]
  parts['xl/worksheets/sheet1.xml'] = [strToU8(sheetXml(sheet)), STORE_DATE]
  return zipSync(parts)
}

// A fixed time makes equal tables equal bytes; 1980 is where the format begins.
const STORE_DATE = { mtime: '1980-01-02T00:00:00' }

const STYLE = { text: 1, date: 2, header: 3, decimals: { 1: 4, 2: 5 } }

function workbookXml(name: string): string {
  const safe = encodeEntities(
    name
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1',
  )
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${safe}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${safe}'!$1:$1</definedName></definedNames></workbook>`
}

function sheetXml(sheet: SheetToWrite): string {
  const widths = sheet.header.map((_, index) => sheet.widths?.[index] ?? usualWidth)
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = rowXml(
    1,
    sheet.header.map((name, index) => textCell(index, 1, name, STYLE.header)),
  )
  const body = sheet.rows.map((cells, index) =>
    rowXml(
      index + 2,
      cells.map((cell, column) => cellXml(column, index + 2, cell)),
      linesIn(cells, widths),
    ),
  )
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  const width = widths.reduce((sum, one) => sum + one, 0)
  const orientation = width > uprightWidth ? 'landscape' : 'portrait'
  const paper = pageSetup({ hasGrid: true, orientation, isOnePage: false })
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${fitToPage}${view}${cols}<sheetData>${head}${body.join('')}</sheetData>${paper}</worksheet>`
}

function rowXml(line: number, cells: readonly string[], lines = 1): string {
  const height = Math.min(highest, lines * lineHeight)
  const own = lines > 1 ? ` ht="${height}" customHeight="1"` : ''
  return `<row r="${line}"${own}>${cells.join('')}</row>`
}

/** Lines that the longest text of a row takes in its column: not every program measures them itself. */
function linesIn(cells: readonly SheetCell[], widths: readonly number[]): number {
  return Math.max(
    1,
    ...cells.map((cell, column) =>
      typeof cell === 'string' ? linesOf(cell, widths[column] ?? usualWidth) : 1,
    ),
  )
}

function linesOf(text: string, width: number): number {
  // What is longer than the highest row is cut there anyway.
  return text
    .slice(0, 4000)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0)
}

/** A Chinese character is two digits wide. */
function widthOf(line: string): number {
  let width = 0
  for (let at = 0; at < line.length; at += 1) width += line.charCodeAt(at) < 0x1100 ? 1 : 2
  return width
}

function cellXml(column: number, line: number, cell: SheetCell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return textCell(column, line, cell, STYLE.text)
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${cellReference(column, line)}"><v>${cell}</v></c>` : ''
  }
  if ('figure' in cell) {
    const style = STYLE.decimals[cell.decimals]
    return Number.isFinite(cell.figure)
      ? `<c r="${cellReference(column, line)}" s="${style}"><v>${decimalText(cell)}</v></c>`
      : ''
  }
  const serial = dayToSerial(cell.on)
  if (serial === null) return textCell(column, line, cell.on, STYLE.text)
  return `<c r="${cellReference(column, line)}" s="${STYLE.date}"><v>${serial}</v></c>`
}

function textCell(column: number, line: number, text: string, style: number): string {
  const whole = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text
  return `<c r="${cellReference(column, line)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeSheetText(whole)}</t></is></c>`
}
