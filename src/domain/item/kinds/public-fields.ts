import type { FieldValue } from '../content.ts'
import type { LocalDate } from '../../time/local-date.ts'
import { rowsOf } from './amount.ts'
import { derive, type DerivedValue } from './derive.ts'
import { displayEnd } from './display-end.ts'
import type { Column, Field, Fields, ItemKind, Row, RowsField } from './kind.ts'
import { kindOf } from './kind-of.ts'
import {
  maskAddress,
  maskCode,
  maskIdentity,
  maskName,
  maskPhone,
  maskText,
  standingIn,
} from './mask.ts'
import { namesOf } from './person-names.ts'
import { openClasses } from './party-classes.data.ts'

declare const masked: unique symbol

/** Values of fields as the public may see them: private ones are absent, persons are masked. */
export type MaskedFields = Fields & { readonly [masked]: true }

/** What the public sees of a special item (公开视图); only {@link publicFields} makes one. */
export type PublicFields = {
  kind: string
  /** the day until which it was to be shown has passed: nothing of it is shown */ isOver: boolean
  fields: MaskedFields
  /** whether anything of it is hidden in part */ isMasked: boolean
  derived: readonly DerivedValue[]
}

/**
 * Makes the public view of an item's fields on a day (脱敏): private fields left out, names of natural
 * persons, identity numbers, telephones and home addresses masked everywhere, rows left out from
 * their removal day on. Masked values stay as they are, so a view of a view is the same.
 */
export function publicFields(kindId: string, fields: Fields, on: LocalDate): PublicFields | null {
  const kind = kindOf(kindId)
  if (kind === null) return null
  const end = displayEnd(kindId, fields)
  const isOver = end !== null && on > end
  const shown = isOver ? {} : shownFields(kind, fields, on)
  const values = maskFields(kind, shown)
  // Rows are named by their masked words, amounts are the same in both.
  return {
    kind: kind.id,
    isOver,
    fields: values,
    isMasked: JSON.stringify(values) !== JSON.stringify(shown),
    derived: derive(kind, values, on),
  }
}

/** All fields of an item as its agency's staff see them (内部视图): nothing hidden, the same figures. */
export type StaffFields = Omit<PublicFields, 'fields' | 'isOver'> & { fields: Fields }

/** Makes the view of an item's fields for those who write and review it; null for an unknown kind. */
export function staffFields(kindId: string, fields: Fields, on: LocalDate): StaffFields | null {
  const kind = kindOf(kindId)
  return kind === null
    ? null
    : { kind: kind.id, fields, isMasked: false, derived: derive(kind, fields, on) }
}

/**
 * Words of an item's fields as they will be public on some day, one a line, for the search for
 * personal data before publication (发布前扫描).
 */
export function publicWords(kindId: string, fields: Fields): string {
  const kind = kindOf(kindId)
  return wordsIn(kind === null ? fields : publicEver(kind, fields))
}

/** The masked fields of an item with every row that is, was or will be public on some day. */
export function publicEver(kind: ItemKind, fields: Fields): MaskedFields {
  const open = Object.fromEntries(
    kind.fields.flatMap(({ key, private: isPrivate }) => {
      const value = fields[key]
      return value === undefined || isPrivate === true ? [] : [[key, value]]
    }),
  )
  const tables = kind.fields.filter((field) => field.type === 'rows')
  const rows = tables.flatMap((field) =>
    fields[field.key] === undefined ? [] : [[field.key, openRows(field, fields)] as const],
  )
  return maskFields(kind, { ...open, ...Object.fromEntries(rows) })
}

/** Masked names of natural persons of an item's fields that stand in full in a text beside them (姓名外露). */
export function exposedNames(kindId: string, fields: Fields, text: string): string[] {
  const kind = kindOf(kindId)
  const names = kind === null ? [] : personNames(kind, fields)
  return standingIn(text, names)
    .filter((name) => maskName(name) !== name)
    .map(maskName)
}

/** Names of organisations that leave a list on a day, as far as they stand in a text that stays (名单外露). */
export function leavingNames(kindId: string, fields: Fields, text: string): string[] {
  const tables = (kindOf(kindId)?.fields ?? []).flatMap((field) =>
    field.type === 'rows' && field.until !== undefined ? [field] : [],
  )
  const names = tables.flatMap(({ key, head, until = '', columns }) => {
    const named = columns.find((column) => column.key === head)
    return rowsOf(fields, key).flatMap((row) =>
      // Persons are looked for under any circumstances.
      row[until] === undefined || (named?.type === 'party' && isPerson(named.class, row))
        ? []
        : [String(row[head])],
    )
  })
  return standingIn(
    text,
    [...new Set(names)].filter((name) => name.length > 1),
  )
}

