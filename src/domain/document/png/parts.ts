import { joined } from '../pdf/object.ts'
import { chunkName, type PngHead, pngHead } from './head.ts'

/** The parts of a PNG file that its picture is made of, its rows still packed. */
export type PngParts = PngHead & {
  packed: Uint8Array<ArrayBuffer>
  /** colours of a palette, three bytes each */ palette: Uint8Array
  /** tRNS: what is seen through where there is no alpha channel */ clear: Uint8Array
}

const kinds: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

/** Samples of one pixel. */
export function samplesOf({ colour }: Pick<PngHead, 'colour'>): number {
  return kinds[colour]?.samples ?? 1
}

/** Takes a PNG file apart without unpacking it (拆出 PNG 部件); null when it is none, or broken. */
export function pngParts(bytes: Uint8Array): PngParts | null {
  const head = pngHead(bytes)
  if (head === null || head.width === 0 || head.height === 0) return null
  if (kinds[head.colour]?.depths.includes(head.depth) !== true) return null
  const chunks = chunksOf(bytes)
  if (chunks === null) return null
  const packed = joined(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data))
  const only = (wanted: string): Uint8Array =>
    chunks.find(({ name }) => name === wanted)?.data ?? new Uint8Array()
  const palette = only('PLTE')
  const isWhole = head.colour !== 3 || palette.length >= 3
  return isWhole ? { ...head, packed, palette, clear: only('tRNS') } : null
}

/** The chunks up to the last one; null for a file that is cut off. */
function chunksOf(bytes: Uint8Array): { name: string; data: Uint8Array }[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: { name: string; data: Uint8Array }[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length) return null
    const name = chunkName(bytes, at + 4)
    if (name === 'IEND') return chunks
    chunks.push({ name, data: bytes.subarray(at + 8, end) })
    at = end + 4
  }
  return null
}
