import { formulaMark } from './cell-text.ts'
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import type { CellProblem, FileProblem } from './problems.ts'
import { type CellFault, type CellContext, readSheetRows, type SheetRows } from './xlsx-rows.ts'
import { type Package, readPart, readRelationships, type Relationship } from './xlsx-part.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readDateStyles } from './xlsx-styles.ts'
import { readZipDirectory } from './zip.ts'

/** A sheet's rows with their numbers in the sheet, or why the workbook is not read. */
export type XlsxReading =
  | {
      ok: true
      rows: { line: number; cells: string[] }[]
      faults: CellFault[]
      is1904: boolean
    }
  | { ok: false; reason: FileProblem }

/** Reads one worksheet of a workbook (工作簿, ISO/IEC 29500): the named one, or else the first. */
export function readXlsx(file: Uint8Array, sheetName: string | null = null): XlsxReading {
  const opened = openWorkbook(file)
  if ('problem' in opened) return { ok: false, reason: opened.problem }
  const { pack, main } = opened
  const sheet = main.sheets.find(({ name }) => sheetName === null || name === sheetName)
  const target = targetOf(opened, sheet)
  if (target === null) return { ok: false, reason: { code: 'sheet-missing', name: sheetName } }
  const context = readContext(pack, main.related, main.is1904)
  if ('problem' in context) return { ok: false, reason: context.problem }
  const read = readSheetRows(pack, target, context)
  if ('problem' in read) return { ok: false, reason: read.problem }
  return { ok: true, ...read, is1904: main.is1904 }
}

/** Reads every worksheet of a workbook (全部工作表), their rows one after the other; a cell at fault says so. */
export function readAllSheets(
  file: Uint8Array,
): { ok: true; rows: string[][] } | { ok: false; reason: FileProblem } {
  const opened = openWorkbook(file)
  if ('problem' in opened) return { ok: false, reason: opened.problem }
  const { pack, main } = opened
  const context = readContext(pack, main.related, main.is1904)
  if ('problem' in context) return { ok: false, reason: context.problem }
  const rows: string[][] = []
  for (const sheet of main.sheets) {
    const target = targetOf(opened, sheet)
    if (target === null) continue
    const read = readSheetRows(pack, target, context)
    if ('problem' in read) return { ok: false, reason: read.problem }
    for (const { cells } of withFaults(read)) rows.push(cells)
    if (rows.length > MAX_ROWS)
      return { ok: false, reason: { code: 'too-many-rows', limit: MAX_ROWS } }
  }
  return { ok: true, rows }
}

/** Errors and formulas without a result in their cells, which would pass for blanks. */
function withFaults({ rows, faults }: SheetRows): SheetRows['rows'] {
  const lines = new Map(rows.map((row) => [row.line, row]))
  for (const { line, column, reason } of faults) {
    const cells = lines.get(line)?.cells
    if (cells === undefined || column >= MAX_COLUMNS) continue
    while (cells.length < column) cells.push('')
    cells[column] = markOf(reason)
  }
  return rows
}

function markOf(reason: CellProblem): string {
  if (reason.code === 'cell-error') return reason.value
  return reason.code === 'formula-not-computed' ? formulaMark : '〔认不出的数字〕'
}

type Opened = { pack: Package; main: Workbook & { related: Relationship[] } }

function openWorkbook(file: Uint8Array): { problem: FileProblem } | Opened {
  const zip = readZipDirectory(file)
  if (!zip.ok) return { problem: zip.reason }
  const pack: Package = { file, entries: zip.entries }
  const main = readMain(pack)
  return 'problem' in main ? main : { pack, main }
}

function targetOf(
  { pack, main }: Opened,
  sheet: Workbook['sheets'][number] | undefined,
): string | null {
  const target = main.related.find(({ id }) => id === sheet?.relationship)?.target
  return target !== undefined && pack.entries.has(target) ? target : null
}

/** Reads the main part and what it refers to. */
function readMain(
  pack: Package,
): { problem: FileProblem } | (Workbook & { related: Relationship[] }) {
  const top = readRelationships(pack, '')
  if ('problem' in top) return top
  const part = partOf(top.found, '/officeDocument')
  if (part === null || !pack.entries.has(part)) return { problem: { code: 'zip-broken' } }
  const related = readRelationships(pack, part)
  if ('problem' in related) return related
  const workbook = readWorkbook(pack, part)
  return 'problem' in workbook ? workbook : { ...workbook, related: related.found }
}

type Workbook = { sheets: { name: string; relationship: string }[]; is1904: boolean }

function readWorkbook(pack: Package, part: string): { problem: FileProblem } | Workbook {
  const sheets: Workbook['sheets'] = []
  let is1904 = false
  const problem = readPart(pack, part, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const relationship = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: attributes.get('name') ?? '', relationship })
    },
  })
  return problem === null ? { sheets, is1904 } : { problem }
}

function readContext(
  pack: Package,
  related: readonly Relationship[],
  is1904: boolean,
): { problem: FileProblem } | CellContext {
  const strings = readSharedStrings(pack, partOf(related, '/sharedStrings') ?? '')
  if ('problem' in strings) return strings
  const styles = readDateStyles(pack, partOf(related, '/styles') ?? '')
  if ('problem' in styles) return styles
  return { ...strings, ...styles, is1904 }
}

/** The namespaces differ between the two editions of the standard, their last words do not. */
function partOf(related: readonly Relationship[], type: string): string | null {
  return related.find((relationship) => relationship.type.endsWith(type))?.target ?? null
}
