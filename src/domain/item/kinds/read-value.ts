import { readCellDate } from '../../shared/sheet/cell-date.ts'
import type { FieldProblem } from '../../shared/refusal.ts'
import type { Checked } from '../../shared/validate/checked.ts'
import { checkCreditCode } from '../../shared/validate/credit-code.ts'
import { checkPhone } from '../../shared/validate/phone.ts'
import { checkResidentId } from '../../shared/validate/resident-id.ts'
import { checkSafeText, isBlank } from '../../shared/validate/safe-text.ts'
import { parseLocalDate } from '../../time/local-date.ts'
import { moneyDecimals, parseAmount } from './amount.ts'
import type { Column, Field, Option } from './kind.ts'

/** What a typed value became: the value, nothing for a blank, or what is wrong with it. */
export type Read<V> = { value: V | null } | { problem: FieldProblem }

/** Longest texts in characters; a cell of a table holds a fifth of a field. */
const longest = { line: 200, text: 5000, cell: 1000 } as const

/** Reads one typed value of a field or cell by its type; blanks count as absent. */
export function readValue(
  field: Exclude<Field, { type: 'rows' }>,
  raw: unknown,
  isCell = false,
): Read<string | number | boolean> {
  if (raw === undefined || raw === null) return { value: null }
  if (field.type === 'yes-no' && typeof raw === 'boolean') return { value: raw }
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return { problem: { problem: 'wrong-type', expected: 'string' } }
  }
  const safe = checkSafeText(String(raw).replaceAll(/\r\n?/g, '\n'))
  if (!safe.ok) return { problem: safe.problem }
  if (isBlank(safe.value)) return { value: null }
  const text = safe.value.trim()
  return field.type === 'yes-no' ? readYesNo(text) : readText(field, text, isCell)
}

function readText(
  field: Exclude<Field, { type: 'rows' | 'yes-no' }>,
  text: string,
  isCell: boolean,
): Read<string | number> {
  switch (field.type) {
    case 'date':
      return orIllFormed(readCellDate(text, null), 'date')
    case 'period':
      return orIllFormed(readPeriod(text), 'date-range')
    case 'money':
      return readNumber(text, moneyDecimals[field.unit], field.least)
    case 'year':
      return readYear(text)
    case 'percent':
      return readNumber(text.replace(/[%％]$/, ''), 2)
    case 'count':
      return readNumber(text, 0, 0)
    case 'choice':
      return readChoice(field.options, text)
    case 'item':
      return within(text.replaceAll(/\s+/g, ''), longest.line)
    default:
      return readWords(field, text, isCell)
  }
}

type Words = Extract<
  Column,
  { type: 'line' | 'text' } | { type: 'code' | 'party' | 'address' } | { type: 'phone' }
>

/** Numbers of persons and organisations have their own checks; the rest is text of one line or more. */
function readWords(
  { type }: Words | Extract<Column, { type: 'resident-id' | 'credit-code' }>,
  text: string,
  isCell: boolean,
): Read<string> {
  switch (type) {
    case 'resident-id':
      return checked(checkResidentId(text))
    case 'credit-code':
      return checked(checkCreditCode(text))
    case 'phone':
      return checked(checkPhone(text))
    case 'text':
      return within(text, isCell ? longest.cell : longest.text)
    default:
      return within(text.replaceAll(/\s+/g, ' '), longest.line)
  }
}

function checked(result: Checked): Read<string> {
  return result.ok ? { value: result.value } : { problem: result.problem }
}

function within(text: string, limit: number): Read<string> {
  return text.length <= limit ? { value: text } : { problem: { problem: 'too-long', limit } }
}

/** 2026, also in full-width digits or with 年 or 年度 behind it. */
function readYear(text: string): Read<string> {
  const year = /^(?<year>\d{4})年?度?$/.exec(text.normalize('NFKC'))?.groups?.['year'] ?? ''
  return parseLocalDate(`${year}-01-01`) === null ? illFormed('year') : { value: year }
}

function readNumber(text: string, decimals: number, least = -Infinity): Read<number> {
  const value = parseAmount(text, decimals)
  if (value === null) return illFormed(decimals === 0 ? 'count' : 'amount')
  return value >= least
    ? { value: Object.is(value, -0) ? 0 : value }
    : { problem: { problem: 'out-of-range', min: least, max: Number.MAX_SAFE_INTEGER } }
}

/** Choices come as keys from forms and as words from tables pasted out of Excel. */
function readChoice(options: readonly Option[], text: string): Read<string> {
  const found = options.find(({ key, label }) => key === text || label === text)
  return found === undefined
    ? { problem: { problem: 'not-listed', allowed: options.map(({ label }) => label) } }
    : { value: found.key }
}

function readYesNo(text: string): Read<boolean> {
  if (text === '是' || text === 'yes' || text === 'true') return { value: true }
  return text === '否' || text === 'no' || text === 'false'
    ? { value: false }
    : { problem: { problem: 'not-listed', allowed: ['是', '否'] } }
}

function readPeriod(text: string): string | null {
  const [from = '', to = '', ...more] = text.split('/')
  const [first, last] = [parseLocalDate(from.trim()), parseLocalDate(to.trim())]
  if (first === null || last === null || more.length > 0 || last < first) return null
  return `${first}/${last}`
}

function orIllFormed(value: string | null, what: 'date' | 'date-range'): Read<string> {
  return value === null ? illFormed(what) : { value }
}

function illFormed(what: 'date' | 'year' | 'date-range' | 'amount' | 'count'): {
  problem: FieldProblem
} {
  return { problem: { problem: 'ill-formed', what } }
}
