import type { FieldValue } from '../content.ts'
import type { FieldError } from '../../shared/refusal.ts'
import { ok, refuse, refuseField, type Result } from '../../shared/refusal.ts'
import type { Calendar } from '../../time/calendar.ts'
import type { LocalDate } from '../../time/local-date.ts'
import { checkRules } from './check-rules.ts'
import type { Field, Fields, ItemKind } from './kind.ts'
import { itemKinds, kindOf } from './kind-of.ts'
import { isRecord, readRows } from './read-rows.ts'
import { readValue } from './read-value.ts'

/** Most faults that one answer names. */
const maxErrors = 100

/**
 * Reads the fields of a draft (草稿专项字段): each value must have its type, but fields may still be
 * missing and need not agree; faults are named as `/fields/<key>`.
 */
export function readFields(kindId: string, raw: unknown): Result<Fields> {
  const kind = kindOf(kindId)
  if (kind === null) return unknownKind()
  const read = readAll(kind, raw)
  return read.errors.length > 0 ? invalid(read.errors) : ok(read.fields)
}

/**
 * Checks the fields of an item that is to be reviewed or published (专项字段校验): complete, typed,
 * and in agreement with every rule of its kind on that day, by the agency's calendar.
 */
export function checkFields(
  kindId: string,
  raw: unknown,
  on: LocalDate,
  calendar: Calendar,
): Result<Fields> {
  const kind = kindOf(kindId)
  if (kind === null) return unknownKind()
  const read = readAll(kind, raw)
  const missing = missingFields(kind, read.fields)
    .map((error) => asTyped(error, read.places))
    .filter(({ pointer }) => !read.errors.some((error) => isBelow(error.pointer, pointer)))
  if (read.errors.length + missing.length > 0) return invalid([...read.errors, ...missing])
  const broken = checkRules(kind, read.fields, on, calendar)
  return broken.length > 0
    ? invalid(broken.map((error) => asTyped(error, read.places)))
    : ok(read.fields)
}

/** Puts faults of fields that were read where they were typed (错误位置): blank rows had been left out. */
export function whereTyped(
  kindId: string,
  raw: unknown,
  errors: readonly FieldError[],
): FieldError[] {
  const kind = kindOf(kindId)
  if (kind === null) return [...errors]
  const { places } = readAll(kind, raw)
  return errors.map((error) => asTyped(error, places))
}

/** Where each row of each table was typed: blank rows between them were left out. */
type Places = ReadonlyMap<string, readonly number[]>

function asTyped(error: FieldError, places: Places): FieldError {
  const pointer = error.pointer.replace(
    /^\/fields\/([^/]+)\/(\d+)/,
    (whole, key: string, at: string) => {
      const place = places.get(key)?.[Number(at)]
      return place === undefined ? whole : `/fields/${key}/${place}`
    },
  )
  return { ...error, pointer }
}

function readAll(
  kind: ItemKind,
  raw: unknown,
): { fields: Fields; places: Places; errors: FieldError[] } {
  const places = new Map<string, number[]>()
  if (!isRecord(raw)) {
    const pointer = '/fields'
    return { fields: {}, places, errors: [{ pointer, problem: 'wrong-type', expected: 'object' }] }
  }
  const known = new Set(kind.fields.map(({ key }) => key))
  const errors: FieldError[] = Object.keys(raw)
    .filter((key) => !known.has(key))
    .map((key) => ({ pointer: `/fields/${key}`, problem: 'unknown-field' }))
  const fields: Record<string, FieldValue> = {}
  for (const field of kind.fields) {
    const read = readField(field, raw[field.key])
    for (const error of read.errors) errors.push(error)
    if (read.places !== null) places.set(field.key, read.places)
    if (read.value !== null) fields[field.key] = read.value
  }
  return { fields, places, errors }
}

function readField(
  field: Field,
  raw: unknown,
): { value: FieldValue | null; places: number[] | null; errors: FieldError[] } {
  if (field.type === 'rows') {
    const { rows, places, errors } = readRows(field, raw)
    return { value: rows.length === 0 ? null : rows, places, errors }
  }
  const read = readValue(field, raw)
  return 'problem' in read
    ? { value: null, places: null, errors: [{ pointer: `/fields/${field.key}`, ...read.problem }] }
    : { value: read.value, places: null, errors: [] }
}

function missingFields(kind: ItemKind, fields: Fields): FieldError[] {
  return kind.fields.flatMap((field): FieldError[] => {
    const pointer = `/fields/${field.key}`
    const value = fields[field.key]
    if (value === undefined)
      return field.required === true ? [{ pointer, problem: 'required' }] : []
    if (field.type !== 'rows' || !Array.isArray(value)) return []
    const needed = field.columns.filter(({ required }) => required === true)
    return value.flatMap((row, at) =>
      needed
        .filter(({ key }) => typeof row === 'object' && row[key] === undefined)
        .map(({ key }) => ({ pointer: `${pointer}/${at}/${key}`, problem: 'required' as const })),
    )
  })
}

function isBelow(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`)
}

function invalid(errors: readonly FieldError[]): Result<Fields> {
  return refuse({ code: 'invalid', errors: errors.slice(0, maxErrors) })
}

function unknownKind(): Result<Fields> {
  return refuseField('/kind', { problem: 'not-listed', allowed: itemKinds.map(({ id }) => id) })
}
