import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeWriter } from '../../../scripts/glyphs/polygons.ts'
import { codePolygons } from '../../../src/domain/document/polygons/code-polygons.ts'
import { newModel } from '../../../src/domain/document/polygons/model.ts'
import { readPolygons } from '../../../src/domain/document/polygons/read-polygons.ts'

const grid = 220
const coordinate = fc.integer({ min: -2000, max: 2000 })
const polygon = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 })
  .map((points) => points.flat())

/** A shard of characters from U+20000 on that have these polygons. */
function shardOf(all: readonly number[][][]): Uint8Array {
  const bytes = [(grid & 0x7f) | 0x80, grid >> 7, all.length]
  for (const at of all.keys()) bytes.push(...(at === 0 ? [0x80, 0x80, 0x08] : [1]))
  const writer = rangeWriter(bytes)
  const model = newModel(writer.code)
  for (const polygons of all) codePolygons(model, polygons)
  writer.end()
  return new Uint8Array(bytes)
}

const nameOf = (at: number): string => String.fromCodePoint(0x20000 + at)

test('polygons that are written are read again, as many as are asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(polygon, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (all) => {
        const last = all.length - 1
        const glyphs = readPolygons(shardOf(all), new Set([nameOf(0), nameOf(last)]))
        for (const at of new Set([0, last])) {
          const points = (glyphs.get(nameOf(at))?.path ?? '').match(/-?\d+ -?\d+ [ml]/g) ?? []
          const expected = (all[at] ?? []).flatMap((one) =>
            one.flatMap((value, place) =>
              place % 2 === 0
                ? [
                    `${Math.round((value * 1000) / grid)} ${Math.round(((one[place + 1] ?? 0) * 1000) / grid)} ${place === 0 ? 'm' : 'l'}`,
                  ]
                : [],
            ),
          )
          expect(points).toEqual(expected)
        }
        expect(glyphs.get(nameOf(all.length))).toBeUndefined()
      },
    ),
    { numRuns: 30 },
  )
})

test('issue 4 §1: every Han of a shard is about as large as a Han is, and an em wide', () => {
  for (const [name, least] of [
    ['h23c00', 400],
    ['h2a600', 200],
    ['b30000', 30],
  ] as const) {
    const path = `../../../src/http/static/assets/glyphs/${name}.bin`
    const bytes = inflateRawSync(readFileSync(new URL(path, import.meta.url)))
    const first = Number.parseInt(name.slice(1), 16)
    const all = Array.from({ length: 512 }, (_, at) => String.fromCodePoint(first + at))
    const glyphs = readPolygons(bytes, new Set(all))
    const found = all.flatMap((char) => glyphs.get(char) ?? [])
    expect(found.length, name).toBeGreaterThan(least)
    for (const { advance, box } of found) {
      const [left, bottom, right, top] = box
      expect(advance).toBe(1000)
      expect(left).toBeGreaterThan(-100)
      expect(bottom).toBeGreaterThan(-300)
      expect(right).toBeLessThan(1100)
      expect(top).toBeLessThan(1000)
    }
  }
})
