import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseForm } from '../../../src/domain/application/form.ts'
import {
  maskAddress,
  maskEmail,
  maskNumber,
  maskPhone,
} from '../../../src/domain/application/mask.ts'
import { personalOf } from '../../../src/domain/application/personal.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { personForm } from '../../support/application-form.ts'

const today = localDate('2026-03-02')

/** Rare Han, compatibility ideographs, dots of several kinds, Tibetan, Uyghur, Mongolian, Latin, private use. */
const names = [
  '𠮷田',
  '\u{f9dc}\u{2f800}强',
  '㛃䶮',
  '\u{30edd}\u{2ebf0}',
  '葛\u{e0100}城',
  '买买提·吐尔逊',
  '阿依古丽\u{30fb}买买提',
  '阿\u{2022}买\u{2027}提\u{2024}吐\u{387}逊',
  'བཀྲ་ཤིས་\u{f43}',
  'ئايگۈل مەمەت',
  'ᠪᠠᠲᠤ\u{202f}ᠶᠢᠨ\u{180e}ᠠ',
  'José Ma\u{301}ria O’Neill-Smith',
  'ꆈꌠꁱꂷ',
  '\u{e000}\u{e864}某',
]

function kept(name: string): string | undefined {
  const form = personForm()
  const applicant = { ...Object(form['applicant']), name }
  const parsed = parseForm({ ...form, applicant }, today)
  return parsed.ok ? personalOf(parsed.value)['applicant.name'] : undefined
}

test('names of every script are kept byte for byte (issue, 1)', () => {
  for (const name of names) expect(kept(name)).toBe(name)
})

test('any name of letters is kept as it came; only outer blanks go', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...names.flatMap((name) => Array.from(name.replaceAll(/\s/gu, '')))),
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(letters, (name) => {
      fc.pre(/[\p{L}\p{Co}]/u.test(name) && !/\p{M}{31}/u.test(name))
      expect(kept(name)).toBe(name)
      expect(kept(`\u{3000}${name} `)).toBe(name)
    }),
  )
})

test('a name that cannot be one, or that would read as another, is refused', () => {
  for (const name of ['', ' ', '···', '张\u{202e}三', '张\n三', '张\u{fffd}', '\u{d842}']) {
    expect(kept(name)).toBeUndefined()
  }
})

test('masks hide without ever cutting through a sign', () => {
  const text = fc.string({
    unit: fc.constantFrom('𠮷', 'གྲ', 'ᠪ\u{180b}', '葛\u{e0100}', 'a\u{301}', '路', '1', '号'),
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, (value) => {
      const whole = new Set([...value.matchAll(/\P{M}\p{M}*/gu)].map(([sign]) => sign))
      for (const mask of [maskNumber, maskPhone, maskAddress]) {
        const shown = mask(value)
        expect(shown.isWellFormed()).toBe(true)
        for (const [sign] of shown.matchAll(/\P{M}\p{M}*/gu)) {
          expect(sign === '*' || whole.has(sign)).toBe(true)
        }
      }
    }),
  )
  expect(maskEmail('𠮷@example.com')).toBe('𠮷****@example.com')
  expect(maskNumber('11010519491231002X')).toBe('1101**********002X')
  expect(maskPhone('13800001234')).toBe('138****1234')
})
