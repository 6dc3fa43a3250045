import { type LocalDate } from '../../time/local-date.ts'
import { rowsOf, sumOf, toMicro, writeMicro } from './amount.ts'
import type { Column, Derived, Field, Fields, ItemKind, Row, RowsField, Term } from './kind.ts'

/** A figure or state that was computed (计算结果), with all that is needed to compute it again. */
export type DerivedValue = {
  key: string
  label: string
  /** word of the row it stands in, 合计 for the whole table; null when it stands alone */ row:
    | string
    | null
  /** null when it cannot be computed, such as a rate of nothing */ value: string | null
  unit: string
  formula: string | null
  numerator: string | null
  denominator: string | null
  rounding: string | null
}

/** Name of the row that adds a table up (合计). */
export const totalName = '合计'

const rounding = '四舍五入，保留一位小数'

/** Computes every derived figure of an item (自动计算); `on` is today. */
export function derive(kind: ItemKind, fields: Fields, on: LocalDate): DerivedValue[] {
  return kind.derived.flatMap((rule) => deriveOne(kind, rule, fields, on))
}

function deriveOne(kind: ItemKind, rule: Derived, fields: Fields, on: LocalDate): DerivedValue[] {
  switch (rule.derive) {
    case 'rate':
      return rates(kind, rule, fields, rule.in, [rule.numerator], [rule.denominator])
    case 'growth':
      return rates(kind, rule, fields, rule.in, [rule.now, rule.before], [rule.before])
    case 'sum':
      return [alone(rule, writtenSum(fields, rule.of), rule.unit)]
    case 'difference': {
      const [more, less] = [sumOf(fields, rule.of), sumOf(fields, rule.less)]
      const value = more === null || less === null ? null : writeMicro(more - less)
      const formula = `${rule.label} = ${wordsOf(kind, rule.of)} − ${wordsOf(kind, rule.less)}`
      return [{ ...alone(rule, value, rule.unit), formula }]
    }
    case 'stage':
      return [alone(rule, stageOf(fields[rule.period], on), '')]
    case 'rows':
      return [alone(rule, String(rowsOf(fields, rule.in).length), rule.unit)]
    default:
      return rule satisfies never
  }
}

/** The rate of each row and of the whole: the first column, less the second if any, by the divisor. */
function rates(
  kind: ItemKind,
  { key, label }: Derived,
  fields: Fields,
  table: string,
  [first = '', less]: readonly string[],
  [divisor = '']: readonly string[],
): DerivedValue[] {
  const field = tableOf(kind, table)
  const name = (column: string): string => labelOf(field.columns, column)
  const above = less === undefined ? name(first) : `（${name(first)} − ${name(less)}）`
  const formula = `${label} = ${above} ÷ ${name(divisor)} × 100%`
  const rows = rowsOf(fields, table)
  const whole = (column: string): bigint | null => sumOf(fields, [{ in: table, field: column }])
  // A total over fewer rows than the other would be no rate of anything.
  const isWhole = rows.every((row) => row[first] !== undefined && row[divisor] !== undefined)
  const lines: { row: string; read: (column: string) => bigint | null }[] = [
    ...rows.map((row) => ({
      row: wordOf(field, row),
      read: (column: string): bigint | null => microOf(row[column]),
    })),
    { row: totalName, read: (column) => (isWhole ? whole(column) : null) },
  ]
  return lines.map(({ row, read }) => {
    const [amount, minus, by] = [read(first), less === undefined ? 0n : read(less), read(divisor)]
    const over = amount === null || minus === null ? null : amount - minus
    return {
      key,
      label,
      row,
      value: over === null || by === null ? null : percent(over, by),
      unit: '%',
      formula,
      numerator: over === null ? null : writeMicro(over),
      denominator: by === null ? null : writeMicro(by),
      rounding,
    }
  })
}

/** A share in percent with one decimal, halves rounded away from zero; null of nothing (百分比). */
export function percent(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null
  const negative = part < 0n !== whole < 0n && part !== 0n
  const [over, by] = [part < 0n ? -part : part, whole < 0n ? -whole : whole]
  const tenths = (over * 2000n + by) / (2n * by)
  return `${negative && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}`
}

/** Where a period stands on a day (公示状态); null when there is none. */
export function stageOf(period: unknown, on: LocalDate): string | null {
  const [from, to] = typeof period === 'string' ? period.split('/') : []
  if (from === undefined || to === undefined) return null
  if (on < from) return '未开始'
  return on <= to ? '公示中' : '已结束'
}

/** Word that names a row of a table: its head column. */
export function wordOf(field: RowsField, row: Row): string {
  const value = String(row[field.head] ?? '')
  const column = field.columns.find(({ key }) => key === field.head)
  return column?.type === 'choice'
    ? (column.options.find(({ key }) => key === value)?.label ?? value)
    : value
}

/** The table field of a kind; a key that is not one is a fault of the data. */
export function tableOf(kind: ItemKind, key: string): RowsField {
  const field = kind.fields.find((one) => one.key === key)
  if (field?.type !== 'rows') throw new RangeError(`${kind.id} has no table ${key}`)
  return field
}

function alone(rule: Derived, value: string | null, unit: string): DerivedValue {
  const { key, label } = rule
  return {
    key,
    label,
    row: null,
    value,
    unit,
    formula: null,
    numerator: null,
    denominator: null,
    rounding: null,
  }
}

function writtenSum(fields: Fields, terms: readonly Term[]): string | null {
  const sum = sumOf(fields, terms)
  return sum === null ? null : writeMicro(sum)
}

function wordsOf(kind: ItemKind, terms: readonly Term[]): string {
  return terms.map(({ field }) => labelOf(kind.fields, field)).join(' + ')
}

function labelOf(fields: readonly (Field | Column)[], key: string): string {
  return fields.find((one) => one.key === key)?.label ?? key
}

function microOf(value: unknown): bigint | null {
  return typeof value === 'number' ? toMicro(value) : null
}
