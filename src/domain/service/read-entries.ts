import { refuseField, ok, type Result } from '../shared/refusal.ts'
import { readTable, type TableRow } from '../shared/sheet/read-table.ts'
import { changeKinds } from './change-kinds.data.ts'
import { powerTypes } from './power-types.data.ts'

/** The words that head the columns of a list of powers, by field. */
const headings = {
  kind: '调整方式',
  power: '清单上的编码',
  code: '事项编码',
  name: '事项名称',
  type: '职权类别',
  unit: '责任科室',
  basis: '法定依据',
  into: '并入编码',
  takenBy: '承接单位',
} as const

/**
 * Reads the matters of a change from a table (上传清单, XLSX or CSV), as {@link changeEntry} is to
 * check them; without a column 调整方式 every row is a new matter. Refuses what is no such table.
 */
export function readEntries(bytes: Uint8Array): Result<unknown[]> {
  const read = readTable(bytes)
  if (!read.ok || read.table.rejected.length > 0 || !isList(read.table.header)) {
    return refuseField('/file', { problem: 'ill-formed', what: 'power-table' })
  }
  return ok(read.table.rows.map(entryOf))
}

function isList(header: readonly string[]): boolean {
  return header.includes(headings.code) || header.includes(headings.power)
}

function entryOf({ cells }: TableRow): unknown {
  const cell = (field: keyof typeof headings): string => (cells.get(headings[field]) ?? '').trim()
  const [kind, type] = [cell('kind'), cell('type')]
  const basis = cell('basis')
    .split(/[;；\n]/)
    .map((article) => article.trim())
    .filter((article) => article !== '')
  const texts = (['power', 'code', 'name', 'unit', 'into', 'takenBy'] as const)
    .map((field) => [field, cell(field)] as const)
    .filter(([, text]) => text !== '')
  return {
    kind: kind === '' ? 'added' : (changeKinds.find(({ name }) => name === kind)?.key ?? kind),
    ...(type === '' ? {} : { type: powerTypes.find(({ name }) => name === type)?.key ?? type }),
    ...(basis.length === 0 ? {} : { basis }),
    ...Object.fromEntries(texts),
  }
}
