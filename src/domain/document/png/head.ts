/** What the head of a PNG says. */
export type PngHead = {
  width: number
  height: number
  /** bits of a sample: 1, 2, 4, 8, 16 */ depth: number
  /** 0 grey, 2 colour, 3 palette, 4 and 6 grey and colour with transparency */ colour: number
  isInterlaced: boolean
  /** 8-bit colour with transparency, not interlaced */ isPlain: boolean
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Reads the head of a PNG picture (PNG 文件头); null for what is no PNG. */
export function pngHead(bytes: Uint8Array): PngHead | null {
  if (bytes.length < 33 || signature.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(8) !== 13 || chunkName(bytes, 12) !== 'IHDR') return null
  const [depth = 0, colour = 0, , , interlaced = 0] = bytes.subarray(24, 29)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth,
    colour,
    isInterlaced: interlaced !== 0,
    isPlain: depth === 8 && colour === 6 && interlaced === 0,
  }
}

/** Name of the chunk whose name stands at a place. */
export function chunkName(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
