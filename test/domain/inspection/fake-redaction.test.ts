import { expect, test } from 'vitest'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { toDocx } from '../../../src/domain/document/to-docx.ts'
import { toPdf } from '../../../src/domain/document/to-pdf.ts'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { leftBehind, type Trace } from '../../../src/domain/inspection/reading.ts'
import { writeXlsx } from '../../../src/domain/shared/sheet/write-xlsx.ts'
import { jpg, png } from '../../support/sample-files.ts'
import { par, pdfPage, row, run, show, word, workbook } from './sample-documents.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PDF = 'application/pdf'
const id = '110101199003070046'
const masked = '110***********0046'
const xml = '<?xml version="1.0"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Traces of what seems gone and is not. */
async function leftIn(bytes: Uint8Array, type: string): Promise<Trace[]> {
  const { traces } = await readAttachment(bytes, type)
  return traces.filter(({ trace }) => leftBehind.has(trace))
}

const ink = (colour: string): string => `<w:color w:val="${colour}"/>`
const fill = (colour: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>`
const inCell = (shading: string, paragraph: string): string =>
  `<w:tbl><w:tr><w:tc><w:tcPr>${shading}</w:tcPr>${paragraph}</w:tc></w:tr></w:tbl>`
const styled = (styles: string): Record<string, string> => ({
  'word/styles.xml': `${xml}<w:styles xmlns:w="w">${styles}</w:styles>`,
})

const lostInWord: readonly (readonly [string, string, string, Record<string, string>?])[] = [
  ['black shading, black ink', 'covered-text', par(run(id, ink('000000') + fill('000000')))],
  ['black highlight', 'covered-text', par(run(id, '<w:highlight w:val="black"/>'))],
  ['a solid pattern', 'covered-text', par(run(id, '<w:shd w:val="solid" w:color="000000"/>'))],
  ['a black cell', 'covered-text', inCell(fill('000000'), par(run(id, ink('0D0D0D'))))],
  [
    'a black paragraph',
    'covered-text',
    `<w:p><w:pPr>${fill('000000')}</w:pPr>${run(id, ink('000000'))}</w:p>`,
  ],
  ['red on red', 'same-colour', par(run(id, ink('FF0000') + '<w:highlight w:val="red"/>'))],
  ['white on the page', 'same-colour', par(run('姓名'), run(id, ink('FFFFFF')))],
  ['white in a white cell', 'same-colour', inCell(fill('FFFFFF'), par(run(id, ink('FEFEFE'))))],
  [
    'white by a style and the one below it',
    'same-colour',
    par(run(id, '<w:rStyle w:val="b"/>')),
    styled(
      `<w:style w:type="character" w:styleId="a"><w:rPr>${ink('FFFFFF')}</w:rPr></w:style><w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>`,
    ),
  ],
]

test.each(lostInWord.map(([what, trace, body, parts = {}]) => ({ what, trace, body, parts })))(
  'security 45: words in a Word file that nobody can make out are found: $what',
  async ({ trace, body, parts }) => {
    const file = word(body, parts)
    expect(await leftIn(file, DOCX)).toEqual([{ trace, detail: masked }])
    const reading = await readAttachment(file, DOCX)
    expect(reading.hidden).toContain(id)
    expect(reading.words).not.toContain(id)
  },
)

const tinted = styled(
  `<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:tcPr>${fill('1F4E79')}</w:tcPr></w:tblStylePr></w:style>`,
)
const seenInWord: readonly (readonly [string, string, Record<string, string>?])[] = [
  ['plain words', par(run('正文'), run('红头', ink('FF0000')))],
  ['yellow marks', par(run('重点', '<w:highlight w:val="yellow"/>'))],
  ['a white heading on a blue cell', inCell(fill('1F4E79'), par(run('表头', ink('FFFFFF'))))],
  ['a heading on a black cell, left to the program', inCell(fill('000000'), par(run('表头')))],
  [
    'white in a table whose style tints it',
    `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>${par(run('表头', ink('FFFFFF')))}</w:tc></w:tr></w:tbl>`,
    tinted,
  ],
  [
    'an earlier look that a change keeps',
    `<w:p><w:r><w:rPr><w:rPrChange><w:rPr>${ink('FFFFFF')}</w:rPr></w:rPrChange></w:rPr><w:t>改过</w:t></w:r></w:p>`,
  ],
  ['spaces', par(run('　', ink('FFFFFF')))],
]

test.each(seenInWord.map(([what, body, parts = {}]) => ({ what, body, parts })))(
  'security 45: words in a Word file that can be read are not: $what',
  async ({ body, parts }) => {
    expect(await leftIn(word(body, parts), DOCX)).toEqual([])
  },
)

type Floats = { behind?: boolean; wrap?: string; name?: string }
const anchor = (
  inside: string,
  { behind = false, wrap = 'wrapNone', name = '矩形 1' }: Floats = {},
): string =>
  `<w:p><w:r><w:t>申请人 ${'王某'}</w:t></w:r><w:r><w:drawing><wp:anchor behindDoc="${behind ? '1' : '0'}"><wp:${wrap}/><wp:docPr id="1" name="${name}"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`
const drawn = (colour: string, inside = '', shape = 'rect'): string =>
  `<wps:wsp><wps:spPr><a:prstGeom prst="${shape}"/>${colour}<a:ln><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>${inside === '' ? '' : `<wps:txbx><w:txbxContent>${par(run(inside))}</w:txbxContent></wps:txbx>`}</wps:wsp>`
const solid = (colour: string, more = ''): string =>
  `<a:solidFill><a:srgbClr val="${colour}">${more}</a:srgbClr></a:solidFill>`
const pict = (inside: string): string =>
  `<w:p><w:r><w:t>王某</w:t></w:r><w:r><w:pict>${inside}</w:pict></w:r></w:p>`
const over = 'position:absolute;margin-left:90pt;z-index:251659264'
const picture = (effect = ''): string =>
  `<pic:pic><pic:blipFill><a:blip r:embed="rId1">${effect}</a:blip></pic:blipFill></pic:pic>`
const media = (name: string, bytes: Uint8Array): Record<string, string | Uint8Array> => ({
  'word/_rels/document.xml.rels': `${xml}<Relationships><Relationship Id="rId1" Type="${office}/image" Target="media/${name}"/></Relationships>`,
  [`word/media/${name}`]: bytes,
})
/** A picture without transparency: the sample says that it has some. */
const opaquePng = png.map((byte, at) => (at === 25 ? 2 : byte))

type Parts = Record<string, string | Uint8Array>
const covering: readonly (readonly [string, string, Parts?])[] = [
  ['a black rectangle', anchor(drawn(solid('000000')))],
  ['a white rectangle', anchor(drawn(solid('FFFFFF')))],
  [
    'one filled by its theme',
    anchor(
      '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:style><a:fillRef idx="1"/></wps:style></wps:wsp>',
    ),
  ],
  ['a black box that says something', anchor(drawn(solid('000000'), '略'))],
  ['a photograph', anchor(picture()), media('a.jpg', jpg)],
  ['a picture without transparency', anchor(picture()), media('a.png', opaquePng)],
  ['an old rectangle', pict(`<v:rect id="矩形 1" style="${over}" fillcolor="black [3213]"/>`)],
  ['an old one, white as they are', pict(`<v:rect id="矩形 1" style="${over}"/>`)],
  [
    'an old shape',
    pict(
      `<v:shape id="矩形 1" type="#_x0000_t1" style="${over}" fillcolor="#000"><v:fill opacity="1"/></v:shape>`,
    ),
  ],
  [
    'an old picture',
    pict(
      `<v:shape id="矩形 1" type="#_x0000_t75" style="${over}"><v:imagedata r:id="rId1"/></v:shape>`,
    ),
    media('a.jpg', jpg),
  ],
  [
    'one for new programs and for old ones',
    `<w:p><w:r><w:t>王某</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0"><wp:wrapNone/><wp:docPr name="矩形 1"/>${drawn(solid('000000'))}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect id="_x0000_s1026" style="${over}" fillcolor="black"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  ],
]

