import { accept, type Checked, illFormed, toAscii, wrongChecksum } from './checked.ts'

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100): 18 characters without I, O, S, V
 * and Z, the last a check character; answers it in capitals without blanks.
 */
export function checkCreditCode(text: string): Checked {
  const code = toAscii(text, 64).toUpperCase().replaceAll(/[\s-]/g, '')
  if (!FORM.test(code)) return illFormed('credit-code')
  let [sum, weight] = [0, 1]
  for (const character of code.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] === code[17]
    ? accept(code)
    : wrongChecksum('credit-code')
}
