import { checkResidentId } from '../shared/validate/resident-id.ts'

/** Birth years that a number may carry; those after the second are not believed inside longer numbers. */
const BIRTH = { first: 1900, last: 2049, lastInside: 2012 } as const

/** Tells whether 18 characters are a resident identity number (公民身份号码) of somebody living or dead. */
export function isResidentId(digits: string, isInside: boolean): boolean {
  if (digits.length !== 18 || !checkResidentId(digits).ok) return false
  const year = Number(digits.slice(6, 10))
  return year >= BIRTH.first && year <= (isInside ? BIRTH.lastInside : BIRTH.last)
}

const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3])/
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Tells whether 15 digits are an identity number of before 1999: province, birth date, no check digit. */
export function isOldResidentId(digits: string): boolean {
  if (!/^\d{15}$/.test(digits) || !PROVINCE.test(digits)) return false
  const day = Number(digits.slice(10, 12))
  return day >= 1 && day <= (DAYS[Number(digits.slice(8, 10)) - 1] ?? 0)
}

/** Tells whether digits are a mobile number (手机号码) of the mainland, perhaps with 86, 0086 or a leading 0. */
export function isMobile(digits: string): boolean {
  return /^(?:0|86|0086)?1[3-9]\d{9}$/.test(digits)
}

/**
 * Issuer prefixes (发卡行标识) of cards that are held here and the lengths they come in: UnionPay,
 * the banks' own from before it, and the foreign schemes.
 */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:62|81)/, [16, 17, 18, 19]],
  [/^(?:955[0-9]|60|68|69|90|94|98)/, [15, 16, 17, 18, 19]],
  [/^4/, [13, 16, 19]],
  [/^5/, [16, 17, 18, 19]],
  [/^3[47]/, [15]],
  [/^35/, [16]],
  [/^3[68]/, [14]],
  [/^2[2-7]/, [16]],
]

/** Tells whether digits are the number of a bank card (银行卡号): issuer, length and check digit. */
export function isBankCard(digits: string): boolean {
  const isIssued = ISSUERS.some(
    ([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits),
  )
  return isIssued && /^\d+$/.test(digits) && hasCheckDigit(digits)
}

/** The Luhn check (ISO/IEC 7812); one digit repeated would pass, and is nobody's number. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = digit * 2
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0 && new Set(digits.slice(4)).size > 1
}
