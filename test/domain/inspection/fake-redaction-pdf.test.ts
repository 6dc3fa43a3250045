import { expect, test } from 'vitest'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { toDocx } from '../../../src/domain/document/docx/to-docx.ts'
import { toPdf } from '../../../src/domain/document/pdf/to-pdf.ts'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { writeXlsx } from '../../../src/domain/shared/sheet/write-xlsx.ts'
import { DOCX, id, leftIn, masked, PDF, XLSX } from './left-in.ts'
import { pdfPage, show } from './sample-documents.ts'

const words = show('F2', 100, 700, id)
const noted = (note: string): Uint8Array =>
  pdfPage({ content: words, page: '/Annots[8 0 R]', more: [note] })
const image = (x: number, y: number, width: number, height: number): string =>
  `q ${[width, 0, 0, height, x, y].join(' ')} cm /I1 Do Q\n`
const withImage = (content: string, mask = ''): Uint8Array =>
  pdfPage({
    content,
    page: '/Resources<</Font<</F1 5 0 R/F2 7 0 R>>/XObject<</I1 8 0 R>>>>',
    more: [
      `<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4${mask}>>\nstream\nabcd\nendstream`,
      '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>\nstream\nabcd\nendstream',
    ],
  })

const unseenInPdf: readonly (readonly [string, string, Uint8Array])[] = [
  ['white on the page', 'same-colour', pdfPage({ content: `1 1 1 rg ${words}` })],
  ['black on a black bar', 'same-colour', pdfPage({ content: `0 g 90 690 300 30 re f ${words}` })],
  [
    'white on a white box over a photograph',
    'same-colour',
    pdfPage({ content: `0.5 g 0 0 600 800 re f 1 g 90 690 300 30 re f ${words}` }),
  ],
  ['drawn as nothing', 'unseen-layer', pdfPage({ content: `3 Tr ${words}` })],
  [
    'a layer that a scanner recognised',
    'unseen-layer',
    withImage(`3 Tr ${words}${image(0, 0, 600, 800)}`),
  ],
  ['under a picture', 'covered-text', withImage(words + image(90, 690, 300, 30))],
  [
    'under a filled square that somebody noted',
    'covered-text',
    noted('<</Type/Annot/Subtype/Square/Rect[90 690 300 715]/IC[0 0 0]>>'),
  ],
  [
    'under a black marker',
    'covered-text',
    noted(
      '<</Type/Annot/Subtype/Highlight/Rect[90 690 300 715]/C[0 0 0]/QuadPoints[90 715 300 715 90 690 300 690]>>',
    ),
  ],
]

test.each(unseenInPdf)(
  'security 45: words of a PDF that no reader sees are found: %s',
  async (_, trace, file) => {
    const found = await leftIn(file, PDF)
    expect(
      found.filter((one) => one.trace !== 'unseen-layer' || trace === 'unseen-layer'),
    ).toContainEqual({ trace, detail: masked })
    expect((await readAttachment(file, PDF)).words).toContain(id)
  },
)

test('security 45: a redaction that was marked and never carried out is named, with what lies below', async () => {
  const file = noted('<</Type/Annot/Subtype/Redact/Rect[90 690 300 715]>>')
  expect(await leftIn(file, PDF)).toEqual([
    { trace: 'redaction-mark', detail: '1' },
    { trace: 'covered-text', detail: masked },
  ])
})

test.each([
  [
    'white on a blue heading',
    pdfPage({ content: `0.1 0.3 0.5 rg 90 690 300 30 re f 1 g ${words}` }),
  ],
  ['white over a picture', withImage(`${image(0, 0, 600, 800)}1 g ${words}`)],
  ['a seal that shines through', withImage(words + image(90, 660, 120, 120), '/SMask 9 0 R')],
  ['a picture beside the words', withImage(words + image(90, 300, 300, 30))],
  [
    'a yellow marker',
    noted(
      '<</Type/Annot/Subtype/Highlight/Rect[90 690 300 715]/C[1 1 0]/QuadPoints[90 715 300 715 90 690 300 690]>>',
    ),
  ],
  ['a red frame', noted('<</Type/Annot/Subtype/Square/Rect[90 690 300 715]/C[1 0 0]>>')],
  [
    'white on a shape that is no rectangle',
    pdfPage({ content: `0 g 90 680 m 400 680 l 380 730 l 110 730 l f 1 g ${words}` }),
  ],
])('security 45: words of a PDF that can be read are not: %s', async (_, file) => {
  const found = await leftIn(file, PDF)
  expect(found.filter(({ trace }) => trace !== 'comment')).toEqual([])
})

test('security 45: nothing of the kind is found in what the product writes itself', async () => {
  const tree = fromText('各村：\n一、总体要求\n抓紧组织实施。\n二、工作安排\n十二月底前完成清淤。')
  const document = { title: '通知', docNumber: null, issuer: '某镇', writtenOn: '2026-11-02', tree }
  const sheet = {
    name: '数据',
    header: ['甲', '乙'],
    rows: [
      ['1', 0],
      ['2', null],
    ],
  }
  expect(await leftIn(await toDocx(document), DOCX)).toEqual([])
  expect(await leftIn(toPdf(document), PDF)).toEqual([])
  expect(await leftIn(writeXlsx(sheet), XLSX)).toEqual([])
})
