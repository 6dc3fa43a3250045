import { rowsOf } from '../../../domain/item/kinds/amount.ts'
import type { Field, Fields, ItemKind, Row, RowsField } from '../../../domain/item/kinds/kind.ts'

/** Most rows that are shown as a grid of inputs; longer tables are edited as lines. */
export const gridRows = 40

/** Name of a field of a special kind in a form. */
export function inputName(...path: readonly (string | number)[]): string {
  return ['fields', ...path].join('.')
}

/** How the fields of an item stand in its form (专项表单初值): texts by name of input. */
export function kindText(kind: ItemKind, fields: Fields): Map<string, string> {
  return new Map(
    kind.fields.flatMap((field) =>
      field.type === 'rows'
        ? tableText(field, rowsOf(fields, field.key))
        : fieldTexts(field, fields[field.key]),
    ),
  )
}

function tableText(field: RowsField, rows: readonly Row[]): [string, string][] {
  if (rows.length > gridRows) return [[inputName(field.key, 'lines'), linesOf(field, rows)]]
  return rows.flatMap((row, at) =>
    Object.entries(row).map(([key, cell]): [string, string] => [
      inputName(field.key, at, key),
      String(cell),
    ]),
  )
}

function fieldTexts({ type, key }: Field, value: unknown): [string, string][] {
  if (typeof value === 'boolean') return [[inputName(key), value ? 'yes' : 'no']]
  if (typeof value === 'number') return [[inputName(key), String(value)]]
  if (typeof value !== 'string') return []
  if (type !== 'period') return [[inputName(key), value]]
  const [from = '', to = ''] = value.split('/')
  return [
    [inputName(key, 'from'), from],
    [inputName(key, 'to'), to],
  ]
}

/** Reads the fields of a filled form (专项表单): texts as typed, tables as rows or pasted lines. */
export function kindInput(
  kind: ItemKind,
  text: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const field of kind.fields) {
    if (field.type === 'rows') given[field.key] = tableInput(kind, field, text)
    else if (field.type === 'period') {
      const [from, to] = ['from', 'to'].map((end) => text.get(inputName(field.key, end))?.trim())
      given[field.key] = from || to ? `${from ?? ''}/${to ?? ''}` : ''
    } else given[field.key] = text.get(inputName(field.key)) ?? ''
  }
  return given
}

/** Pasted lines come before typed rows; where both are there, the rows are added to the lines. */
function tableInput(kind: ItemKind, field: RowsField, text: ReadonlyMap<string, string>): unknown {
  const expected = expectedRows(kind, field)
  const lines = text.get(inputName(field.key, 'lines')) ?? ''
  const count = rowCount(field, text)
  const rows = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      field.columns.map(({ key }) => [key, text.get(inputName(field.key, at, key)) ?? '']),
    ),
  ).filter((row) =>
    Object.entries(row).some(
      // A row that the form named beforehand is blank until something stands beside its name.
      ([key, cell]) => cell.trim() !== '' && !(key === field.head && expected.includes(cell)),
    ),
  )
  if (lines.trim() === '') return rows
  const typed = rows.map((row) =>
    field.columns.map(({ key }) => row[key]?.replaceAll(/[\t\n]/g, ' ') ?? '').join('\t'),
  )
  return [lines.trimEnd(), ...typed].join('\n')
}

/** The rows that must be there: every choice of a column that has to be complete. */
export function expectedRows(kind: ItemKind, field: RowsField): string[] {
  const rule = kind.rules.find((one) => one.rule === 'covers' && one.rows === field.key)
  const head = field.columns.find(({ key }) => key === field.head)
  return rule?.rule === 'covers' && head?.type === 'choice' && rule.column === head.key
    ? head.options.map(({ key }) => key)
    : []
}

/** How many rows of a table a form has. */
export function rowCount({ key }: RowsField, text: ReadonlyMap<string, string>): number {
  const start = `${inputName(key)}.`
  let count = 0
  for (const name of text.keys()) {
    const at = name.startsWith(start) ? /^\d{1,4}(?=\.)/.exec(name.slice(start.length)) : null
    if (at !== null) count = Math.max(count, Number(at[0]) + 1)
  }
  return count
}

function linesOf(field: RowsField, rows: readonly Row[]): string {
  return [
    field.columns.map(({ label }) => label).join('\t'),
    ...rows.map((row) =>
      field.columns
        .map((column) => {
          const cell = String(row[column.key] ?? '').replaceAll(/\s+/g, ' ')
          return column.type === 'choice'
            ? (column.options.find(({ key }) => key === cell)?.label ?? cell)
            : cell
        })
        .join('\t'),
    ),
  ].join('\n')
}
