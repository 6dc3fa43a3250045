import { strFromU8, unzipSync, unzlibSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromWord } from '../../../src/domain/document/word/from-word.ts'
import { pdfPicture, uprightMatrix } from '../../../src/domain/document/pdf/picture.ts'
import { pictureHead, sizeOnPage } from '../../../src/domain/document/picture.ts'
import { toDocx } from '../../../src/domain/document/docx/to-docx.ts'
import { toPdf } from '../../../src/domain/document/pdf/to-pdf.ts'
import type { Block } from '../../../src/domain/document/tree.ts'
import {
  greyJpeg,
  colourJpeg,
  pngOfKind,
  printJpeg,
  turnedJpeg,
} from '../../support/picture-files.ts'
import { pngOf } from '../../support/seal-picture.ts'

const head = { title: '流程', docNumber: null, issuer: '东县人民政府', writtenOn: '2026-03-02' }
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
const figure = (file: string, more: Partial<Extract<Block, { type: 'figure' }>> = {}): Block => {
  return { type: 'figure', file, alt: '说明', ...more }
}
const paragraph = (text: string): Block => ({ type: 'paragraph', text: [{ text }] })

/** Drawing orders of every page of a PDF. */
function pagesOf(pdf: Uint8Array<ArrayBuffer>): string[] {
  const text = latin(pdf)
  return Array.from(
    text.matchAll(/obj\n<<\/Length (\d+)\/Filter\/FlateDecode>>stream\n/g),
    (found) => {
      const from = found.index + found[0].length
      return latin(unzlibSync(pdf.slice(from, from + Number(found[1]))))
    },
  )
}

const pdfOf = (blocks: Block[], pictures: Record<string, Uint8Array<ArrayBuffer>>): string =>
  latin(toPdf({ ...head, tree: { v: 1, blocks } }, { pictures: new Map(Object.entries(pictures)) }))

