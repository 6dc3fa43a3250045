import { moneyDecimals, toMicro, writeMicro } from '../../domain/item/kinds/amount.ts'
import type { Column, Field } from '../../domain/item/kinds/kind.ts'
import { kindWords as words } from './words/kind.ts'

type Single = Exclude<Field, { type: 'rows' }>

/** A value of a field as people read it (字段文字); `withUnit` where no heading names the unit. */
export function fieldText(field: Single | Column, value: unknown, withUnit: boolean): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return wordsOf(field, value)
  if (typeof value !== 'number') return ''
  const unit = withUnit ? unitOf(field) : null
  const text = writeMicro(toMicro(value))
  return unit === null ? text : `${text} ${unit}`
}

function wordsOf(field: Single | Column, value: string): string {
  if (field.type === 'choice') {
    return field.options.find(({ key }) => key === value)?.label ?? value
  }
  if (field.type !== 'period') return value
  const [from = '', to = ''] = value.split('/')
  return words.period(from, to)
}

/** The unit of a field's numbers; null where there is none. */
export function unitOf(field: Field): string | null {
  if (field.type === 'money' || field.type === 'count') return field.unit
  return field.type === 'percent' ? '%' : null
}

/** Heading of a column, with the unit of its numbers: 预算数（万元）. */
export function headingOf(column: Column): string {
  const unit = unitOf(column)
  return unit === null ? column.label : `${column.label}（${unit}）`
}

/** A hint for typing a field: its own, its unit, and whether it will be public. */
export function hintOf(field: Field): string | undefined {
  const unit = unitOf(field)
  const decimals = field.type === 'money' ? words.decimals(moneyDecimals[field.unit]) : ''
  const hints = [
    field.hint,
    unit === null ? undefined : `${words.unit(unit)}${decimals}`,
    hiddenHint(field),
  ].filter((hint) => hint !== undefined)
  return hints.length === 0 ? undefined : hints.join('；')
}

function hiddenHint(field: Field): string | undefined {
  if (field.private === true) return words.kept
  const isMasked =
    field.type === 'resident-id' || field.type === 'phone' || field.type === 'address'
  return isMasked ? words.masked : undefined
}