test.each(covering.map(([what, body, parts = {}]) => ({ what, body, parts })))(
  'security 45: a shape or picture that lies over words of a Word file is named: $what',
  async ({ body, parts }) => {
    expect(await leftIn(word(body, parts), DOCX)).toEqual([
      { trace: 'covering-shape', detail: '矩形 1' },
    ])
  },
)

const clearOfWords: readonly (readonly [string, string, Parts?])[] = [
  ['a box of a chart with its words', anchor(drawn(solid('FFFFFF'), '受理'))],
  ['an arrow', anchor(drawn(solid('4472C4'), '', 'rightArrow'))],
  ['a frame without a fill', anchor(drawn('<a:noFill/>'))],
  ['a marker that shines through', anchor(drawn(solid('FFFF00', '<a:alpha val="40000"/>')))],
  ['one that words flow around', anchor(drawn(solid('000000')), { wrap: 'wrapSquare' })],
  ['a band behind the words', anchor(drawn(solid('1F4E79')), { behind: true })],
  ['a seal that shines through', anchor(picture()), media('a.png', png)],
  ['a picture with a clear colour', anchor(picture('<a:clrChange/>')), media('a.jpg', jpg)],
  [
    'a picture in the line',
    `<w:p><w:r><w:drawing><wp:inline>${picture()}</wp:inline></w:drawing></w:r></w:p>`,
    media('a.jpg', jpg),
  ],
  ['an old frame', pict(`<v:rect style="${over}" filled="f"/>`)],
  [
    'an old one behind',
    pict(`<v:rect style="position:absolute;z-index:-251658240" fillcolor="black"/>`),
  ],
  [
    'an old one that words flow around',
    pict(`<v:rect style="${over}" fillcolor="black"><w10:wrap type="square"/></v:rect>`),
  ],
  [
    'a watermark of words',
    pict(
      `<v:shape type="#_x0000_t136" style="${over}" fillcolor="silver"><v:textpath string="样本"/></v:shape>`,
    ),
  ],
  [
    'an old text box',
    pict(
      `<v:shape type="#_x0000_t202" style="${over}"><v:textbox><w:txbxContent>${par(run('联系人'))}</w:txbxContent></v:textbox></v:shape>`,
    ),
  ],
  [
    'white words over a band behind them',
    anchor(drawn(solid('1F4E79')), { behind: true }) + par(run('标题', ink('FFFFFF'))),
  ],
]

