import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMicro, writeMicro } from '../../../../src/domain/item/kinds/amount.ts'
import { readFields } from '../../../../src/domain/item/kinds/check-fields.ts'
import { percent } from '../../../../src/domain/item/kinds/derive.ts'
import { itemKinds } from '../../../../src/domain/item/kinds/kind-of.ts'
import type { Field, Fields } from '../../../../src/domain/item/kinds/kind.ts'
import { maskAddress, maskName, maskText } from '../../../../src/domain/item/kinds/mask.ts'
import {
  exposedNames,
  publicFields,
  type PublicFields,
} from '../../../../src/domain/item/kinds/public-fields.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'
import { happyFields } from './happy-fields.data.ts'

const today = localDate('2026-11-22')
const ID = '11010519491231002X'

function view(kind: string, change: Record<string, unknown> = {}, on = today): PublicFields {
  const read = readFields(kind, { ...happyFields[kind], ...change })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const shown = publicFields(kind, read.value, on)
  if (shown === null) throw new Error(kind)
  return shown
}

describe('row 29, security statement 61: what the public sees', () => {
  test('a person punished is masked everywhere, private fields are absent', () => {
    const { fields } = view('penalty')
    expect(fields).toMatchObject({
      caseName: '张某某占道经营案',
      party: '张某某',
      partyId: '110*************2X',
      partyAddress: '安徽省宿州市埇桥区大店镇',
    })
    expect(fields['facts']).toBe(
      '张某某（身份证号110*************2X，电话 138****1234）占道经营。'.replace('1234', '1234'),
    )
    expect(fields).not.toHaveProperty('partyPhone')
    expect(JSON.stringify(fields)).not.toMatch(/三丰|0000|大店村/)
  })

  test('a person is masked even where nobody said that it is one', () => {
    const read = { party: '张三丰', caseName: '案' } as Fields
    expect(publicFields('penalty', read, today)?.fields['party']).toBe('张某某')
  })

  test.each([
    ['王　伟', '王伟（又写作王 伟、王　伟）占道', '王某（又写作王某、王某）占道'],
    ['王伟', '王　伟占道', '王某占道'],
    ['张 三丰', '张三丰占道', '张某某占道'],
    ['王 伟 李强', '王伟和李强', '王某和李某'],
    ['王 伟 李 强', '王伟和李强', '王某和李某'],
    ['王 小 明 李强', '王小明和李强', '王某某和李某'],
    ['张三丰 李 强', '张三丰和李强', '张某某和李某'],
    ['李　强、王小　明', '李强与王小明、王 小明', '李某与王某某、王某某'],
    ['买买提·艾力', '买买提•艾力和买买提艾力', '买某某和买某某'],
  ])('a name is hidden however it is spaced or dotted: %s', (party, facts, shown) => {
    const { fields } = view('penalty', { party, facts, caseName: `${party}案` })
    expect(fields['facts']).toBe(shown)
    expect(JSON.stringify(fields)).not.toMatch(/伟|三丰|强|明|艾|力/)
    expect(exposedNames('penalty', { party }, `决定书\n${facts}`)).not.toEqual([])
  })

  test('names do not run over from one line into the next', () => {
    expect(exposedNames('penalty', { party: '王伟' }, '姓王\n伟大')).toEqual([])
  })

  test('an organisation keeps its legal name', () => {
    expect(view('licence').fields['holder']).toBe('宿州某某餐饮有限公司')
    const penalty = view('penalty', { partyClass: 'sole-trader', party: '大店镇老王餐馆' })
    expect(penalty.fields['party']).toBe('大店镇老王餐馆')
  })

  test('after the last day of display nothing is shown', () => {
    expect(view('penalty', {}, localDate('2027-11-02')).isOver).toBe(false)
    expect(view('penalty', {}, localDate('2027-11-03'))).toMatchObject({
      isOver: true,
      fields: {},
    })
  })

  test('row 34: an entry is gone from the day of its removal on', () => {
    const names = (on: string): unknown =>
      (view('credit-list', {}, localDate(on)).fields['entries'] as { entryName: string }[]).map(
        ({ entryName }) => entryName,
      )
    expect(names('2026-05-31')).toEqual(['某某建筑有限公司', '欧阳某某'])
    expect(names('2026-06-01')).toEqual(['欧阳某某'])
    expect(view('credit-list', {}, localDate('2027-01-05'))).toMatchObject({
      isOver: true,
      fields: {},
    })
    expect(view('credit-list', {}, localDate('2026-06-01')).derived[0]?.value).toBe('1')
  })

  test('row 33: recipients are masked, accounts and telephones absent', () => {
    const [first] = view('benefit-list').fields['recipients'] as Record<string, unknown>[]
    expect(first).toEqual({
      recipient: '王某某',
      recipientId: '110*************2X',
      recipientAddress: '埇桥区大店镇',
      heads: 2,
      benefitAmount: 1300,
    })
  })

  test('row 33: a notice says where it stands', () => {
    const stage = (on: string): unknown =>
      view('public-notice', {}, localDate(on)).derived.find(({ key }) => key === 'noticeStage')
        ?.value
    expect(['2026-11-19', '2026-11-20', '2026-11-26', '2026-11-27'].map(stage)).toEqual([
      '未开始',
      '公示中',
      '公示中',
      '已结束',
    ])
  })
})

