/** Hides the middle of an identity number (身份证号), keeping 4 characters at each end. */
export function maskNumber(text: string): string {
  const { length } = signs(text)
  return length <= 8 ? '*'.repeat(length) : hide(text, 4, 4)
}

/** Hides the middle of a telephone number (电话): 138****1234. */
export function maskPhone(text: string): string {
  return signs(text).length <= 7 ? hide(text, 1, 1) : hide(text, 3, 4)
}

/** Hides the local part of an e-mail address (邮箱) but for its first character. */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf('@')
  return at < 1 ? '****' : `${signs(text)[0] ?? ''}****${text.slice(at)}`
}

/** Shows an address (地址) only to its sixth character, which is about the township. */
export function maskAddress(text: string): string {
  const characters = signs(text)
  return characters.length <= 2
    ? '****'
    : `${characters.slice(0, Math.min(6, characters.length - 2)).join('')}****`
}

function hide(text: string, head: number, tail: number): string {
  const characters = signs(text)
  const hidden = Math.max(0, characters.length - head - tail)
  return [
    ...characters.slice(0, head),
    '*'.repeat(hidden),
    ...characters.slice(characters.length - tail),
  ].join('')
}

// A letter with its vowel signs, stacked letters or variation selectors is one sign and stays whole.
function signs(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}