describe('issue 3 §1: pictures in the PDF', () => {
  test('a JPEG goes in as it is, once however often it is shown', () => {
    const pdf = pdfOf([figure('a'), figure('a')], { a: colourJpeg })
    expect(pdf.split(latin(colourJpeg))).toHaveLength(2)
    expect(pdf).toMatch(
      /Width 48\/Height 32\/BitsPerComponent 8\/ColorSpace\/DeviceRGB\/Filter\/DCTDecode/,
    )
    expect(pdfOf([figure('a')], { a: greyJpeg })).toContain(
      '/ColorSpace/DeviceGray/Filter/DCTDecode',
    )
    expect(pdfOf([figure('a')], { a: printJpeg })).toContain(
      '/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]/Filter/DCTDecode',
    )
  })

  test('a PNG goes in as it is, unless it is seen through or interlaced', () => {
    const plain = pngOfKind(3, 2, { colour: 2, depth: 8 }, (x, y) => [x, y, 9])
    expect(pdfOf([figure('a')], { a: plain })).toContain(
      '/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns 3>>',
    )
    const few = pngOfKind(9, 2, { colour: 3, depth: 2 }, (x) => [x % 2], [
      ['PLTE', [1, 2, 3, 255, 0, 9]],
    ])
    expect(pdfOf([figure('a')], { a: few })).toContain('[/Indexed/DeviceRGB 1<010203ff0009>]')
    const cut = pngOfKind(2, 2, { colour: 2, depth: 8 }, () => [7, 8, 9], [
      ['tRNS', [0, 7, 0, 8, 0, 9]],
    ])
    expect(pdfOf([figure('a')], { a: cut })).toContain('/Mask[7 7 8 8 9 9]')
    const clear = pdfOf([figure('a')], { a: pngOf(3, 2, (x) => [1, 2, 3, x * 100]) })
    expect(clear).toMatch(/\/ColorSpace\/DeviceRGB\/SMask \d+ 0 R/)
    const whole = pdfOf([figure('a')], { a: pngOf(3, 2, () => [1, 2, 3, 255]) })
    expect(whole).toContain('/ColorSpace/DeviceRGB')
    expect(whole).not.toContain('/SMask')
    const passes = pngOfKind(9, 9, { colour: 0, depth: 4, interlaced: true }, (x) => [x])
    expect(pdfOf([figure('a')], { a: passes })).not.toContain('/Predictor')
  })

  test('one that is not at hand, or cannot be drawn, is told in words', () => {
    expect(pdfPicture(new Uint8Array([1, 2, 3]))).toBeNull()
    const pdf = toPdf({ ...head, tree: { v: 1, blocks: [figure('a', { caption: '图1' })] } })
    expect(pagesOf(pdf)[0]).not.toContain(' Do ')
    // 〔图：
    expect(pagesOf(pdf).join('')).toContain('301456feff1a')
  })

  test('whatever stands before, a picture fits its page and is on that of its caption', () => {
    const size = fc.integer({ min: 1, max: 3000 })
    fc.assert(
      fc.property(
        size,
        size,
        fc.nat(40),
        fc.option(fc.integer({ min: 1, max: 100 })),
        (width, height, lines, share) => {
          const png = new Uint8Array(pngOfKind(1, 1, { colour: 0, depth: 8 }, () => [0]))
          new DataView(png.buffer).setUint32(16, width)
          new DataView(png.buffer).setUint32(20, height)
          const pdf = toPdf(
            {
              ...head,
              tree: {
                v: 1,
                blocks: [
                  ...Array.from({ length: lines }, (_, n) => paragraph(`第${n}行。`)),
                  { type: 'heading', level: 1, text: [{ text: '鑫、标题' }] },
                  figure('a', { caption: '圖', ...(share === null ? {} : { width: share }) }),
                ],
              },
            },
            { pictures: new Map([['a', png]]) },
          )
          const drawn = pagesOf(pdf).filter((page) => page.includes('/P0 Do'))
          expect(drawn).toHaveLength(1)
          const [page = ''] = drawn
          // 圖, the caption, and 鑫, the heading above
          expect(page).toContain('5716')
          expect(page).toContain('946b')
          const [w = 0, , , h = 0, x = 0, y = 0] =
            /q ([-\d. ]+) cm \/P0 Do/.exec(page)?.[1]?.split(' ').map(Number) ?? []
          expect(x).toBeGreaterThan(79)
          expect(x + w).toBeLessThan(523)
          expect(y).toBeGreaterThan(99)
          expect(y + h).toBeLessThan(738)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a photograph is drawn upright, however it lies in its file', () => {
    const box = { x: 10, y: 20, width: 30, height: 40 }
    const corners = [1, 2, 3, 4, 5, 6, 7, 8].map((turn) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = uprightMatrix(turn, box)
      // Where the first stored point comes to lie, and the one at its right.
      return [
        [c + e, d + f],
        [a + c + e, b + d + f],
      ]
    })
    const [left, right, low, high] = [10, 40, 20, 60]
    expect(corners).toEqual([
      [
        [left, high],
        [right, high],
      ],
      [
        [right, high],
        [left, high],
      ],
      [
        [right, low],
        [left, low],
      ],
      [
        [left, low],
        [right, low],
      ],
      [
        [left, high],
        [left, low],
      ],
      [
        [right, high],
        [right, low],
      ],
      [
        [right, low],
        [right, high],
      ],
      [
        [left, low],
        [left, high],
      ],
    ])
    expect(pictureHead(turnedJpeg(colourJpeg, 6))).toEqual({ type: 'jpeg', width: 32, height: 48 })
    expect(pictureHead(turnedJpeg(colourJpeg, 3))).toEqual({ type: 'jpeg', width: 48, height: 32 })
  })
})

describe('issue 3 §1: pictures in the Word file', () => {
  test('read again they are the same pictures, described and named', async () => {
    const png = pngOf(40, 20, () => [9, 8, 7, 255])
    const blocks = [
      paragraph('正文。'),
      figure('x', { alt: '办理的五个步骤', caption: '图1 办理流程', width: 50 }),
      figure('y', { alt: '办事大厅' }),
      figure('z', { alt: '没有的图' }),
    ]
    const pictures = new Map([
      ['x', png],
      ['y', colourJpeg],
    ])
    const file = await toDocx({ ...head, tree: { v: 1, blocks } }, { pictures })
    expect(await toDocx({ ...head, tree: { v: 1, blocks } }, { pictures })).toEqual(file)
    const read = await fromWord(file)
    expect(read.ok && read.tree.blocks.slice(-4)).toMatchObject([
      { type: 'paragraph', text: [{ text: '正文。' }] },
      {
        type: 'figure',
        file: '图1.png',
        alt: '办理的五个步骤',
        caption: '图1 办理流程',
        width: 50,
      },
      { type: 'figure', file: '图2.jpg', alt: '办事大厅' },
      { type: 'paragraph', text: [{ text: '〔图：没有的图〕' }] },
    ])
    expect(read.ok && read.files.map(({ bytes }) => bytes)).toEqual([png, colourJpeg])
  })

  test('a photograph that lies in its file is turned, and has room for that', async () => {
    const pictures = new Map([['x', turnedJpeg(colourJpeg, 6)]])
    const tree = { v: 1 as const, blocks: [figure('x', { width: 50 })] }
    const file = await toDocx({ ...head, tree }, { pictures })
    const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
    const [, cx, cy, left, above] =
      /<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:effectExtent l="(\d+)" t="(\d+)"/
        .exec(xml)
        ?.map(Number) ?? []
    expect(xml).toContain('rot="5400000"')
    expect([left, above]).toEqual([0, Math.round(((cx ?? 0) - (cy ?? 0)) / 2)])
    // Read again it stands upright and is half as wide as the text.
    const read = await fromWord(file)
    expect(read.ok && read.pictures).toEqual([])
    expect(read.ok && read.tree.blocks.at(-1)).toMatchObject({ type: 'figure', width: 50 })
  })

  test('a picture keeps its form and fits the page', () => {
    const room = { width: 442, height: 500 }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
        (width, height, share) => {
          const size = sizeOnPage({ width, height }, share, room)
          expect(size.width).toBeLessThanOrEqual(room.width + 0.001)
          expect(size.height).toBeLessThanOrEqual(room.height + 0.001)
          expect(size.width / size.height).toBeCloseTo(width / height, 3)
        },
      ),
    )
  })
})
