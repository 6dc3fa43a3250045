/** Bytes and how far they are read. */
export type Reader = { bytes: Uint8Array; at: number }

/** Reads a natural number: seven bits a byte, the lowest first; the eighth says that more follow. */
export function natural(from: Reader): number {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = from.bytes[from.at]
    if (byte === undefined) throw new Error('the outlines end too early')
    from.at += 1
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value
  }
}

/** Reads a whole number; its sign is the lowest bit. */
export function integer(from: Reader): number {
  const value = natural(from)
  return value % 2 === 1 ? -((value + 1) / 2) : value / 2
}
