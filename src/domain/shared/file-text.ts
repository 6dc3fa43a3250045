import { decodeText } from './sheet/decode-text.ts'

const MARKUP =
  /^\s*(?:<[a-z!?]|\{\\rtf|MIME-Version:|%PDF-|#!)|<(?:script|html|svg|iframe|!doctype|\?php)/i
const CONTROL = /(?![\t\n\r\f])\p{Cc}/u
/** How much of a text is looked at for markup. */
const HEAD = 65_536

/** Tells whether bytes are plain text in a known encoding, without control characters or markup. */
export function isPlainText(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return false
  return !CONTROL.test(decoded.text) && !MARKUP.test(decoded.text.slice(0, HEAD))
}
