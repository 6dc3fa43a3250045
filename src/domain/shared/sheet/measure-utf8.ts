/** How far bytes are UTF-8: sequences of three and four bytes, ill-formed stretches, offset of the first. */
export type Utf8Measure = { sequences: number; errors: number; firstError: number | null }

/** Reads bytes as UTF-8 by the table of well-formed sequences (Unicode 3.9, D92) and counts. */
export function measureUtf8(bytes: Uint8Array): Utf8Measure {
  let sequences = 0
  let errors = 0
  let firstError: number | null = null
  let isBroken = false
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) {
      if (!isBroken) errors += 1
      isBroken = true
      firstError ??= at
      at += 1
    } else {
      isBroken = false
      if (length > 2) sequences += 1
      at += length
    }
  }
  return { sequences, errors, firstError }
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lengthByLead(lead)
  if (length < 2) return length
  if (!isSecond(lead, bytes[at + 1] ?? 0)) return 0
  for (let next = at + 2; next < at + length; next += 1) {
    if (!isTail(bytes[next])) return 0
  }
  return length
}

function lengthByLead(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

/** Second bytes are narrower after four leads: no overlong forms, no surrogates, nothing past U+10FFFF. */
function isSecond(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f
  return isTail(second)
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}
