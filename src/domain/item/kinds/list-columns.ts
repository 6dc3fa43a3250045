import * as z from 'zod'
import { localDate, type LocalDate } from '../../time/local-date.ts'
import { rowsOf } from './amount.ts'
import { derive, stageOf, tableOf } from './derive.ts'
import type { Column, Derived, Field, Fields, ItemKind } from './kind.ts'
import { kindOf } from './kind-of.ts'
import { publicEver } from './public-fields.ts'

/** What a list shows of a field or of a computed value (列表栏). */
export type ListColumn =
  | { key: string; label: string; field: Exclude<Field | Column, { type: 'rows' }>; unit: null }
  | { key: string; label: string; field: null; unit: string }

/** A value of a list column as it stands on a day. */
export type ListValue = string | number | boolean

/** Values of list columns by key; one that is not known is missing. */
export type ListValues = Readonly<Record<string, ListValue>>

/** Sums are the same on every day. */
const anyDay = localDate('1900-01-01')

/** Values as they are kept: those that depend on the day are kept as what they are made from. */
const kept = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.strictObject({ period: z.string() }),
    /** rows that stay, and how many leave on which day */
    z.strictObject({ stay: z.number(), leave: z.record(z.string(), z.number()) }),
  ]),
)
type Kept = z.output<typeof kept>

/** The columns of a kind's lists (列表栏), in order; a key that nothing has is a fault of the data. */
export function listColumns(kind: ItemKind): ListColumn[] {
  return kind.list.map((key) => {
    const field = kind.fields.find((one) => one.key === key)
    if (field !== undefined && field.type !== 'rows') {
      return { key, label: field.label, field, unit: null }
    }
    const rule = kind.derived.find((one) => one.key === key)
    if (rule === undefined || rule.derive === 'rate' || rule.derive === 'growth') {
      throw new RangeError(`${kind.id} has no list column ${key}`)
    }
    return { key, label: rule.label, field: null, unit: 'unit' in rule ? rule.unit : '' }
  })
}

/**
 * What lists keep of an item beside its title (列表栏取值), as JSON: masked values only, and of tables
 * no more than their sums and counts. Null for a kind without list columns.
 */
export function keepListed(kindId: string, fields: Fields): string | null {
  const kind = kindOf(kindId)
  if (kind === null || kind.list.length === 0) return null
  const shown = publicEver(kind, fields)
  const values: Kept = {}
  for (const { key } of listColumns(kind)) {
    const rule = kind.derived.find((one) => one.key === key)
    const value = rule === undefined ? shown[key] : keepDerived(kind, rule, shown)
    if (value !== undefined && !Array.isArray(value)) values[key] = value
  }
  return JSON.stringify(values)
}

/** The values of a kind's list columns on a day, out of what {@link keepListed} kept. */
export function listValues(stored: string | null, on: LocalDate): ListValues {
  if (stored === null) return {}
  const values: Record<string, ListValue> = {}
  for (const [key, value] of Object.entries(kept.parse(JSON.parse(stored)))) {
    const now = typeof value === 'object' ? valueOn(value, on) : value
    if (now !== null) values[key] = now
  }
  return values
}

function keepDerived(kind: ItemKind, rule: Derived, fields: Fields): Kept[string] | undefined {
  switch (rule.derive) {
    case 'stage': {
      const period = fields[rule.period]
      return typeof period === 'string' ? { period } : undefined
    }
    case 'rows':
      return keepCount(rowsOf(fields, rule.in), tableOf(kind, rule.in).until)
    default: {
      const [made] = derive({ ...kind, derived: [rule] }, fields, anyDay)
      return made?.value ?? undefined
    }
  }
}

function keepCount(
  rows: readonly Readonly<Record<string, unknown>>[],
  until: string | undefined,
): Kept[string] {
  if (until === undefined) return rows.length
  const leave: Record<string, number> = {}
  for (const { [until]: day } of rows) {
    if (typeof day === 'string') leave[day] = (leave[day] ?? 0) + 1
  }
  const leaving = Object.values(leave).reduce((sum, n) => sum + n, 0)
  return { stay: rows.length - leaving, leave }
}

function valueOn(
  value: Exclude<Kept[string], string | number | boolean>,
  on: LocalDate,
): ListValue | null {
  if ('period' in value) return stageOf(value.period, on)
  return Object.entries(value.leave).reduce(
    (sum, [day, n]) => (on < day ? sum + n : sum),
    value.stay,
  )
}
