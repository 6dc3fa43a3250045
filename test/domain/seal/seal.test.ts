import { unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { OfficialDocument } from '../../../src/domain/document/official-page.ts'
import { decodePng } from '../../../src/domain/document/png/png.ts'
import { placeSeal } from '../../../src/domain/document/seal-place.ts'
import { toDocx } from '../../../src/domain/document/docx/to-docx.ts'
import { toPdf } from '../../../src/domain/document/pdf/to-pdf.ts'
import { sealFault } from '../../../src/domain/seal/check-picture.ts'
import { runsOf } from '../../../src/domain/document/plain.ts'
import { pngOf, sealPicture } from '../../support/seal-picture.ts'

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

function letter(paragraphs: number): OfficialDocument {
  const text = '本机关收到你提交的政府信息公开申请，现答复如下：你申请公开的信息，本机关予以公开。'
  return {
    title: '政府信息公开申请答复书',
    docNumber: '宿政公开〔2026〕12号',
    issuer: '宿州市埇桥区人民政府',
    writtenOn: '2026-03-12',
    tree: {
      v: 1,
      blocks: [
        ...Array.from({ length: paragraphs }, () => ({
          type: 'paragraph' as const,
          text: runsOf(text),
        })),
        { type: 'signature', lines: ['宿州市埇桥区人民政府', '2026年3月12日'] },
      ],
    },
  }
}

test('a picture is taken apart as it was painted, whatever filters its rows have', () => {
  const shape = fc.record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    seed: fc.integer({ min: 0, max: 1 << 20 }),
  })
  fc.assert(
    fc.property(shape, ({ width, height, seed }) => {
      const paint = (x: number, y: number): [number, number, number, number] => {
        const at = (seed + x * 7919 + y * 104_729) >>> 0
        return [at & 255, (at >> 3) & 255, (at >> 5) & 255, (at >> 7) & 255]
      }
      const pixels = decodePng(pngOf(width, height, paint, (row) => (row + seed) % 5))
      expect(pixels).toMatchObject({ width, height })
      for (let at = 0; at < width * height; at += 1) {
        const [red, green, blue, alpha] = paint(at % width, Math.floor(at / width))
        expect([...(pixels?.rgb.subarray(at * 3, at * 3 + 3) ?? []), pixels?.alpha[at]]).toEqual([
          red,
          green,
          blue,
          alpha,
        ])
      }
    }),
  )
})

it.each([
  ['no picture', new Uint8Array(100), 'format'],
  ['small', sealPicture(100), 'size'],
  ['large', pngOf(1300, 1300, () => [0, 0, 0, 0]), 'size'],
  ['oblong', pngOf(300, 400, () => [214, 30, 30, 128]), 'shape'],
  ['blank', pngOf(300, 300, () => [255, 255, 255, 0]), 'empty'],
  ['without transparency', pngOf(300, 300, () => [214, 30, 30, 255]), 'empty'],
  ['cut off', sealPicture().slice(0, 900), 'format'],
])('a picture that is %s is refused', (_, bytes, why) => {
  expect(sealFault(bytes)).toMatchObject({ problem: 'file-seal', why })
})

test('a picture over 512 KiB is refused, a seal is taken', () => {
  expect(sealFault(new Uint8Array(512 * 1024 + 1))).toMatchObject({ problem: 'file-too-large' })
  expect(sealFault(sealPicture())).toBeNull()
})

test('GB/T 9704 7.3.5.1: the name stands in the middle above the date, the date four characters in', () => {
  const [name = 0, date = 0] = placeSeal(['宿州市埇桥区人民政府', '2026年3月12日'], 29).insets
  expect(date).toBe(4)
  expect(name + 10 / 2).toBe(date + 6.5 / 2)
})

test('a PDF bears the seal once, with its transparency; without a seal it is as before', () => {
  const png = sealPicture()
  const sealed = latin(toPdf(letter(2), { seal: { png } }))
  expect(sealed.match(/\/Subtype\/Image/g)).toHaveLength(2)
  expect(sealed).toContain('/SMask')
  expect(toPdf(letter(2), { seal: { png } })).toEqual(toPdf(letter(2), { seal: { png } }))
  expect(latin(toPdf(letter(2)))).not.toContain('/Image')
})

test('GB/T 9704 7.3.5.5: a seal never stands on a page without text, however long the letter', async () => {
  const { inflateSync } = await import('node:zlib')
  for (let paragraphs = 1; paragraphs <= 24; paragraphs += 1) {
    const file = Buffer.from(toPdf(letter(paragraphs), { seal: { png: sealPicture() } }))
    const pages: string[] = []
    for (let at = file.indexOf('/Filter/FlateDecode>>stream\n'); at !== -1;) {
      const from = at + '/Filter/FlateDecode>>stream\n'.length
      const content = inflateSync(file.subarray(from)).toString('latin1')
      if (content.includes(' BT ') || content.includes('BT ')) pages.push(content)
      at = file.indexOf('/Filter/FlateDecode>>stream\n', from)
    }
    const stamped = pages.filter((page) => page.includes('/Seal Do'))
    expect(stamped).toHaveLength(1)
    // Name, date and page number are three; at least one line of the text goes with them.
    expect((stamped[0]?.match(/ Tj/g) ?? []).length).toBeGreaterThanOrEqual(4)
  }
})

test('a Word file bears the seal floating over the last line', async () => {
  const file = await toDocx(letter(2), { seal: { png: sealPicture() } })
  expect(await toDocx(letter(2), { seal: { png: sealPicture() } })).toEqual(file)
  const files = unzipSync(file)
  const text = new TextDecoder().decode(files['word/document.xml'])
  expect(text.match(/<wp:anchor/g)).toHaveLength(1)
  expect(text).toContain('<wp:wrapNone/>')
  expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  expect(
    new TextDecoder().decode(unzipSync(await toDocx(letter(2)))['word/document.xml']),
  ).not.toContain('wp:anchor')
})
