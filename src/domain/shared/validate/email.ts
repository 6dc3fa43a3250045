import { accept, type Checked, illFormed } from './checked.ts'

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u
const TOP_LABEL = /^(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}]{1,62})$/u

/**
 * Checks an e-mail address (电子邮箱) of at most 254 characters: plain local part, at least two
 * domain labels, which may be Chinese; answers it with the domain in lower case.
 */
export function checkEmail(text: string): Checked {
  if (text.length > 320) return illFormed('email')
  const address = text.trim().normalize('NFC')
  const at = address.lastIndexOf('@')
  if (at < 1 || address.length > 254) return illFormed('email')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1).toLowerCase()
  return isLocalPart(local) && isDomain(domain) ? accept(`${local}@${domain}`) : illFormed('email')
}

function isLocalPart(local: string): boolean {
  const dotted = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  return !dotted && LOCAL.test(local)
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LABEL.test(top)
}