describe('row 30: rates are computed and explained', () => {
  test('52.7 % and 76.1 % of the township with 29.95 and 9 of budget', () => {
    const rates = view('three-public-expenses').derived.filter(({ key }) => key === 'expenseRate')
    expect(rates.map(({ row, value }) => [row, value])).toEqual([
      ['因公出国（境）费', null],
      ['公务接待费', '52.7'],
      ['公务用车购置费', null],
      ['公务用车运行费', '76.1'],
      ['合计', '58.1'],
    ])
    expect(rates[1]).toMatchObject({
      formula: '执行率 = 决算数 ÷ 预算数 × 100%',
      numerator: '15.78',
      denominator: '29.95',
      unit: '%',
      rounding: '四舍五入，保留一位小数',
    })
  })

  test('growth over the year before, a sum over some rows, a difference', () => {
    const { derived } = view('three-public-expenses')
    const growth = derived.find(({ key, row }) => key === 'expenseGrowth' && row === '公务接待费')
    expect(growth?.value).toBe('-49.4')
    expect(derived.find(({ key }) => key === 'carTotal')?.value).toBe('6.85')
    expect(view('final-accounts').derived.find(({ key }) => key === 'surplus')?.value).toBe('8.28')
    expect(view('procurement').derived[0]?.value).toBe('47.654322')
  })

  test('a rate of nothing is no rate, and halves are rounded away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (part) => {
        expect(percent(part, 0n)).toBeNull()
      }),
    )
    expect([percent(1n, 2000n), percent(-1n, 2000n), percent(1n, 2001n)]).toEqual([
      '0.1',
      '-0.1',
      '0.0',
    ])
  })

  test('totals equal the sums of what was typed, to the last decimal', () => {
    const amount = fc.integer({ min: -(10 ** 9), max: 10 ** 9 })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), (units) => {
        const micro = units.map((unit) => toMicro(unit / 1_000_000))
        expect(micro.reduce((a, b) => a + b, 0n)).toBe(units.reduce((a, b) => a + BigInt(b), 0n))
        const [first = 0n] = micro
        expect(Number(writeMicro(first).replaceAll(',', ''))).toBe((units[0] ?? 0) / 1_000_000)
      }),
    )
  })
})

describe('masking', () => {
  test.each([
    ['张三', '张某'],
    ['张三丰', '张某某'],
    ['欧阳修', '欧阳某'],
    ['诸葛孔明', '诸葛某某'],
    ['张　三', '张某'],
    ['张三、李四光', '张某、李某某'],
    ['买买提·艾力', '买某某'],
    ['John Smith', 'J*** S***'],
    ['张某某', '张某某'],
  ])('%s becomes %s', (name, expected) => {
    expect(maskName(name)).toBe(expected)
  })

  test.each([
    ['安徽省宿州市埇桥区大店镇大店村3组12号', '安徽省宿州市埇桥区大店镇'],
    ['埇桥区大泽乡镇水池铺村', '埇桥区大泽乡镇'],
    ['江苏省镇江市丹徒区世业镇一组', '江苏省镇江市丹徒区世业镇'],
    ['宿州市埇桥区沱河街道汇源大道5号', '宿州市埇桥区沱河街道'],
    ['宿州市埇桥区人民路5号', '宿州市埇桥区'],
    ['人民路5号', '（住址略）'],
  ])('address %s is cut to %s', (address, expected) => {
    expect(maskAddress(address)).toBe(expected)
    expect(maskAddress(maskAddress(address))).toBe(expected)
  })

  test('numbers typed in full width or with gaps are found as well', () => {
    const wide = '１１０１０５１９４９１２３１００２Ｘ'
    expect(maskText(`身份证${wide}，手机138-0013-8000`, [])).toBe(
      '身份证110*************2X，手机138****8000',
    )
    expect(maskText('热线 12345，电话 0557-3012345，2026年', [])).toBe(
      '热线 12345，电话 0557-3012345，2026年',
    )
  })

  test('no public view of any kind holds an identity number or a mobile number', () => {
    const secret = fc.constantFrom(ID, '13800138000', '15912345678', '341302199003070018')
    const words = fc
      .tuple(fc.string({ maxLength: 12 }), secret, fc.string({ maxLength: 12 }))
      .map(([before, number, after]) => `${before.replaceAll(/\w/g, '字')}，${number}。${after}`)
    const kinds = itemKinds.filter(({ fields }) => fields.length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(words, { minLength: 1 }), (kind, texts) => {
        const fields = Object.fromEntries(
          kind.fields.map((field, at) => [field.key, filled(field, texts, at)]),
        ) as Fields
        const shown = publicFields(kind.id, fields, today)
        expect(JSON.stringify(shown)).not.toMatch(/[1-9]\d{16}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/)
        // A view of a view is the same: nothing is masked twice.
        const again = publicFields(kind.id, shown?.fields ?? {}, today)
        expect(again?.fields).toEqual(shown?.fields)
      }),
      { numRuns: 200 },
    )
  })
})

/** A field with a text that hides a number, where its type takes text. */
function filled(field: Field, texts: readonly string[], at: number): unknown {
  const text = texts[at % texts.length] ?? ''
  switch (field.type) {
    case 'rows':
      return [
        Object.fromEntries(
          field.columns.map((column, i) => [column.key, filled(column, texts, at + i)]),
        ),
      ]
    case 'line':
    case 'text':
    case 'party':
    case 'address':
      return text
    case 'resident-id':
      return ID
    case 'phone':
      return '13800138000'
    case 'code':
      return `编号 ${ID}`
    default:
      return undefined
  }
}
