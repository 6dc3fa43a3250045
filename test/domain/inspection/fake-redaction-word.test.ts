import { expect, test } from 'vitest'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { jpg, png } from '../../support/sample-files.ts'
import { DOCX, id, leftIn, masked, xml } from './left-in.ts'
import { par, run, word } from './sample-documents.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

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
  `<w:p><w:r><w:t>申请人 王某</w:t></w:r><w:r><w:drawing><wp:anchor behindDoc="${behind ? '1' : '0'}"><wp:${wrap}/><wp:docPr id="1" name="${name}"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`
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
