import { type LocalDate, parseLocalDate } from '../../time/local-date.ts'
import { accept, type Checked, illFormed, toAscii, wrongChecksum } from './checked.ts'

const FORM = /^[1-9]\d{16}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** 省级行政区划代码, with 81-83 of the residence permits and 91 of permanent residents. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 ' +
    '61 62 63 64 65 71 81 82 83 91'
  ).split(' '),
)

/**
 * Checks a resident identity number (公民身份号码, GB 11643): 18 characters, province, date of birth
 * and check character; answers it with a capital X.
 */
export function checkResidentId(text: string): Checked {
  const id = toAscii(text, 64).toUpperCase()
  if (!FORM.test(id) || !isResidentArea(id) || bornOn(id) === null) return illFormed('resident-id')
  return hasCheckCharacter(id) ? accept(id) : wrongChecksum('resident-id')
}

/** Tells whether an 18-character number begins with the code of a province (省级行政区划代码). */
export function isResidentArea(id: string): boolean {
  return PROVINCES.has(id.slice(0, 2))
}

/** The date of birth in an 18-character number (出生日期码), or null when there is no such day. */
export function bornOn(id: string): LocalDate | null {
  return parseLocalDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
}

/** Tells whether the last of 18 characters agrees with the rest (校验码, GB 11643: ISO 7064 MOD 11-2). */
export function hasCheckCharacter(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return CHECK_CHARACTERS[sum % 11] === id[17]
}
