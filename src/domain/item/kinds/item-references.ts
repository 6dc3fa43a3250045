import { rowsOf } from './amount.ts'
import type { FieldValue } from '../content.ts'
import type { Fields } from './kind.ts'
import { kindOf } from './kind-of.ts'

/** Another item that a field names (关联信息), as it was typed, and where. */
export type ItemReference = { pointer: string; typed: string }

/** Lists the items that the fields of an item name (专项字段里的关联信息). */
export function referencesIn(kindId: string, fields: Fields): ItemReference[] {
  return (kindOf(kindId)?.fields ?? []).flatMap((field): ItemReference[] => {
    const pointer = `/fields/${field.key}`
    if (field.type !== 'rows') {
      return field.type === 'item' ? named(pointer, fields[field.key]) : []
    }
    const columns = field.columns.filter(({ type }) => type === 'item')
    return rowsOf(fields, field.key).flatMap((row, at) =>
      columns.flatMap(({ key }) => named(`${pointer}/${at}/${key}`, row[key])),
    )
  })
}

/** The fields with the ids of the items that they name, in place of what was typed. */
export function withReferences(
  kindId: string,
  fields: Fields,
  ids: ReadonlyMap<string, string>,
): Fields {
  const idOf = (value: string | number): string | number => ids.get(String(value)) ?? value
  const next: Record<string, FieldValue> = { ...fields }
  for (const field of kindOf(kindId)?.fields ?? []) {
    const value = fields[field.key]
    if (field.type === 'item' && typeof value === 'string') next[field.key] = idOf(value)
    if (field.type !== 'rows' || value === undefined) continue
    const keys = field.columns.filter(({ type }) => type === 'item').map(({ key }) => key)
    if (keys.length === 0) continue
    next[field.key] = rowsOf(fields, field.key).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, keys.includes(key) ? idOf(cell) : cell]),
      ),
    )
  }
  return next
}

function named(pointer: string, value: unknown): ItemReference[] {
  return typeof value === 'string' ? [{ pointer, typed: value }] : []
}
