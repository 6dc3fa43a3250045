import { foldWord } from './cell-text.ts'
import type { FileProblem, Finding, ImportWarning } from './problems.ts'
import type { Table } from './read-table.ts'

/** The words by which each field of an import may be headed, the proper one first. */
export type ColumnNames<F extends string> = Readonly<Record<F, readonly string[]>>

/** What an import expects of a header: names, fields that must be there, columns it knows and leaves. */
export type HeaderRules<F extends string> = {
  names: ColumnNames<F>
  required: readonly F[]
  ignored: readonly string[]
  /** what is assumed for a field that no column gives */
  assumed?: readonly { field: F; reason: ImportWarning }[]
}

/** Which header word stands over which field, with remarks; or why the header will not do. */
export type HeaderMatch<F extends string> =
  | { ok: true; columns: ReadonlyMap<F, string>; warnings: Finding<ImportWarning>[] }
  | { ok: false; refused: Finding<FileProblem>[] }

/** Finds the fields of an import in a table's header (表头对应), in any order; what it does not know, it says. */
export function matchHeader<F extends string>(table: Table, rules: HeaderRules<F>): HeaderMatch<F> {
  const found = takeColumns(table, rules)
  const line = table.headerLine
  for (const field of rules.required) {
    if (found.columns.has(field)) continue
    const names = rules.names[field]
    const reason = { code: 'header-required', names } as const
    found.refused.push({ line, column: names[0] ?? null, reason })
  }
  for (const { field, reason } of rules.assumed ?? []) {
    if (found.columns.has(field)) continue
    found.warnings.push({ line, column: rules.names[field][0] ?? null, reason })
  }
  const { columns, warnings, refused } = found
  return refused.length > 0 ? { ok: false, refused } : { ok: true, columns, warnings }
}

/** Goes through the header: known words to their fields, the others to remarks, second ones refused. */
function takeColumns<F extends string>(
  table: Table,
  rules: HeaderRules<F>,
): {
  columns: Map<F, string>
  warnings: Finding<ImportWarning>[]
  refused: Finding<FileProblem>[]
} {
  const fieldOf = fieldsByName(rules.names)
  const ignored = new Set(rules.ignored.map(foldHeader))
  const columns = new Map<F, string>()
  const warnings: Finding<ImportWarning>[] = []
  const refused: Finding<FileProblem>[] = []
  const line = table.headerLine
  for (const column of table.header) {
    const folded = foldHeader(column)
    const field = fieldOf.get(folded)
    const first = field === undefined ? undefined : columns.get(field)
    if (field === undefined) {
      const code = ignored.has(folded) ? 'column-ignored' : 'header-unknown'
      warnings.push({ line, column, reason: { code } })
    } else if (first === undefined) columns.set(field, column)
    else refused.push({ line, column, reason: { code: 'header-twice', first } })
  }
  return { columns, warnings, refused }
}

/** Compares headers without marks of duty and remarks in brackets: `*标 题（必填）：` is 标题. */
function foldHeader(word: string): string {
  return foldWord(word)
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll(/[*:"']/g, '')
}

function fieldsByName<F extends string>(names: ColumnNames<F>): ReadonlyMap<string, F> {
  const fields = new Map<string, F>()
  for (const field in names) {
    for (const name of names[field]) fields.set(foldHeader(name), field)
  }
  return fields
}
