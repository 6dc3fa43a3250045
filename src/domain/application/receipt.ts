/** Crockford's alphabet: no I, L, O, U, so that a receipt can be read out over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const receiptLength = 20
const secretLength = 16

/** Writes random or derived bytes as a receipt (回执编号): SQ- and 20 characters, 100 bits; needs 20 bytes. */
export function receiptOf(bytes: Uint8Array): string {
  return `SQ-${grouped(characters(bytes, receiptLength), 5)}`
}

/** Writes derived bytes as a query password (查询密码): 16 characters, 80 bits; needs 16 bytes. */
export function secretOf(bytes: Uint8Array): string {
  return grouped(characters(bytes, secretLength), 4)
}

/** Reads a receipt as people type it: any case, with or without prefix, blanks and hyphens; null when it is none. */
export function parseReceipt(text: string): string | null {
  const typed = plain(text) ?? ''
  // A code may begin with these letters itself: only what is too long has them as its prefix.
  const bare = typed.length > receiptLength ? typed.replace(/^SQ/, '') : typed
  const read = readable(bare, receiptLength)
  return read === null ? null : `SQ-${grouped(read, 5)}`
}

/** Reads a query password as people type it; null when it cannot be one. */
export function parseSecret(text: string): string | null {
  const bare = plain(text)
  const read = bare === undefined ? null : readable(bare, secretLength)
  return read === null ? null : grouped(read, 4)
}

/** The first characters of a receipt as far as typed, in its written form; null when they cannot be one. */
export function parseReceiptPrefix(text: string): string | null {
  const bare = plain(text)
  if (bare === undefined || !bare.startsWith('SQ')) return null
  const rest = bare.slice(2)
  const read = readable(rest, rest.length)
  return read === null || rest.length > receiptLength ? null : `SQ-${grouped(read, 5)}`
}

function plain(text: string): string | undefined {
  return text.length > 64 ? undefined : text.toUpperCase().replaceAll(/[\s-]/g, '')
}

function readable(text: string, length: number): string | null {
  const read = text.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return read.length === length && /^[0-9A-HJKMNP-TV-Z]*$/.test(read) ? read : null
}

function characters(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += 1) text += alphabet.charAt((bytes[at] ?? 0) & 31)
  return text
}

function grouped(text: string, size: number): string {
  let written = text.slice(0, size)
  for (let at = size; at < text.length; at += size) written += `-${text.slice(at, at + size)}`
  return written
}
