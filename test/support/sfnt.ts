import type { FontData } from '../../src/domain/document/shaping/font.ts'

/** A font file of what a shard has of a font, for HarfBuzz to shape with: no outlines, every glyph an em wide. */
export function sfntOf(data: FontData): Uint8Array {
  const glyphs = 4096
  const head = words([1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, ...zeros(16)])
  const hhea = words([1, 0, 800, -200, ...zeros(13), 1])
  const all: Record<string, Uint8Array> = {
    GSUB: bytesOf(data.substitutions),
    GPOS: bytesOf(data.positions),
    GDEF: bytesOf(data.definitions),
    cmap: cmapOf(data),
    head,
    hhea,
    hmtx: words([1000, ...zeros(glyphs)]),
    maxp: words([0, 0x5000, glyphs]),
  }
  const names = Object.keys(all).toSorted()
  const parts: Uint8Array[] = [words([1, 0, names.length, 0, 0, 0])]
  let at = 12 + 16 * names.length
  for (const name of names) {
    const length = all[name]?.length ?? 0
    parts.push(new TextEncoder().encode(name), longs([0, at, length]))
    at += padded(length)
  }
  for (const name of names) {
    const table = all[name] ?? new Uint8Array()
    parts.push(table, new Uint8Array(padded(table.length) - table.length))
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Which glyph each character is, as groups of one (format 12). */
function cmapOf({ glyphOf }: FontData): Uint8Array {
  const pairs = [...glyphOf]
    .map(([char, glyph]) => [char.codePointAt(0) ?? 0, glyph] as const)
    .toSorted(([a], [b]) => a - b)
  const groups = pairs.flatMap(([point, glyph]) => [point, point, glyph])
  const start = words([0, 1, 3, 10, 0, 12, 12, 0])
  return Buffer.concat([start, longs([16 + 4 * groups.length, 0, pairs.length, ...groups])])
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0)
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function words(values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * values.length))
  for (const [at, value] of values.entries()) bytes.setUint16(2 * at, value & 0xffff)
  return new Uint8Array(bytes.buffer)
}

function longs(values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4 * values.length))
  for (const [at, value] of values.entries()) bytes.setUint32(4 * at, value)
  return new Uint8Array(bytes.buffer)
}
