import type { EncodingName } from './problems.ts'

type Guess = { ok: true; text: string; encoding: EncodingName }

/**
 * Reads bytes that hold a NUL as UTF-16 without a mark, in the byte order that gives plain
 * text with separators in it; null when neither order does.
 */
export function guessUtf16(bytes: Uint8Array): Guess | null {
  if (bytes.length % 2 !== 0) return null
  const orders = ['utf-16le', 'utf-16be'] as const
  const guesses = orders.flatMap((encoding) => {
    const text = decode(bytes, encoding)
    if (text === null || CONTROL.test(text)) return []
    const score = plausibility(text)
    return score > 0 ? [{ text, encoding, score }] : []
  })
  const [best] = guesses.toSorted((a, b) => b.score - a.score)
  if (best === undefined || isOneByteText(bytes)) return null
  return { ok: true, text: best.text, encoding: best.encoding }
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/

/** Share of ASCII, Chinese punctuation and common characters, ASCII twice; 0 when no separator occurs. */
function plausibility(text: string): number {
  if (!/[\n\r,;\t]/.test(text)) return 0
  const sample = text.slice(0, 65_536)
  let ascii = 0
  let chinese = 0
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    if (code < 0x7f) ascii += 1
    else if (isChinese(code)) chinese += 1
  }
  const share = (ascii + chinese) / sample.length
  return share < 0.9 ? 0 : share + ascii / sample.length
}

function isChinese(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef)
  )
}

/** True when the zeros are strays in a one-byte or UTF-8 text rather than every other byte. */
function isOneByteText(bytes: Uint8Array): boolean {
  let zeros = 0
  let separators = 0
  for (const byte of bytes) {
    if (byte === 0) zeros += 1
    if (byte === 0x0a || byte === 0x2c || byte === 0x09 || byte === 0x3b) separators += 1
  }
  // In UTF-16 every separator brings a zero of its own.
  return zeros < separators / 2
}

function decode(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}
