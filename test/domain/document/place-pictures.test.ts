import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flatLines, type RawBlock } from '../../../src/domain/document/html/raw.ts'
import { markOf } from '../../../src/domain/document/picture-mark.ts'
import { placePictures, type Resolve } from '../../../src/domain/document/place-pictures.ts'
import { plainOf } from '../../../src/domain/document/plain.ts'
import type { Inline } from '../../../src/domain/document/tree.ts'

const words = fc.constantFrom('甲', '乙。', '丙；', '丁 ', '第一条', 'x', '，', '）')
const piece = fc.oneof(
  words,
  fc.nat(9).map((n) => markOf(String(n))),
)
const run = fc.record({
  text: fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
  marks: fc.constantFrom<NonNullable<Inline['marks']>>(['bold'], ['italic']),
})
const text: fc.Arbitrary<Inline[]> = fc.array(run, { minLength: 1, maxLength: 4 })
const block: fc.Arbitrary<RawBlock> = fc.oneof(
  text.map((own): RawBlock => ({ type: 'paragraph', text: own })),
  text.map((own): RawBlock => ({ type: 'ranked', rank: 1, text: own, isTitle: false })),
  fc
    .tuple(fc.boolean(), fc.array(text, { minLength: 1, maxLength: 3 }))
    .map(([ordered, items]): RawBlock => {
      return { type: 'list', ordered, items: items.map((own) => ({ text: own, depth: 0 })) }
    }),
  fc
    .array(fc.array(text, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((rows): RawBlock => ({
      type: 'table',
      rows: rows.map((row) => row.map((own) => ({ text: own }))),
    })),
)

const resolve: Resolve = (mark) =>
  Number(mark) % 3 === 0
    ? { remarks: ['emf'] }
    : { figure: { type: 'figure', file: mark, alt: mark }, remarks: [] }

const lettersOf = (blocks: readonly RawBlock[]): string =>
  blocks
    .flatMap(flatLines)
    .map(plainOf)
    .join('')
    .replaceAll(/\u{fdd0}\w+\u{fdd1}|\s/gu, '')
const marksOf = (blocks: readonly RawBlock[]): string[] =>
  Array.from(
    blocks
      .flatMap(flatLines)
      .map(plainOf)
      .join('')
      .matchAll(/\u{fdd0}(\d)\u{fdd1}/gu),
    ([, name = '']) => name,
  )

test('row 5: whatever stands where, no letter is lost, every picture is there once or told of, in its order', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const placed = placePictures(blocks, resolve)
      expect(lettersOf(placed.blocks)).toBe(lettersOf(blocks))
      expect(JSON.stringify(placed)).not.toMatch(/[\u{fdd0}\u{fdd1}]/u)
      const marks = marksOf(blocks)
      const files = placed.blocks.flatMap((one) => (one.type === 'figure' ? [one.file] : []))
      expect(files).toEqual(marks.filter((name) => Number(name) % 3 !== 0))
      const left = placed.remarks.filter(({ kind }) => kind === 'emf')
      expect(left).toHaveLength(marks.length - files.length)
      // Nothing is left of what held nothing but pictures.
      expect(placed.blocks.every((one) => one.type === 'figure' || lettersOf([one]) !== '')).toBe(
        true,
      )
    }),
  )
})

test('row 5: a sentence that a picture interrupts stays whole, and keeps its settings', () => {
  const { blocks } = placePictures(
    [
      {
        type: 'paragraph',
        align: 'center',
        text: [
          { text: `请扫描${markOf('1')}二维码`, marks: ['bold'] },
          { text: `办理。${markOf('2')}谢谢。` },
        ],
      },
    ],
    resolve,
  )
  expect(blocks).toEqual([
    {
      type: 'paragraph',
      align: 'center',
      text: [{ text: '请扫描二维码', marks: ['bold'] }, { text: '办理。' }],
    },
    { type: 'figure', file: '1', alt: '1' },
    { type: 'figure', file: '2', alt: '2' },
    { type: 'paragraph', align: 'center', text: [{ text: '谢谢。' }] },
  ])
})

test('row 5: the place of a picture is told by the words beside it', () => {
  const { remarks } = placePictures(
    [
      { type: 'paragraph', text: [{ text: markOf('0') }] },
      { type: 'paragraph', text: [{ text: '二、办理流程和每一步要交的材料以及时限' }] },
      { type: 'paragraph', text: [{ text: markOf('3') }] },
      { type: 'paragraph', text: [{ text: `如${markOf('6')}所示。` }] },
    ],
    resolve,
  )
  expect(remarks.map(({ near }) => near)).toEqual([
    '',
    '二、办理流程和每一步要交的材料以及时限',
    '如所示。',
  ])
})
