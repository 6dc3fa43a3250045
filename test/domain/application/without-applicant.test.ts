import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  tellingOf,
  tellsApplicant,
  withoutApplicant,
} from '../../../src/domain/application/without-applicant.ts'

const person = {
  'applicant.name': '买买提·吐尔逊',
  'applicant.idType': 'resident-id',
  'applicant.idNumber': '11010519491231002X',
  'applicant.phone': '13800001234',
  'applicant.email': 'Someone@Example.com',
  'applicant.address': '埇桥区试验路 9 号 3-2',
  'applicant.postcode': '234000',
  'representative.name': '李四',
} as const
const numbers = ['SQ-00000-00000-00000-00001', '2026-0007号']
const telling = tellingOf(person, numbers)

/** A value as people write it: spaced, hyphened, in full width or other cases. */
function disguised(value: string, gaps: readonly string[], isWide: boolean): string {
  return Array.from(value)
    .map((char, at) => {
      const shown =
        isWide && /[!-~]/.test(char)
          ? String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfe_e0)
          : char
      return `${shown}${gaps[at % gaps.length] ?? ''}`
    })
    .join('')
}

const values = [
  ...Object.entries(person).flatMap(([field, value]) =>
    field === 'applicant.idType' ? [] : [value],
  ),
  ...numbers,
]
const gap = fc.constantFrom('', ' ', '-', '　', '·', '\n', '.')
const planted = fc.record({
  value: fc.constantFrom(...values),
  gaps: fc.array(gap, { minLength: 1, maxLength: 5 }),
  isWide: fc.boolean(),
})
const words = fc.string({
  unit: fc.constantFrom(...Array.from('关于土地征收补偿的方案，同意公开。经查第3条二〇')),
  maxLength: 30,
})

test('nothing by which the applicant is known stands in what becomes public, however it is written (条例第44条, row 37)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, planted), { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts
        .map(
          ([before, { value, gaps, isWide }]) => `${before}，${disguised(value, gaps, isWide)}。`,
        )
        .join('')
      const clean = withoutApplicant(text, telling)
      // Looked for in a way of its own: letters and digits alone, widths and cases folded.
      const bare = (one: string): string =>
        one
          .normalize('NFKC')
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
      const left = values
        .filter((value) => value !== '234000')
        .filter((value) => bare(clean).includes(bare(value)))
      expect(left).toEqual([])
      expect(tellsApplicant(clean, telling)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('what tells nobody stays as it is', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(withoutApplicant(text, telling)).toBe(text)
    }),
  )
  expect(withoutApplicant('补偿款 1234000 元', telling)).toBe('补偿款 1234000 元')
  expect(withoutApplicant('买买提吐尔逊：您好，李四。邮编 234000', telling)).toBe(
    '申请人：您好，申请人。邮编 〔略〕',
  )
})

test('a value that its own substitute would spell is no way around: the text is given up', () => {
  const odd = tellingOf({ 'applicant.name': '申请人' }, [])
  expect(withoutApplicant('申请人要求公开', odd)).toBe('')
})
