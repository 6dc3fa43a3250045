import { serialToText } from '../shared/sheet/serial-date.ts'
import type { XmlHandler } from '../shared/sheet/read-xml.ts'
import { decodeSheetText } from '../shared/sheet/xml-entities.ts'
import { richText } from '../shared/sheet/xlsx-strings.ts'
import type { Gatherer } from './reading.ts'
import { isBlankFormat, type SheetLooks } from './sheet-looks.ts'

/** What turns cells into text: the shared strings, the styles that are dates, and those that hide. */
export type SheetContext = {
  strings: readonly string[]
  isDate: readonly boolean[]
  looks: SheetLooks
}

/** Formulas that start a program or ask another one (DDE), and those that fetch. */
const DDE = /(?:^|[+=(])\s*'?[A-Za-z][\w.]*'?\|/
const FETCH = /\bWEBSERVICE\s*\(|\bHYPERLINK\s*\(\s*"(?:file:|\\\\)/i

/**
 * Reads the cells of one sheet (工作表): cells of hidden rows and columns, those whose colour or format
 * hides them, and all of a hidden sheet, go to the hidden words. Cells are parted by tabs, rows by line ends.
 */
export function sheetReader(
  sheet: SheetContext & { name: string; isHidden: boolean },
  gathered: Gatherer,
): XmlHandler {
  const inline = richText()
  const hiddenColumns: { from: number; to: number }[] = []
  const cell = { column: -1, type: '', style: 0, value: '', formula: '' }
  let way: 'value' | 'formula' | 'header' | null = null
  let [isRowHidden, isUsuallyHidden] = [false, false]
  let row = { shown: [] as string[], hidden: [] as string[], alike: [] as string[] }
  let range = ''

  function keepCell(): void {
    const text = textOf(cell.type === 'inlineStr' ? inline.read() : cell.value)
    if (cell.formula !== '') judgeFormula(cell.formula, gathered)
    if (text === '') return
    const look = sheet.looks.cells[cell.style]
    const value = cell.type === 'n' ? Number(cell.value) : text
    if (isCellHidden() || isBlankFormat(look?.format ?? [], value)) row.hidden.push(text)
    else (look?.isAlike === true ? row.alike : row.shown).push(text)
  }

  function isCellHidden(): boolean {
    const { column } = cell
    const isInHidden = hiddenColumns.some(({ from, to }) => column >= from && column <= to)
    return sheet.isHidden || isRowHidden || isInHidden
  }

  function textOf(raw: string): string {
    if (cell.type === 's') return sheet.strings[Number(raw)] ?? ''
    if (cell.type === 'str') return decodeSheetText(raw)
    if (cell.type !== 'n' || raw === '') return raw
    const value = Number(raw)
    if (!Number.isFinite(value)) return raw
    if (sheet.isDate[cell.style] === true) return serialToText(value, false) ?? raw
    return Number.isSafeInteger(value) ? String(value) : raw
  }

  function keepRow(): void {
    if (row.shown.length > 0) gathered.say(`${row.shown.join('\t')}\n`)
    if (row.hidden.length > 0) {
      gathered.hide(`\n${row.hidden.join('\t')}\n`)
      if (!sheet.isHidden) gathered.trace('hidden-cells', sheet.name)
    }
    if (row.alike.length > 0) {
      gathered.hide(`\n${row.alike.join('\t')}\n`)
      gathered.trace('same-colour', `${sheet.name}：${row.alike.join(' ')}`)
    }
    row = { shown: [], hidden: [], alike: [] }
  }

  /** A format that comes with a condition and hides what it meets. */
  function judgeConditional(number: string | undefined): void {
    const look = number === undefined ? undefined : sheet.looks.conditional[Number(number)]
    if (look === undefined) return
    const where = `${sheet.name}：${range}`
    if (look.isAlike) gathered.trace('same-colour', where)
    if (isBlankFormat(look.format, 1)) gathered.trace('hidden-cells', where)
  }

  const steps: Readonly<Record<string, (attributes: ReadonlyMap<string, string>) => void>> = {
    sheetFormatPr: (attributes) => {
      isUsuallyHidden = isTrue(attributes.get('zeroHeight'))
    },
    col: (attributes) => {
      if (!isTrue(attributes.get('hidden')) && !isZero(attributes.get('width'))) return
      const from = Number(attributes.get('min')) - 1
      hiddenColumns.push({ from, to: Number(attributes.get('max')) - 1 })
    },
    row: (attributes) => {
      const height = attributes.get('ht')
      const isUnsaid = !attributes.has('hidden') && height === undefined
      const isHidden = isTrue(attributes.get('hidden')) || isZero(height)
      isRowHidden = isUnsaid ? isUsuallyHidden : isHidden
      cell.column = -1
    },
    c: (attributes) => {
      cell.column = columnOf(attributes.get('r')) ?? cell.column + 1
      cell.type = attributes.get('t') ?? 'n'
      cell.style = Number(attributes.get('s') ?? 0)
      cell.value = ''
      cell.formula = ''
      inline.clear()
    },
    v: () => {
      way = 'value'
    },
    f: () => {
      way = 'formula'
    },
    conditionalFormatting: (attributes) => {
      range = attributes.get('sqref') ?? ''
    },
    cfRule: (attributes) => {
      judgeConditional(attributes.get('dxfId'))
    },
  }

  return {
    open(name, attributes) {
      inline.open(name)
      way = null
      if (Object.hasOwn(steps, name)) steps[name]?.(attributes)
      else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) way = 'header'
    },
    text(text) {
      inline.text(text)
      if (way === 'value') cell.value += text
      else if (way === 'formula') cell.formula += text
      else if (way === 'header') gathered.say(`${text}\n`)
    },
    close(name) {
      inline.close(name)
      way = null
      if (name === 'c') keepCell()
      else if (name === 'row') keepRow()
    },
  }
}

function judgeFormula(formula: string, gathered: Gatherer): void {
  if (DDE.test(formula)) gathered.trace('dde', formula)
  else if (FETCH.test(formula)) gathered.trace('external-link', formula)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && Number(value) === 0
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
