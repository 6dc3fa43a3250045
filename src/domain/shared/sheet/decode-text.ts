import type { EncodingName, FileProblem } from './problems.ts'
import { guessUtf16 } from './guess-utf16.ts'
import { measureUtf8 } from './measure-utf8.ts'

/** Text and the encoding it was in, or why the bytes are no text, with the line if it can be known. */
export type Decoded =
  | { ok: true; text: string; encoding: EncodingName }
  | { ok: false; line: number | null; reason: FileProblem }

/**
 * Turns bytes into text (识别编码): UTF-8 and UTF-16 with or without a mark, GBK, GB18030;
 * anything else is refused, because a wrong guess would store wrong characters for good.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, line: null, reason: { code: 'empty-file' } }
  const marked = markedEncoding(bytes)
  if (marked === 'utf-32') return unknown(null)
  if (marked !== null) return decodeMarked(bytes, marked)
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    const utf16 = guessUtf16(bytes)
    return (
      utf16 ?? { ok: false, line: lineAt(bytes, nul), reason: { code: 'nul-byte', offset: nul } }
    )
  }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null) return { ok: true, text: utf8, encoding: 'utf-8' }
  return decodeChinese(bytes)
}

const MARKS: readonly (readonly [readonly number[], EncodingName | 'utf-32'])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32'],
  [[0, 0, 0xfe, 0xff], 'utf-32'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

function markedEncoding(bytes: Uint8Array): EncodingName | 'utf-32' | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  return marked?.[1] ?? null
}

function decodeMarked(bytes: Uint8Array, encoding: EncodingName): Decoded {
  const text = strictly(bytes, encoding)
  if (text === null) {
    const offset = encoding === 'utf-8' ? measureUtf8(bytes).firstError : null
    return {
      ok: false,
      line: offset === null ? null : lineAt(bytes, offset),
      reason: { code: 'encoding-broken', encoding, offset },
    }
  }
  const nul = text.indexOf('\0')
  if (nul === -1) return { ok: true, text, encoding }
  const before = text.slice(0, nul)
  const mark = encoding === 'utf-8' ? 3 : 2
  const offset =
    mark + (encoding === 'utf-8' ? new TextEncoder().encode(before).length : before.length * 2)
  return { ok: false, line: before.split('\n').length, reason: { code: 'nul-byte', offset } }
}

function decodeChinese(bytes: Uint8Array): Decoded {
  const utf8 = measureUtf8(bytes)
  const offset = utf8.firstError
  const line = offset === null ? null : lineAt(bytes, offset)
  // A damaged UTF-8 file often decodes as GB18030 too, into other characters.
  if (utf8.sequences >= 2 * utf8.errors) {
    return { ok: false, line, reason: { code: 'encoding-broken', encoding: 'utf-8', offset } }
  }
  const text = strictly(bytes, 'gb18030')
  if (text === null) return unknown(offset, line)
  const { pairs, common, fours } = measureChinese(bytes)
  // Big5, Shift-JIS and Latin texts decode as GBK too, but into rare characters.
  if (common < pairs * 0.6) return unknown(offset, line)
  return { ok: true, text, encoding: fours > 0 ? 'gb18030' : 'gbk' }
}

/** Counts two-byte characters, those of everyday Chinese among them, and four-byte ones. */
function measureChinese(bytes: Uint8Array): { pairs: number; common: number; fours: number } {
  const seen = { pairs: 0, common: 0, fours: 0 }
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const trail = bytes[at + 1] ?? 0
    if (lead < 0x81) at += 1
    else if (trail < 0x40) {
      seen.fours += 1
      at += 4
    } else {
      seen.pairs += 1
      const everyday = (lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3)
      if (everyday && trail >= 0xa1) seen.common += 1
      at += 2
    }
  }
  return seen
}

function strictly(bytes: Uint8Array, encoding: EncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1))
    line += 1
  return line
}

function unknown(offset: number | null, line: number | null = null): Decoded {
  return { ok: false, line, reason: { code: 'encoding-unknown', offset } }
}
