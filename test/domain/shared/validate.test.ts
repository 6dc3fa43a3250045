import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCreditCode } from '../../../src/domain/shared/validate/credit-code.ts'
import { checkEmail } from '../../../src/domain/shared/validate/email.ts'
import { checkPhone } from '../../../src/domain/shared/validate/phone.ts'
import { checkPostcode } from '../../../src/domain/shared/validate/postcode.ts'
import { checkResidentId } from '../../../src/domain/shared/validate/resident-id.ts'
import { checkSafeText } from '../../../src/domain/shared/validate/safe-text.ts'

const digits = Array.from({ length: 10 }, (_, digit) => String(digit))

describe('GB 11643: resident identity numbers', () => {
  test.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    [' ４４０５２４１８８００１０１００１４ ', null],
    ['440524188001010014', null],
    ['110105194912310021', 'checksum'],
    ['110105194902310026', null],
    ['990105194912310026', null],
    ['11010519491231002', null],
    ['11010519491231002XX', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(outcome(checkResidentId(text))).toBe(expected ?? 'ill-formed')
  })

  test('full-width characters are taken for what they are', () => {
    expect(outcome(checkResidentId('１１０１０５１９４９１２３１００２Ｘ'))).toBe(
      '11010519491231002X',
    )
  })

  test('one wrong digit of the sequence never passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 16 }), fc.constantFrom(...digits), (at, digit) => {
        const valid = '11010519491231002X'
        fc.pre(valid[at] !== digit)
        const wrong = valid.slice(0, at) + digit + valid.slice(at + 1)
        expect(outcome(checkResidentId(wrong))).toBe('checksum')
      }),
    )
  })
})

describe('GB 32100: unified social credit codes', () => {
  test.each([
    ['11370322004222241N', '11370322004222241N'],
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100m000100y43', '91350100M000100Y43'],
    ['91341300MA21000180', '91341300MA21000180'],
    ['91350100M000100Y44', 'checksum'],
    ['91350100I000100Y43', 'ill-formed'],
    ['9135010OM000100Y43', 'ill-formed'],
    ['91350100M000100Y4', 'ill-formed'],
    ['9135 0100 M000 100Y43', '91350100M000100Y43'],
    ['', 'ill-formed'],
  ])('%j', (text, expected) => {
    expect(outcome(checkCreditCode(text))).toBe(expected)
  })
})

describe('telephone numbers', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0557-3021234', '0557-3021234'],
    ['010 62771234', '010-62771234'],
    ['(0557)3021234', '0557-3021234'],
    ['0557-3021234-806', '0557-3021234-806'],
    ['+86-557-3021234', '0557-3021234'],
    ['4008001234', '4008001234'],
    ['+852 2345 6789', '+85223456789'],
    ['3021234', 'ill-formed'],
    ['12800138000', 'ill-formed'],
    ['1380013800', 'ill-formed'],
    ['138001380001', 'ill-formed'],
    ['+86123', 'ill-formed'],
    ['电话13800138000', 'ill-formed'],
    ['', 'ill-formed'],
  ])('%j', (text, expected) => {
    expect(outcome(checkPhone(text))).toBe(expected)
  })
})

describe('e-mail addresses', () => {
  test.each([
    ['zhang.san@Example.com', 'zhang.san@example.com'],
    ['a+b@mail.gov.cn', 'a+b@mail.gov.cn'],
    ['zhang@政务.中国', 'zhang@政务.中国'],
    ['zhang@xn--ses554g.xn--fiqs8s', 'zhang@xn--ses554g.xn--fiqs8s'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    [`${'a'.repeat(65)}@example.com`, 'ill-formed'],
    [`a@${'b'.repeat(64)}.com`, 'ill-formed'],
    [`a@${'b.'.repeat(130)}com`, 'ill-formed'],
    ['a@localhost', 'ill-formed'],
    ['a@@b.com', 'ill-formed'],
    ['.a@b.com', 'ill-formed'],
    ['a..b@b.com', 'ill-formed'],
    ['a@-b.com', 'ill-formed'],
    ['a@b..com', 'ill-formed'],
    ['a@127.0.0.1', 'ill-formed'],
    ['a b@c.com', 'ill-formed'],
    ['a@b.com\r\nBcc: x@y.com', 'ill-formed'],
    ['', 'ill-formed'],
  ])('%j', (text, expected) => {
    expect(outcome(checkEmail(text))).toBe(expected)
  })
})

test.each([
  ['234000', '234000'],
  ['２３４０００', '234000'],
  ['000000', 'ill-formed'],
  ['23400', 'ill-formed'],
  ['2340000', 'ill-formed'],
  ['23400a', 'ill-formed'],
])('postcode %j', (text, expected) => {
  expect(outcome(checkPostcode(text))).toBe(expected)
})

describe('free text', () => {
  test.each([
    ['关于公开宅基地审批结果的申请', '关于公开宅基地审批结果的申请'],
    ['第一行\r\n\t第二行 ', '第一行\r\n\t第二行 '],
    ['𠮷野𬭎，买买提·吐尔逊', '𠮷野𬭎，买买提·吐尔逊'],
    ['e\u0301cole', '\u00e9cole'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['', ''],
    ['a\u0000b', 'text-unsafe'],
    ['a\u0001b', 'text-unsafe'],
    ['\ud842', 'text-unsafe'],
    ['\udfb7\ud842', 'text-unsafe'],
    ['锟\ufffd斤拷', 'text-unsafe'],
    [`a${'\u0301'.repeat(31)}`, 'text-unsafe'],
  ])('%j', (text, expected) => {
    expect(outcome(checkSafeText(text))).toBe(expected)
  })
})

test('texts of 60,000 characters are answered by every check', () => {
  const long = [
    '1'.repeat(60_000),
    `${'a'.repeat(59_999)}@`,
    'a@'.repeat(30_000),
    '0'.repeat(59_999) + '-',
    `a@${'b.'.repeat(29_999)}`,
    ' '.repeat(60_000),
    '！'.repeat(60_000),
  ]
  for (const text of long) {
    for (const check of [checkResidentId, checkCreditCode, checkPhone, checkEmail, checkPostcode]) {
      expect(outcome(check(text))).toBe('ill-formed')
    }
    expect(checkSafeText(text)).toEqual({ ok: true, value: text })
  }
  expect(outcome(checkSafeText('\u0301\u0323'.repeat(30_000)))).toBe('text-unsafe')
})

function outcome(checked: ReturnType<typeof checkSafeText>): string {
  return checked.ok ? checked.value : checked.problem.problem
}
