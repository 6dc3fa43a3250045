import { strToU8, zipSync, type Zippable } from 'fflate'
import { type DecimalCell, decimalText } from './decimal-cell.ts'
import { dayToSerial } from './serial-date.ts'
import { encodeEntities, encodeSheetText } from './xml-entities.ts'
import { cellReference } from './cell-reference.ts'
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

/** Most characters that spreadsheet programs take in one cell. */
const MAX_CELL = 32_767

/**
 * Writes a workbook of one sheet that WPS, Excel and LibreOffice open: frozen header row,
 * days as dates, texts as texts, so that no formula ever runs. A text too long for any
 * spreadsheet is cut and ends in an ellipsis.
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
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${safe}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

function sheetXml(sheet: SheetToWrite): string {
  const columns = sheet.header.map((_, index) => {
    const width = sheet.widths?.[index] ?? 16
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  const head = rowXml(
    1,
    sheet.header.map((name, index) => textCell(index, 1, name, STYLE.header)),
  )
  const body = sheet.rows.map((cells, index) =>
    rowXml(
      index + 2,
      cells.map((cell, column) => cellXml(column, index + 2, cell)),
    ),
  )
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${view}${cols}<sheetData>${head}${body.join('')}</sheetData></worksheet>`
}

function rowXml(line: number, cells: readonly string[]): string {
  return `<row r="${line}">${cells.join('')}</row>`
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
