import { strToU8, zipSync, type Zippable } from 'fflate'
import { encodeEntities, encodeSheetText } from './xml-entities.ts'
import { cellReference } from './cell-reference.ts'
import { DECLARATION, MAIN } from './xlsx-parts.data.ts'
import { FORM_STYLES, formParts } from './form-parts.ts'
import { fitToPage, pageSetup } from './page-setup.ts'

/** A cell of a form: words or a figure, and how far it reaches (合并单元格). */
export type FormCell = {
  content: string | number | null
  columns: number
  rows: number
  head: boolean
}

/** A sheet laid out like a printed form (表单): a title over it, widths in characters, rows of cells left to right. */
export type FormSheet = {
  name: string
  title: string
  widths: readonly number[]
  rows: readonly (readonly FormCell[])[]
}

/** A fixed time makes equal forms equal bytes; 1980 is where the format begins. */
const STORE_DATE = { mtime: '1980-01-02T00:00:00' }

/**
 * Writes a workbook of forms with merged, bordered cells (表格工作簿) that WPS, Excel and LibreOffice open:
 * figures as figures, words as words, so that no formula ever runs; each sheet prints one page wide, and
 * a form of usual length on one page.
 */
export function writeFormXlsx(sheets: readonly FormSheet[]): Uint8Array {
  const parts: Zippable = {}
  const names = sheets.map(({ name }) => encodeEntities(name.slice(0, 31)))
  for (const [path, content] of Object.entries(formParts(names))) {
    parts[path] = [strToU8(content), STORE_DATE]
  }
  for (const [at, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = [strToU8(sheetXml(sheet)), STORE_DATE]
  }
  return zipSync(parts)
}

/** Forms of more rows stand upright; those of many more go on over pages. */
const tall = 24
const onOnePage = 60

type Placed = { column: number; line: number; cell: FormCell }

function sheetXml({ title, widths, rows }: FormSheet): string {
  const placed = placeAll(rows)
  const width = Math.max(widths.length, 1)
  const cols = widths
    .map((size, at) => `<col min="${at + 1}" max="${at + 1}" width="${size}" customWidth="1"/>`)
    .join('')
  const merges = [
    ...(width > 1 ? [`A1:${cellReference(width - 1, 1)}`] : []),
    ...placed
      .filter(({ cell }) => cell.columns > 1 || cell.rows > 1)
      .map(({ column, line, cell }) => span(column, line, cell)),
  ]
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const lines = rows.map((_, at) => lineXml(at + 2, placed, widths))
  const paper = pageSetup({
    hasGrid: false,
    orientation: rows.length > tall ? 'portrait' : 'landscape',
    isOnePage: rows.length <= onOnePage,
  })
  const head = `<row r="1" ht="30" customHeight="1">${textCell(0, 1, title, FORM_STYLES.title)}</row>`
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${fitToPage}<cols>${cols}</cols><sheetData>${head}${lines.join('')}</sheetData>${merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}${paper}</worksheet>`
}

/** Gives every cell its place: what reaches into it from the left or from above moves it on. */
function placeAll(rows: FormSheet['rows']): Placed[] {
  const taken = new Set<string>()
  return rows.flatMap((row, at) => {
    let column = 0
    return row.map((cell): Placed => {
      while (taken.has(`${column} ${at}`)) column += 1
      for (let down = 0; down < cell.rows; down += 1) {
        for (let right = 0; right < cell.columns; right += 1) {
          taken.add(`${column + right} ${at + down}`)
        }
      }
      const place = { column, line: at + 2, cell }
      column += cell.columns
      return place
    })
  })
}

/** A line with every cell that touches it: merged ones need their border all around. */
function lineXml(line: number, placed: readonly Placed[], widths: readonly number[]): string {
  const cells = placed
    .filter(({ line: first, cell }) => first <= line && line < first + cell.rows)
    .flatMap(({ column, line: first, cell }) =>
      Array.from({ length: cell.columns }, (_, right) => ({
        column: column + right,
        xml:
          right === 0 && first === line
            ? cellXml(column, line, cell)
            : `<c r="${cellReference(column + right, line)}" s="${styleOf(cell)}"/>`,
      })),
    )
    .toSorted((a, b) => a.column - b.column)
  const height = heightOf(line, placed, widths)
  return `<row r="${line}" ht="${height}" customHeight="1">${cells.map(({ xml }) => xml).join('')}</row>`
}

const lineHeight = 16

/** Height of a row in points, by the cell that wraps most: not every program measures merged cells itself. */
function heightOf(line: number, placed: readonly Placed[], widths: readonly number[]): number {
  const lines = placed
    .filter(({ line: first, cell }) => first === line && cell.rows === 1)
    .map(({ column, cell }) => {
      const room = widths
        .slice(column, column + cell.columns)
        .reduce((sum, width) => sum + width, 0)
      // A Chinese character is two digits wide.
      return Math.ceil((String(cell.content ?? '').length * 2.1) / Math.max(2, room))
    })
  return Math.min(400, Math.max(1, ...lines) * lineHeight + 4)
}

function cellXml(column: number, line: number, cell: FormCell): string {
  const { content } = cell
  if (typeof content === 'number' && Number.isFinite(content)) {
    return `<c r="${cellReference(column, line)}" s="${styleOf(cell)}"><v>${content}</v></c>`
  }
  return textCell(column, line, String(content ?? ''), styleOf(cell))
}

function textCell(column: number, line: number, text: string, style: number): string {
  return `<c r="${cellReference(column, line)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeSheetText(text.slice(0, 32_767))}</t></is></c>`
}

function styleOf({ head, content }: FormCell): number {
  if (head) return FORM_STYLES.head
  return typeof content === 'string' ? FORM_STYLES.words : FORM_STYLES.figure
}

function span(column: number, line: number, { columns, rows }: FormCell): string {
  return `${cellReference(column, line)}:${cellReference(column + columns - 1, line + rows - 1)}`
}
