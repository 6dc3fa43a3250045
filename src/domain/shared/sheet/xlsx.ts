import type { FileProblem } from './problems.ts'
import { type CellFault, type CellContext, readSheetRows } from './xlsx-rows.ts'
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
  const zip = readZipDirectory(file)
  if (!zip.ok) return zip
  const pack: Package = { file, entries: zip.entries }
  const main = readMain(pack)
  if ('problem' in main) return { ok: false, reason: main.problem }
  const sheet = main.sheets.find(({ name }) => sheetName === null || name === sheetName)
  const target = main.related.find(({ id }) => id === sheet?.relationship)?.target
  if (target === undefined || !zip.entries.has(target)) {
    return { ok: false, reason: { code: 'sheet-missing', name: sheetName } }
  }
  const context = readContext(pack, main.related, main.is1904)
  if ('problem' in context) return { ok: false, reason: context.problem }
  const read = readSheetRows(pack, target, context)
  if ('problem' in read) return { ok: false, reason: read.problem }
  return { ok: true, ...read, is1904: main.is1904 }
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
