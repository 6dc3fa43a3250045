import type { FieldError } from '../../shared/refusal.ts'
import type { Calendar } from '../../time/calendar.ts'
import { addDays, daysBetween, type LocalDate, parseLocalDate } from '../../time/local-date.ts'
import { rollToWorkingDay, workingDaysBetween } from '../../time/working-days.ts'
import { rowsOf, sumOf, writeMicro } from './amount.ts'
import type { Condition, Fields, ItemKind, Rule, Term } from './kind.ts'

type Values = Readonly<Record<string, unknown>>
type Found = FieldError | null

/** Applies every rule of a kind to its fields (规则校验); `on` is today, working days are the agency's. */
export function checkRules(
  kind: ItemKind,
  fields: Fields,
  on: LocalDate,
  calendar: Calendar,
): FieldError[] {
  return kind.rules.flatMap((rule) => {
    if (rule.given !== undefined && !holds(rule.given, fields)) return []
    const records =
      rule.in === undefined
        ? [{ values: fields, pointer: '/fields' }]
        : rowsOf(fields, rule.in).map((values, at) => ({
            values,
            pointer: `/fields/${rule.in}/${at}`,
          }))
    return records
      .filter(({ values }) => rule.when === undefined || holds(rule.when, values))
      .flatMap(({ values, pointer }) => {
        const found =
          checkFieldRule(rule, values, pointer, on) ??
          checkMeasure(rule, values, pointer, calendar) ??
          checkSumRule(rule, kind, fields) ??
          checkRowRule(rule, fields)
        return found === null ? [] : [found]
      })
  })
}

function holds(when: Condition, values: Values): boolean {
  if ('filled' in when) return values[when.filled] !== undefined
  if ('some' in when) return Number(values[when.some] ?? 0) > 0
  return when.is.some((value) => value === values[when.field])
}

/** Rules about fields of one record. */
function checkFieldRule(rule: Rule, values: Values, pointer: string, on: LocalDate): Found {
  switch (rule.rule) {
    case 'required':
      return values[rule.field] === undefined
        ? { pointer: `${pointer}/${rule.field}`, problem: 'required' }
        : null
    case 'one-of': {
      const [first = ''] = rule.fields
      return rule.fields.some((field) => values[field] !== undefined)
        ? null
        : {
            pointer: `${pointer}/${first}`,
            problem: 'one-of',
            others: rule.fields.slice(1).map((field) => `${pointer}/${field}`),
          }
    }
    case 'not-over': {
      const [, to = ''] = dayOf(values[rule.period]).split('/')
      return to !== '' && to < on && values[rule.unless] === undefined
        ? {
            pointer: `${pointer}/${rule.period}`,
            problem: 'period-over',
            unless: `${pointer}/${rule.unless}`,
          }
        : null
    }
    case 'not-in-future':
      return dayOf(values[rule.field]) > on
        ? { pointer: `${pointer}/${rule.field}`, problem: 'in-future' }
        : null
    case 'date-order': {
      const [earlier, later] = [dayOf(values[rule.earlier]), dayOf(values[rule.later])]
      return later !== '' && earlier > later
        ? {
            pointer: `${pointer}/${rule.later}`,
            problem: 'before',
            other: `${pointer}/${rule.earlier}`,
          }
        : null
    }
    default:
      return null
  }
}

/** Rules about amounts and lengths of one record. */
function checkMeasure(rule: Rule, values: Values, pointer: string, calendar: Calendar): Found {
  if (rule.rule === 'at-most') {
    const [value, most] = [values[rule.field], values[rule.other]]
    return typeof value === 'number' && typeof most === 'number' && value > most
      ? {
          pointer: `${pointer}/${rule.field}`,
          problem: 'above',
          other: `${pointer}/${rule.other}`,
        }
      : null
  }
  if (rule.rule !== 'lasts') return null
  return checkLength(rule, values, pointer, calendar)
}

/** A period lasts the days that it claims (公示天数), at least one and at most a year. */
function checkLength(
  rule: Extract<Rule, { rule: 'lasts' }>,
  values: Values,
  pointer: string,
  calendar: Calendar,
): Found {
  const [period, claimed] = [values[rule.period], values[rule.days]]
  if (typeof period !== 'string' || typeof claimed !== 'number') return null
  if (claimed < 1 || claimed > longestPeriod) {
    const range = { min: 1, max: longestPeriod }
    return { pointer: `${pointer}/${rule.days}`, problem: 'out-of-range', ...range }
  }
  const isWorking = values[rule.unit] === 'working'
  const place = `${pointer}/${rule.period}`
  const actual = lengthOf(period, isWorking ? calendar : null)
  if (actual < claimed) return { pointer: place, problem: 'too-few-days', claimed, actual }
  return isWorking ? null : endsAtRest(period, claimed, place, calendar)
}

