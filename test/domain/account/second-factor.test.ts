import { describe, expect, test } from 'vitest'
import { otpauthUri, readCode, toBase32 } from '../../../src/domain/account/second-factor.ts'
import { stepOfCode, totpAt } from '../../../src/usecases/account/totp.ts'

const secret = new TextEncoder().encode('12345678901234567890')

describe('RFC 6238, appendix B (SHA-1, the last six digits)', () => {
  test.each([
    [59, 287_082],
    [1_111_111_109, 81_804],
    [1_111_111_111, 50_471],
    [1_234_567_890, 5_924],
    [2_000_000_000, 279_037],
    [20_000_000_000, 353_130],
  ])('at %i s', async (seconds, code) => {
    expect(await totpAt(secret, Math.floor(seconds / 30))).toBe(code)
  })
})

describe('which codes are taken', () => {
  const now = 1_111_111_111_000
  const step = Math.floor(now / 30_000)

  test.each([
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ])('that of %i steps away: %s', async (away, taken) => {
    const code = String(await totpAt(secret, step + away)).padStart(6, '0')
    expect(await stepOfCode(secret, code, { now, after: 0 })).toBe(taken)
  })

  test('none that is not later than the last one used', async () => {
    const code = String(await totpAt(secret, step)).padStart(6, '0')
    expect(await stepOfCode(secret, code, { now, after: step - 1 })).toBe(step)
    expect(await stepOfCode(secret, code, { now, after: step })).toBeNull()
  })
})

test.each([
  ['050471', 50_471],
  [' 050 471 ', 50_471],
  ['０５０４７１', 50_471],
  ['50471', null],
  ['0504710', null],
  ['05047a', null],
  ['-50471', null],
  ['', null],
])('%j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test('RFC 4648, section 10: base 32 as authenticators take it', () => {
  const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
    toBase32(new TextEncoder().encode(text)),
  )
  expect(written).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
})

test('the address for authenticators names agency and user', () => {
  expect(otpauthUri('东县 & 政府', '张三', 'MZXQ')).toBe(
    `otpauth://totp/${encodeURIComponent('东县 & 政府')}:${encodeURIComponent('张三')}?secret=MZXQ&issuer=${encodeURIComponent('东县 & 政府')}&algorithm=SHA1&digits=6&period=30`,
  )
})
