import type { LocalDate } from '../../time/local-date.ts'
import { rowsOf } from './amount.ts'
import type { Fields, RowsField } from './kind.ts'
import { kindOf } from './kind-of.ts'
import { publicFields, type PublicFields } from './public-fields.ts'

/** The fields of one edition before the public. */
export type EditionFields = Omit<PublicFields, 'isOver'>

/**
 * Makes the public view of the fields of one edition (版本的专项字段): as they were, masked as always;
 * `current` are the fields as they are read now. An entry that has left a list since, or whose
 * removal day has come, is gone from earlier editions too (移出名单、信用修复).
 */
export function editionFields(
  kindId: string,
  fields: Fields,
  current: Fields,
  on: LocalDate,
): EditionFields {
  const view =
    publicFields(kindId, stillListed(kindId, fields, current, on), on) ??
    publicFields('document', {}, on)
  if (view === null) throw new Error('no plain kind')
  const { isOver: _isOver, ...shown } = view
  return shown
}

function stillListed(kindId: string, fields: Fields, current: Fields, on: LocalDate): Fields {
  const lists = (kindOf(kindId)?.fields ?? []).flatMap((field) =>
    field.type === 'rows' && field.until !== undefined && fields[field.key] !== undefined
      ? [field]
      : [],
  )
  if (lists.length === 0) return fields
  const rows = lists.map((field) => {
    const names = namesOn(field, current, on)
    return [
      field.key,
      rowsOf(fields, field.key).filter((row) => names.has(String(row[field.head]))),
    ] as const
  })
  return { ...fields, ...Object.fromEntries(rows) }
}

/** Names of the entries that a list holds on a day. */
function namesOn({ key, head, until }: RowsField, fields: Fields, on: LocalDate): Set<string> {
  const there = rowsOf(fields, key).filter((row) => {
    const end = until === undefined ? undefined : row[until]
    return typeof end !== 'string' || on < end
  })
  return new Set(there.map((row) => String(row[head])))
}