function wordsIn(fields: Fields): string {
  return Object.values(fields)
    .flatMap((value) =>
      Array.isArray(value)
        ? value.map((row) => (typeof row === 'string' ? row : Object.values(row).join('\t')))
        : [String(value)],
    )
    .join('\n')
}

/** The fields without private ones and without rows whose time is over. */
function shownFields(kind: ItemKind, fields: Fields, on: LocalDate): Fields {
  const shown: Record<string, FieldValue> = {}
  for (const field of kind.fields) {
    const value = fields[field.key]
    if (value === undefined || field.private === true) continue
    shown[field.key] = field.type === 'rows' ? shownRows(field, fields, on) : value
  }
  return shown
}

function shownRows(field: RowsField, fields: Fields, on: LocalDate): Row[] {
  const { until } = field
  return openRows(field, fields).filter((row) => {
    const end = until === undefined ? undefined : row[until]
    return typeof end !== 'string' || on < end
  })
}

/** The rows of a table without their private cells. */
function openRows(field: RowsField, fields: Fields): Row[] {
  const open = field.columns.filter((column) => column.private !== true)
  return rowsOf(fields, field.key).map((row) =>
    Object.fromEntries(
      open.flatMap(({ key }) => {
        const value = row[key]
        return value === undefined ? [] : [[key, value]]
      }),
    ),
  )
}

function maskFields(kind: ItemKind, fields: Fields): MaskedFields {
  const names = personNames(kind, fields)
  // A list may hold thousands of persons; a row's words tell of its own and of the item's.
  const own = kind.fields.flatMap((field) => namesIn(field, fields[field.key], fields))
  const values: Record<string, FieldValue> = {}
  for (const field of kind.fields) {
    const value = fields[field.key]
    if (value === undefined) continue
    if (field.type === 'rows') {
      values[field.key] = rowsOf(fields, field.key).map((row) => maskRow(field, row, own))
    } else
      values[field.key] = typeof value === 'string' ? maskValue(field, value, fields, names) : value
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is the one place that masks
  return values as Fields as MaskedFields
}

function maskRow(field: RowsField, row: Row, own: readonly string[]): Row {
  const names = [
    ...own,
    ...field.columns.flatMap((column) => namesIn(column, row[column.key], row)),
  ]
  return Object.fromEntries(
    field.columns.flatMap((column) => {
      const value = row[column.key]
      if (value === undefined) return []
      return [
        [column.key, typeof value === 'string' ? maskValue(column, value, row, names) : value],
      ]
    }),
  )
}

function maskValue(
  field: Field | Column,
  value: string,
  beside: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string {
  switch (field.type) {
    case 'party':
      return isPerson(field.class, beside) ? maskName(value) : maskText(value, [])
    case 'resident-id':
      return maskIdentity(value)
    case 'phone':
      return maskPhone(value)
    case 'address':
      return maskText(maskAddress(value), names)
    case 'code':
      return maskCode(value)
    case 'line':
    case 'text':
      return maskText(value, names)
    default:
      return value
  }
}

function isPerson(classField: string | null, beside: Readonly<Record<string, unknown>>): boolean {
  return classField === null || !openClasses.has(beside[classField])
}

/** Names of natural persons among the fields, the longest first. */
function personNames(kind: ItemKind, fields: Fields): string[] {
  const found = kind.fields.flatMap((field) => {
    if (field.type === 'rows') {
      return rowsOf(fields, field.key).flatMap((row) =>
        field.columns.flatMap((column) => namesIn(column, row[column.key], row)),
      )
    }
    return namesIn(field, fields[field.key], fields)
  })
  return [...new Set(found)].toSorted((a, b) => b.length - a.length)
}

function namesIn(
  field: Field | Column,
  value: unknown,
  beside: Readonly<Record<string, unknown>>,
): string[] {
  if (field.type !== 'party' || typeof value !== 'string' || !isPerson(field.class, beside)) {
    return []
  }
  return namesOf(value)
}