test.each(clearOfWords.map(([what, body, parts = {}]) => ({ what, body, parts })))(
  'security 45: what does not hide words of a Word file is not: $what',
  async ({ body, parts }) => {
    expect(await leftIn(word(body, parts), DOCX)).toEqual([])
  },
)

const looks = `${xml}<styleSheet><numFmts><numFmt numFmtId="164" formatCode=";;;"/><numFmt numFmtId="165" formatCode="0;-0;;@"/></numFmts>
<fonts><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="1"/></font><font><color indexed="10"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>
<cellXfs><xf fontId="0" fillId="0"/><xf fontId="0" fillId="2"/><xf fontId="1" fillId="0"/><xf fontId="2" fillId="2"/><xf fontId="3" fillId="4"/><xf numFmtId="164"/><xf numFmtId="165"/><xf fontId="1" fillId="3"/><xf fontId="1" fillId="2"/><xf fontId="0" fillId="1"/></cellXfs>
<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><color rgb="FF000000"/></font><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf><dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf></dxfs></styleSheet>`
const cell = (style: number, text = id): string =>
  `<row><c s="${String(style)}" t="inlineStr"><is><t>${text}</t></is></c></row>`
const book = (rows: string, parts: Record<string, string> = {}): Uint8Array =>
  workbook([{ name: '表', rows }], { 'xl/styles.xml': looks, ...parts })

test.each([
  ['black on black', 1],
  ['white on the sheet', 2],
  ['the theme’s black on black', 3],
  ['red on red', 4],
])('security 45: a cell with font and fill of one colour is found: %s', async (_, style) => {
  const file = book(cell(0, '姓名') + cell(style))
  expect(await leftIn(file, XLSX)).toEqual([{ trace: 'same-colour', detail: `表：${masked}` }])
  const reading = await readAttachment(file, XLSX)
  expect(reading).toMatchObject({ words: '表\n姓名', hidden: id })
})

test('security 45: a cell whose format shows nothing is found, a blank zero is not', async () => {
  const hidden = [{ trace: 'hidden-cells', detail: '表' }]
  expect(await leftIn(book(cell(5)), XLSX)).toEqual(hidden)
  expect(await leftIn(book('<row><c s="5"><v>13956012345</v></c></row>'), XLSX)).toEqual(hidden)
  expect(await leftIn(book('<row><c s="6"><v>0</v></c><c s="6"><v>7</v></c></row>'), XLSX)).toEqual(
    [],
  )
})

test('security 45: rows and columns without height or width, and very hidden sheets, are hidden', async () => {
  const flat = workbook([
    { name: '行', rows: row(['甲']) + row([id], 'ht="0" customHeight="1"') },
    {
      name: '列',
      columns: '<cols><col min="1" max="1" width="0" customWidth="1"/></cols>',
      rows: row([id]),
    },
    {
      name: '余',
      columns: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>',
      rows: row(['乙'], 'hidden="0"') + row([id]),
    },
    { name: '底', state: 'veryHidden', rows: row([id]) },
  ])
  expect(await leftIn(flat, XLSX)).toEqual([
    { trace: 'hidden-cells', detail: '行' },
    { trace: 'hidden-cells', detail: '列' },
    { trace: 'hidden-cells', detail: '余' },
    { trace: 'hidden-sheet', detail: '底' },
  ])
})

test('security 45: a condition that blackens or blanks cells is found, one that greys errors is not', async () => {
  const rule = (look: number): Uint8Array =>
    book(
      `${cell(0)}</sheetData><conditionalFormatting sqref="B2:B9"><cfRule type="expression" dxfId="${String(look)}"/></conditionalFormatting><sheetData>`,
    )
  expect(await leftIn(rule(0), XLSX)).toEqual([])
  expect(await leftIn(rule(1), XLSX)).toEqual([{ trace: 'same-colour', detail: '表：B2:B9' }])
  expect(await leftIn(rule(2), XLSX)).toEqual([{ trace: 'hidden-cells', detail: '表：B2:B9' }])
})

test('security 45: headings that can be read, and tables that bring their own ground, are not found', async () => {
  for (const style of [0, 7, 8, 9]) expect(await leftIn(book(cell(style)), XLSX)).toEqual([])
  const inTable = book(cell(2), { 'xl/tables/table1.xml': `${xml}<table/>` })
  expect(await leftIn(inTable, XLSX)).toEqual([])
})

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
