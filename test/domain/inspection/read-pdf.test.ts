import { afterAll, beforeAll, expect, test } from 'vitest'
import { zlibSync } from 'fflate'
import { Miniflare } from 'miniflare'
import { bundle } from '../../../scripts/runtime/bundle.ts'
import { findPersonal } from '../../../src/domain/inspection/find-personal.ts'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { bytesOf } from '../../support/application-form.ts'
import { pdfOf, pdfPage, show } from './sample-documents.ts'

const PDF = 'application/pdf'
const id = '110101199003070046'

const bar = (x: number, y: number, width: number, height: number): string =>
  `q 0 0 0 rg ${[x, y, width, height].join(' ')} re f Q\n`

test('row 13: the words of a PDF are read, Chinese ones whose character map is not in the file too', async () => {
  const content =
    show('F1', 100, 700, `公示：王某，${id}`) + show('F2', 100, 650, 'Tel 13956012345')
  const reading = await readAttachment(pdfPage({ content }), PDF)
  expect(reading).toMatchObject({ isComplete: true, unread: null, traces: [] })
  expect(reading.words).toBe(`公示：王某，${id}\nTel 13956012345`)
  expect(findPersonal(reading.words).map(({ kind }) => kind)).toEqual(['resident-id', 'phone'])
})

test('security 45: text under a bar drawn after it is flagged as covered, on a ground drawn before it not', async () => {
  const under = show('F1', 100, 700, `身份证${id}`) + bar(90, 695, 400, 20)
  const above = `${bar(90, 595, 400, 20)}1 1 1 rg ${show('F1', 100, 600, '黑底白字')}`
  const reading = await readAttachment(pdfPage({ content: under + above }), PDF)
  expect(reading.traces).toEqual([{ trace: 'covered-text', detail: '身份证110***********0046' }])
  const moved = `q 2 0 0 2 0 0 cm ${show('F2', 50, 300, id)} Q q 1 0 0 1 90 590 cm ${bar(0, 0, 300, 40)} Q`
  expect((await readAttachment(pdfPage({ content: moved }), PDF)).traces).toHaveLength(1)
  const beside = show('F2', 100, 700, 'open') + bar(300, 695, 100, 20)
  expect((await readAttachment(pdfPage({ content: beside }), PDF)).traces).toEqual([])
})

test('security 46: authors, remarks, scripts and files inside a PDF are shown', async () => {
  const reading = await readAttachment(
    pdfPage({
      content: show('F2', 100, 700, 'text'),
      catalog:
        '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a.txt) 9 0 R]>>>>',
      page: '/Annots[11 0 R 12 0 R]',
      more: [
        '<</Author(Zhang San)/Keywords(internal only)/Producer(x)>>',
        '<</Type/Filespec/F(a.txt)/EF<</F 10 0 R>>>>',
        '<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream',
        `<</Type/Annot/Subtype/Text/Rect[1 1 20 20]/T(Li Si)/Contents(check ${id})>>`,
        '<</Type/Annot/Subtype/Square/Rect[90 690 200 715]/IC[0 0 0]>>',
      ],
      trailer: '/Info 8 0 R',
    }),
    PDF,
  )
  expect(reading.traces).toEqual(
    expect.arrayContaining([
      { trace: 'author', detail: 'Zhang San' },
      { trace: 'remark', detail: 'internal only' },
      { trace: 'script', detail: '' },
      { trace: 'embedded-file', detail: 'a.txt' },
      { trace: 'annotation', detail: 'Text: Li Si: check 110***********0046' },
      { trace: 'covered-text', detail: 'text' },
    ]),
  )
  expect(reading.hidden).toContain(id)
  expect(reading.isComplete).toBe(false)
})

test('security 45: pages that are pictures, locked and broken files are named as unread', async () => {
  const picture = pdfPage({ content: bar(0, 0, 600, 800) })
  expect(await readAttachment(picture, PDF)).toMatchObject({ unread: 'scanned-pages' })
  const locked = pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      '<</Filter/Standard/V 2/R 3/Length 128/P -44/O<00>/U<00>>>',
    ],
    '/Encrypt 3 0 R/ID[<00><00>]',
  )
  const { unread } = await readAttachment(locked, PDF)
  expect(['encrypted', 'broken']).toContain(unread)
  const noise = new Uint8Array(5000).map((_, at) => (at * 37) % 256)
  expect(await readAttachment(noise, PDF)).toMatchObject({ unread: 'broken', isComplete: false })
  expect(await readAttachment(picture.slice(0, 200), PDF)).toMatchObject({ isComplete: false })
})

test('security 41: a PDF that expands without end stays unread, an honest large one is read', async () => {
  const packed = (text: string, filter: string): string => {
    const bytes = zlibSync(bytesOf(text), { level: 9 })
    const data = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    return `<</Length ${String(data.length)}/Filter ${filter}>>\nstream\n${data}\nendstream`
  }
  const page = (content: string): Uint8Array =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F2 5 0 R>>>>/Contents 4 0 R>>',
      content,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ])
  const line = show('F2', 100, 700, 'open')
  expect(await readAttachment(page(packed(line, '/FlateDecode')), PDF)).toMatchObject({
    words: 'open',
    isComplete: true,
  })
  const bomb = page(packed(' '.repeat(60 * 1024 * 1024), '/FlateDecode'))
  expect(await readAttachment(bomb, PDF)).toMatchObject({ unread: 'too-large', words: '' })
  const twice = page(packed(line, '[/FlateDecode/FlateDecode]'))
  expect(await readAttachment(twice, PDF)).toMatchObject({ unread: 'too-large' })
})

test('radicals that programs write in the place of characters become those characters', async () => {
  const content = show('F1', 100, 700, '公\u{2f70}名单：\u{2f9d}份证')
  expect((await readAttachment(pdfPage({ content }), PDF)).words).toBe('公示名单：身份证')
})

test('security 45: a line shown glyph by glyph under a bar is one covered text', async () => {
  const glyphs = Array.from(id, (char, at) => show('F2', 100 + at * 7, 700, char)).join('')
  const reading = await readAttachment(pdfPage({ content: glyphs + bar(90, 695, 300, 20) }), PDF)
  expect(reading.traces).toEqual([{ trace: 'covered-text', detail: '110***********0046' }])
})

test('the bytes of the file are still there after it was read', async () => {
  const file = pdfPage({ content: show('F2', 100, 700, 'a') })
  const before = file.slice()
  await readAttachment(file, PDF)
  expect(file).toEqual(before)
})

const door = `
import { readAttachment } from './reader.mjs'
export default {
  async fetch(request) {
    const bytes = new Uint8Array(await request.arrayBuffer())
    return Response.json(await readAttachment(bytes, 'application/pdf'))
  },
}`
let worker: Miniflare
beforeAll(async () => {
  const reader = await bundle('src/domain/inspection/read-attachment.ts')
  worker = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'worker.mjs', contents: door },
      { type: 'ESModule', path: 'reader.mjs', contents: reader },
    ],
    compatibilityDate: '2026-07-30',
    compatibilityFlags: ['nodejs_compat'],
  })
})
afterAll(() => worker.dispose())

test('a PDF is read in the Workers runtime as it is here', async () => {
  const content = show('F1', 100, 700, `身份证${id}`) + bar(90, 695, 400, 20)
  const answer = await worker.dispatchFetch('http://worker/', {
    method: 'POST',
    body: pdfPage({ content }),
  })
  expect(await answer.json()).toMatchObject({
    words: `身份证${id}`,
    isComplete: true,
    traces: [{ trace: 'covered-text' }],
  })
})
