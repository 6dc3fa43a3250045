import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pngParts } from '../../../src/domain/document/png/parts.ts'
import { type Pixels, unpackPng } from '../../../src/domain/document/png/unpack.ts'
import { pngOfKind, type PngKind } from '../../support/picture-files.ts'

function unpacked(bytes: Uint8Array): Pixels | null {
  const parts = pngParts(bytes)
  return parts === null ? null : unpackPng(parts)
}

const kinds: readonly PngKind[] = [
  ...[1, 2, 4, 8, 16].map((depth) => ({ colour: 0, depth }) as const),
  ...[8, 16].map((depth) => ({ colour: 2, depth }) as const),
  ...[1, 2, 4, 8].map((depth) => ({ colour: 3, depth }) as const),
  ...[4, 6].flatMap((colour) =>
    [8, 16].map((depth) => ({ colour: colour === 4 ? 4 : 6, depth }) as const),
  ),
]
const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const

/** The colour that a painted pixel has, as four bytes. */
function shownAs(
  { colour, depth }: PngKind,
  painted: readonly number[],
  palette: readonly number[],
): number[] {
  const most = 2 ** depth - 1
  const byte = (value = 0): number => (depth === 16 ? value >> 8 : Math.floor((value * 255) / most))
  const [first = 0, second, third, fourth] = painted
  if (colour === 3) return [...palette.slice(3 * first, 3 * first + 3), 255]
  const grey = byte(first)
  if (colour === 0) return [grey, grey, grey, 255]
  if (colour === 4) return [grey, grey, grey, byte(second)]
  return [grey, byte(second), byte(third), colour === 6 ? byte(fourth) : 255]
}

test.each(kinds.flatMap((kind) => [kind, { ...kind, interlaced: true }]))(
  'issue 3 §1: a PNG of colour type $colour, $depth bits, interlaced $interlaced comes out as it was painted',
  (kind) => {
    const most = 2 ** kind.depth - 1
    const count = samples[kind.colour]
    const palette = Array.from({ length: 3 * Math.min(256, most + 1) }, (_, n) => (n * 7) % 256)
    const more = kind.colour === 3 ? [['PLTE', palette] as const] : []
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 19 }),
        fc.integer({ min: 1, max: 19 }),
        fc.nat(99),
        (width, height, seed) => {
          const paint = (x: number, y: number): number[] =>
            Array.from({ length: count }, (_, n) => (x * 31 + y * 57 + n * 13 + seed) % (most + 1))
          const pixels = unpacked(pngOfKind(width, height, kind, paint, more))
          expect(pixels).toMatchObject({ width, height })
          for (let at = 0; at < width * height; at += 1) {
            const rgba = [...(pixels?.rgb.subarray(3 * at, 3 * at + 3) ?? []), pixels?.alpha[at]]
            expect(rgba).toEqual(shownAs(kind, paint(at % width, Math.floor(at / width)), palette))
          }
        },
      ),
      { numRuns: 10 },
    )
  },
)

test('issue 3 §1: colours that are seen through', () => {
  const grey = pngOfKind(2, 1, { colour: 0, depth: 8 }, (x) => [x], [['tRNS', [0, 1]]])
  expect(Array.from(unpacked(grey)?.alpha ?? [])).toEqual([255, 0])
  const palette = [
    ['PLTE', [1, 2, 3, 4, 5, 6]],
    ['tRNS', [9]],
  ] as const
  const few = pngOfKind(2, 1, { colour: 3, depth: 1 }, (x) => [x], palette)
  expect(Array.from(unpacked(few)?.alpha ?? [])).toEqual([9, 255])
})

test('security 41: a picture that says it is huge, or unpacks to more than it says, is not unpacked', () => {
  const one = pngOfKind(1, 1, { colour: 6, depth: 8 }, () => [1, 2, 3, 4])
  const huge = new Uint8Array(one)
  new DataView(huge.buffer).setUint32(16, 20_000)
  new DataView(huge.buffer).setUint32(20, 20_000)
  expect(unpacked(huge)).toBeNull()
  const small = new Uint8Array(pngOfKind(9, 9, { colour: 6, depth: 8 }, () => [1, 2, 3, 4]))
  new DataView(small.buffer).setUint32(16, 1)
  expect(unpacked(small)?.width ?? 1).toBe(1)
  expect(unpacked(one.subarray(0, 40))).toBeNull()
  expect(unpacked(pngOfKind(1, 1, { colour: 3, depth: 8 }, () => [0]))).toBeNull()
})