/** Nothing is shown for objections longer than a year. */
const longestPeriod = 366

/** Calendar days that end on a rest day last until the next working day (期间顺延). */
function endsAtRest(period: string, claimed: number, pointer: string, calendar: Calendar): Found {
  const [from, to] = period.split('/').map(parseLocalDate)
  if (from === undefined || from === null || to === undefined || to === null) return null
  const on = addDays(from, Math.max(1, claimed) - 1)
  const until = rollToWorkingDay(calendar, on).on
  return to < until ? { pointer, problem: 'rest-day', on, until } : null
}

/** Rules about amounts and tables. */
function checkSumRule(rule: Rule, kind: ItemKind, fields: Fields): Found {
  switch (rule.rule) {
    case 'sum-equals':
      return unequal(fields, [rule.total], rule.of)
    case 'balance':
      return unequal(fields, rule.left, rule.right)
    case 'covers': {
      const found = new Set(rowsOf(fields, rule.rows).map((row) => row[rule.column]))
      const missing = optionsOf(kind, rule).filter(({ key }) => !found.has(key))
      return missing.length === 0
        ? null
        : {
            pointer: `/fields/${rule.rows}`,
            problem: 'incomplete',
            missing: missing.map(({ label }) => label),
          }
    }
    default:
      return null
  }
}

/** Rules about the rows of a table. */
function checkRowRule(rule: Rule, fields: Fields): Found {
  switch (rule.rule) {
    case 'rows-at-most': {
      const most = fields[rule.most]
      return typeof most === 'number' && rowsOf(fields, rule.rows).length > most
        ? { pointer: `/fields/${rule.rows}`, problem: 'too-many', limit: most }
        : null
    }
    case 'rows-before':
      return outOfOrder(rule, fields)
    case 'distinct': {
      const words = rowsOf(fields, rule.rows).map((row) => row[rule.column])
      const twice = words.findIndex((word, at) => words.indexOf(word) !== at)
      return twice < 0
        ? null
        : { pointer: `/fields/${rule.rows}/${twice}/${rule.column}`, problem: 'duplicate' }
    }
    default:
      return null
  }
}

function outOfOrder(rule: Extract<Rule, { rule: 'rows-before' }>, fields: Fields): Found {
  const rows = rowsOf(fields, rule.rows).map((row, at) => ({
    choice: row[rule.column],
    on: dayOf(row[rule.date]),
    pointer: `/fields/${rule.rows}/${at}/${rule.date}`,
  }))
  const later = rows.find(({ choice, on }) => choice === rule.later && on !== '')
  if (later === undefined) return null
  const late = rows.find(
    ({ choice, on }) => rule.earlier.some((key) => key === choice) && on > later.on,
  )
  if (late !== undefined) return { pointer: later.pointer, problem: 'before', other: late.pointer }
  const end = dayOf(fields[rule.end])
  return end !== '' && end < later.on
    ? { pointer: `/fields/${rule.end}`, problem: 'before', other: later.pointer }
    : null
}

function unequal(fields: Fields, left: readonly Term[], right: readonly Term[]): Found {
  const [actual, expected] = [sumOf(fields, left) ?? 0n, sumOf(fields, right) ?? 0n]
  return actual === expected
    ? null
    : {
        pointer: `/fields/${left[0]?.field ?? ''}`,
        problem: 'sum-differs',
        actual: writeMicro(actual),
        expected: writeMicro(expected),
      }
}

function optionsOf(
  kind: ItemKind,
  rule: { rows: string; column: string },
): readonly { key: string; label: string }[] {
  const field = kind.fields.find(({ key }) => key === rule.rows)
  const column =
    field?.type === 'rows' ? field.columns.find(({ key }) => key === rule.column) : undefined
  return column?.type === 'choice' ? column.options : []
}

function dayOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Days of a period, both ends counted: the working days of a calendar, or all. */
function lengthOf(period: string, calendar: Calendar | null): number {
  const [from, to] = period.split('/').map(parseLocalDate)
  if (from === undefined || from === null || to === undefined || to === null) return 0
  return calendar === null
    ? daysBetween(from, to) + 1
    : workingDaysBetween(calendar, addDays(from, -1), to)
}
