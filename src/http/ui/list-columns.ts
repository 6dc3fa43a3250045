import {
  type ListColumn,
  listColumns,
  type ListValue,
} from '../../domain/item/kinds/list-columns.ts'
import type { ItemKind } from '../../domain/item/kinds/kind.ts'
import { kindOf } from '../../domain/item/kinds/kind-of.ts'
import { fieldText, headingOf } from './field-text.ts'
import type { TableColumn } from './table.tsx'

/** The special kind that all rows of a list have, when it has columns of its own. */
export function kindShown(rows: readonly { kind: string }[]): ItemKind | null {
  const [first] = rows
  const kind = rows.every((row) => row.kind === first?.kind) ? kindOf(first?.kind ?? '') : null
  return kind === null || kind.list.length === 0 ? null : kind
}

/** The columns of a kind's lists with their headings, in order. */
export function listHeads(kind: ItemKind): { column: ListColumn; head: TableColumn }[] {
  return listColumns(kind).map((column) => ({ column, head: headOf(column) }))
}

/** A value of a list column as people read it; '' for none. */
export function listText({ field }: ListColumn, value: ListValue | undefined): string {
  if (value === undefined) return ''
  if (field !== null) return fieldText(field, value, false)
  return String(value)
}

function headOf({ field, label, unit }: ListColumn): TableColumn {
  if (field === null) {
    return unit === '' ? { label } : { label: `${label}（${unit}）`, kind: 'number' }
  }
  switch (field.type) {
    case 'money':
    case 'count':
    case 'percent':
      return { label: headingOf(field), kind: 'number' }
    case 'date':
      return { label, kind: 'date' }
    case 'code':
    case 'year':
      return { label, kind: 'code' }
    default:
      return { label }
  }
}
