import { accept, type Checked, illFormed, toAscii } from './checked.ts'

/** Checks a Chinese postcode (邮政编码): six digits, not all of them 0. */
export function checkPostcode(text: string): Checked {
  const code = toAscii(text, 16)
  return /^\d{6}$/.test(code) && code !== '000000' ? accept(code) : illFormed('postcode')
}
