/** Encoders that the platform lacks, built by reading its decoders backwards. */

/** UTF-16 bytes of a text, without a mark unless the text begins with one. */
export function toUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return bytes
}

/** GBK bytes of a text; null when it has a character that GBK lacks. */
export function toGbk(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (const character of text) {
    const pair = pairs.get(character)
    if (character < '\u0080') bytes.push(character.charCodeAt(0))
    else if (pair === undefined) return null
    else bytes.push(...pair)
  }
  return new Uint8Array(bytes)
}

/** GB18030 bytes of a text; characters outside the BMP get their four bytes by arithmetic. */
export function toGb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code > 0xff_ff) {
      const index = code - 0x1_00_00 + 189_000
      const [a, b] = [Math.floor(index / 12_600), Math.floor(index / 1260) % 10]
      bytes.push(0x81 + a, 0x30 + b, 0x81 + (Math.floor(index / 10) % 126), 0x30 + (index % 10))
    } else bytes.push(...(toGbk(character) ?? []))
  }
  return new Uint8Array(bytes)
}

const pairs = readPairs()

function readPairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const text = decoder.decode(new Uint8Array([lead, trail]))
      if (text.length === 1 && text !== '\uFFFD' && !found.has(text)) found.set(text, [lead, trail])
    }
  }
  return found
}
