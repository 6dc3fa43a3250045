import { describe, expect, test } from 'vitest'
import { checkFields, readFields } from '../../../../src/domain/item/kinds/check-fields.ts'
import type { FieldError } from '../../../../src/domain/shared/refusal.ts'
import { nationalCalendar } from '../../../../src/domain/time/calendar.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'
import { fieldWords } from '../../../../src/http/ui/words/field-problem.ts'
import { happyFields } from './happy-fields.data.ts'

function faults(change: Record<string, unknown>): readonly FieldError[] {
  const fields = { ...happyFields['final-accounts'], ...change }
  const checked = checkFields('final-accounts', fields, localDate('2026-11-22'), nationalCalendar)
  return checked.ok || checked.refusal.code !== 'invalid' ? [] : checked.refusal.errors
}

describe('typed values', () => {
  test('a draft may be incomplete, but every value has its type', () => {
    expect(readFields('penalty', { caseName: '某案' })).toEqual({
      ok: true,
      value: { caseName: '某案' },
    })
    expect(readFields('penalty', { penaltyOn: '下周' }).ok).toBe(false)
    expect(readFields('penalty', { nothing: '1' }).ok).toBe(false)
    expect(readFields('no-such-kind', {}).ok).toBe(false)
    expect(readFields('penalty', []).ok).toBe(false)
  })

  test.each([
    ['1,234.50', 1234.5],
    ['１５．７８', 15.78],
    ['0.000001', 0.000001],
    ['999999999999', 999_999_999_999],
  ])('money %s is %d', (text, value) => {
    expect(readFields('procurement', { budgetAmount: text })).toEqual({
      ok: true,
      value: { budgetAmount: value },
    })
  })

  test.each(['0.0000001', '1e5', '12万', '1234567890123', '--1', '1.2.3', 'NaN', 'Infinity'])(
    'money %s is refused',
    (text) => {
      expect(readFields('procurement', { budgetAmount: text }).ok).toBe(false)
      expect(readFields('procurement', { budgetAmount: Number(text) || text }).ok).toBe(
        text === '1e5',
      )
    },
  )

  test.each([
    ['2026', '2026'],
    ['２０２６', '2026'],
    ['2026年', '2026'],
    ['2026年度', '2026'],
  ])('year %s is %s', (text, accountYear) => {
    expect(readFields('budget', { accountYear: text })).toEqual({
      ok: true,
      value: { accountYear },
    })
  })

  test.each(['26', '今年', '1899', '9999', '2026-01', '20260'])('year %s is refused', (text) => {
    expect(readFields('budget', { accountYear: text }).ok).toBe(false)
  })

  test('row 29: a fine is not less than nothing, though a balance may be; what nobody sees is no fact', () => {
    expect(readFields('penalty', { fine: -1 }).ok).toBe(false)
    expect(readFields('penalty', { fine: 0 }).ok).toBe(true)
    expect(readFields('village-affairs', { opening: -12.5 }).ok).toBe(true)
    expect(readFields('penalty', { facts: '\u200B\u3164' })).toEqual({ ok: true, value: {} })
  })

  test('hostile shapes are refused and never throw', () => {
    for (const raw of [null, 1, 'x', [[]], { entries: 5 }, { entries: [1] }, { entries: [null] }]) {
      expect(readFields('credit-list', raw).ok).toBe(false)
    }
    const many = Array.from({ length: 2001 }, () => ({ entryName: '甲' }))
    expect(readFields('credit-list', { entries: many }).ok).toBe(false)
    expect(readFields('credit-list', JSON.parse('{"__proto__":{"x":1}}')).ok).toBe(false)
  })
})

describe('rows pasted out of a spreadsheet', () => {
  test('come with a header in any order, words for choices, blank lines', () => {
    const text = '预算数\t项目\t决算数\n29.95\t公务接待费\t15.78\n\n9\t公务用车运行费\t6.85\n'
    expect(readFields('three-public-expenses', { expenses: text })).toEqual({
      ok: true,
      value: {
        expenses: [
          { expenseKind: 'reception', budgeted: 29.95, spent: 15.78 },
          { expenseKind: 'car-running', budgeted: 9, spent: 6.85 },
        ],
      },
    })
  })

  test('come without a header in the order of the columns, commas inside amounts', () => {
    const text = '一般公共服务\t1,000.40\t980.12'
    expect(readFields('final-accounts', { accounts: text })).toEqual({
      ok: true,
      value: { accounts: [{ accountItem: '一般公共服务', budgeted: 1000.4, spent: 980.12 }] },
    })
  })

  test('a fault is named by the line of the text', () => {
    const text = '支出项目\t预算数\t决算数\n甲\t1\t1\n\n乙\t一万\t2'
    const found = faults({ accounts: text })
    expect(found).toEqual([
      { pointer: '/fields/accounts/3/budgeted', problem: 'ill-formed', what: 'amount' },
    ])
    const missing = faults({ accounts: '甲\t1\t1\n\n乙\t\t2' })
    expect(missing).toEqual([{ pointer: '/fields/accounts/2/budgeted', problem: 'required' }])
    expect(fieldWords({ pointer: '/fields/accounts/2/budgeted', problem: 'required' })).toBe(
      '请填写“支出决算第 3 行：预算数”',
    )
  })

  test('too many cells, an open quote and too many lines are refused', () => {
    expect(faults({ accounts: '甲\t1\t2\t3' })[0]?.problem).toBe('too-many')
    expect(faults({ accounts: '"甲\t1\t2' })[0]?.problem).toBe('ill-formed')
    const long = '甲\t1\t1\n'.repeat(2001)
    expect(faults({ accounts: long })[0]?.problem).toBe('too-many')
  })
})

test('row 5: what is wrong in a text is told by its paragraph, not by the names of the interface', () => {
  const problem = { problem: 'not-listed', allowed: ['heading', 'paragraph'] } as const
  const words = fieldWords({ pointer: '/document/blocks/2/type', ...problem })
  expect(words).toBe('“正文第 3 段”只能是：heading、paragraph')
})
