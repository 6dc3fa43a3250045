import { mailDate } from '../time/mail-date.ts'

/** A plain-text letter (邮件): addresses are checked ones, `at` is an instant in epoch ms. */
export type Mail = {
  id: string
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  at: number
}

/** Bytes that one encoded word may carry, so that it stays within 75 characters (RFC 2047). */
const wordBytes = 45
const lineEnd = '\r\n'

/**
 * Writes a letter as MIME (RFC 5322, 2045, 2047): headers in encoded words, the text in UTF-8 and
 * base64; the same id always gives the same Message-ID. Throws when an address holds a line break.
 */
export function writeMail({ id, from, to, subject, text, at }: Mail): string {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const headers = [
    `From: ${encodedWords(from.name)} <${address(from.address)}>`,
    `To: <${address(to)}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${mailDate(at)}`,
    `Message-ID: <${id}@${domain}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const body = base64(new TextEncoder().encode(text)).match(/.{1,76}/g) ?? []
  return [...headers, '', ...body, ''].join(lineEnd)
}

/** Writes a text of a header as encoded words, cut between characters (RFC 2047). */
export function encodedWords(text: string): string {
  const words: string[] = []
  let part = ''
  for (const character of text) {
    if (new TextEncoder().encode(part + character).length > wordBytes) {
      words.push(part)
      part = ''
    }
    part += character
  }
  return [...words, part]
    .map((word) => `=?utf-8?B?${base64(new TextEncoder().encode(word))}?=`)
    .join(`${lineEnd} `)
}

function address(text: string): string {
  if (/[\s<>]/.test(text)) throw new Error('an address holds what no address may')
  return text
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
