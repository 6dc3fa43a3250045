import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import type { CellProblem, FileProblem } from './problems.ts'
import { serialToText } from './serial-date.ts'
import { decodeSheetText } from './xml-entities.ts'
import { type Package, readPart } from './xlsx-part.ts'
import { richText } from './xlsx-strings.ts'

/** A cell that cannot be read as it stands, by its column counted from 0. */
export type CellFault = { line: number; column: number; reason: CellProblem }

/** A sheet's rows that hold anything, cells as text by column; faults beside them. */
export type SheetRows = { rows: { line: number; cells: string[] }[]; faults: CellFault[] }

/** What turns a cell's stored value into text: strings, styles, the count of days. */
export type CellContext = {
  strings: readonly string[]
  isDate: readonly boolean[]
  is1904: boolean
}

/** Reads a worksheet's rows; of a formula its last value, of a merged range its first cell. */
export function readSheetRows(
  pack: Package,
  part: string,
  context: CellContext,
): { problem: FileProblem } | SheetRows {
  const rows: SheetRows['rows'] = []
  const faults: CellFault[] = []
  const inline = richText()
  const row = { line: 0, cells: new Map<number, string>() }
  const cell = { column: -1, type: '', style: 0, value: '', isValue: false, isFormula: false }
  let refused: FileProblem | null = null
  let cells = 0

  function keepCell(): void {
    const raw = cell.type === 'inlineStr' ? inline.read() : cell.value
    const isComputed = !cell.isFormula || raw !== '' || cell.type === 'str'
    const text: string | CellProblem = isComputed
      ? cellText(cell.type, cell.style, raw, context)
      : { code: 'formula-not-computed' }
    if (typeof text !== 'string') {
      if (faults.length >= MAX_ROWS) refused ??= { code: 'too-many-rows', limit: MAX_ROWS }
      else faults.push({ line: row.line, column: cell.column, reason: text })
    } else if (text === '') return
    else if (cell.column >= MAX_COLUMNS)
      refused ??= { code: 'too-many-columns', limit: MAX_COLUMNS }
    else row.cells.set(cell.column, text)
  }

  function keepRow(): void {
    if ([...row.cells.values()].every((text) => text.trim() === '')) return
    // The header and the lines before it come on top of the rows.
    if (rows.length > MAX_ROWS + 5) refused ??= { code: 'too-many-rows', limit: MAX_ROWS }
    else if (cells > MAX_CELLS) refused ??= { code: 'too-many-cells', limit: MAX_CELLS }
    else {
      const all = spread(row.cells)
      cells += all.length
      rows.push({ line: row.line, cells: all })
    }
  }

  const problem = readPart(pack, part, {
    open(name, attributes) {
      inline.open(name)
      if (name === 'row') {
        row.line = Number(attributes.get('r') ?? row.line + 1)
        row.cells.clear()
        cell.column = -1
      } else if (name === 'c') {
        cell.column = columnOf(attributes.get('r')) ?? cell.column + 1
        cell.type = attributes.get('t') ?? 'n'
        cell.style = Number(attributes.get('s') ?? 0)
        cell.value = ''
        cell.isFormula = false
        inline.clear()
      } else if (name === 'f') cell.isFormula = true
      else if (name === 'v') cell.isValue = true
    },
    text(text) {
      inline.text(text)
      if (cell.isValue) cell.value += text
    },
    close(name) {
      inline.close(name)
      if (name === 'v') cell.isValue = false
      else if (name === 'c') keepCell()
      else if (name === 'row') keepRow()
    },
  })
  const reason = problem ?? refused
  return reason === null ? { rows, faults } : { problem: reason }
}

/** Text of a cell by its type: shared, inline or formula text, boolean, error, ISO date, number. */
function cellText(
  type: string,
  style: number,
  raw: string,
  context: CellContext,
): string | CellProblem {
  if (raw === '') return ''
  if (type === 's')
    return context.strings[Number(raw)] ?? { code: 'cell-error', value: raw.slice(0, 20) }
  if (type === 'inlineStr') return raw
  if (type === 'str') return decodeSheetText(raw)
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return { code: 'cell-error', value: raw.slice(0, 20) }
  if (type === 'd') return raw.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
  return numberText(raw, context.isDate[style] === true, context.is1904)
}

function numberText(raw: string, isDate: boolean, is1904: boolean): string | CellProblem {
  const value = Number(raw)
  if (!Number.isFinite(value)) return { code: 'cell-error', value: raw.slice(0, 20) }
  if (isDate) return serialToText(value, is1904) ?? { code: 'date-ill-formed' }
  // A workbook keeps 15 digits; what was typed beyond them is gone from the file.
  if (Math.abs(value) >= 1e15) return { code: 'number-imprecise' }
  return plainNumber(Number(value.toPrecision(15)))
}

/** Writes a number without exponent: 15 digits are what the program shows, the rest is noise. */
function plainNumber(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function spread(cells: ReadonlyMap<number, string>): string[] {
  const last = Math.max(...cells.keys())
  return Array.from({ length: last + 1 }, (_, column) => cells.get(column) ?? '')
}
