import { zipSync } from 'fflate'
import { bytesOf } from './application-form.ts'

type Bytes = Uint8Array<ArrayBuffer>

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
const office = `${schemas}/officeDocument/2006/relationships`
const namespaces = [
  ['w', `${schemas}/wordprocessingml/2006/main`],
  ['r', office],
  ['wp', `${schemas}/drawingml/2006/wordprocessingDrawing`],
  ['a', `${schemas}/drawingml/2006/main`],
  ['pic', `${schemas}/drawingml/2006/picture`],
  ['mc', `${schemas}/markup-compatibility/2006`],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  ['c', `${schemas}/drawingml/2006/chart`],
  ['dgm', `${schemas}/drawingml/2006/diagram`],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

/** A Word file of a body with the files of its pictures; the picture `a.png` has the relationship `a`. */
export function picturedWord(
  body: string,
  media: Readonly<Record<string, Uint8Array>> = {},
  parts: Readonly<Record<string, string>> = {},
): Bytes {
  const relations = Object.keys(media).map(
    (name) =>
      `<Relationship Id="${name.split('.')[0]}" Type="${office}/image" Target="media/${name}"/>`,
  )
  const notes = Object.keys(parts)
    .filter((name) => name === 'word/footnotes.xml')
    .map(() => `<Relationship Id="n" Type="${office}/footnotes" Target="footnotes.xml"/>`)
  const texts = {
    '[Content_Types].xml': `${xml}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${schemas}/package/2006/relationships">${relations.join('')}${notes.join('')}<Relationship Id="far" Type="${office}/image" Target="https://example.invalid/a.png" TargetMode="External"/></Relationships>`,
    'word/document.xml': `${xml}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, text.replace('{namespaces}', namespaces)]),
    ),
  }
  const entries = Object.entries(texts).map(([name, text]) => [name, bytesOf(text)] as const)
  const files = Object.entries(media).map(([name, bytes]) => [`word/media/${name}`, bytes] as const)
  return new Uint8Array(zipSync(Object.fromEntries([...entries, ...files])))
}

/** What a picture of DrawingML says of itself besides its file. */
type About = {
  descr?: string
  title?: string
  cx?: number
  crop?: string
  rot?: number
  link?: boolean
}

/** The graphic of a picture, as Word writes it. */
export function graphic(rel: string, { crop = '', rot = 0, link = false }: About = {}): string {
  const turn = rot === 0 ? '' : ` rot="${rot}"`
  return `<a:graphic><a:graphicData uri="${schemas}/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="${rel}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:${link ? 'link' : 'embed'}="${rel}"/>${crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm${turn}><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>`
}

/** A picture in the line of its text (嵌入型). */
export function inline(rel: string, about: About = {}): string {
  const { descr = '', title = '', cx = 2_808_000 } = about
  return `<w:drawing><wp:inline distT="0" distB="0"><wp:extent cx="${cx}" cy="900000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="1" name="图片 1" descr="${descr}" title="${title}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>${graphic(rel, about)}</wp:inline></w:drawing>`
}

/** A picture that floats beside the text (四周型). */
export function anchor(rel: string, descr = ''): string {
  return `<w:drawing><wp:anchor behindDoc="0" locked="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>1</wp:posOffset></wp:positionH><wp:extent cx="5616000" cy="900000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="2" name="图片 2" descr="${descr}"/>${graphic(rel)}</wp:anchor></w:drawing>`
}

/** A picture of VML, as old Word and WPS write it. */
export function vml(rel: string, alt = ''): string {
  return `<w:pict><v:shapetype id="_x0000_t75" coordsize="21600,21600"><v:stroke joinstyle="miter"/></v:shapetype><v:shape id="_x0000_i1025" type="#_x0000_t75" alt="${alt}" style="width:221.1pt;height:100pt"><v:imagedata r:id="${rel}" o:title="图1"/></v:shape></w:pict>`
}

/** Two ways to draw the same: the newer one, and the one for old readers. */
export function alternatives(choice: string, fallback: string): string {
  return `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
}

/** A box with text, in the newer way alone. */
export function textBox(inside: string): string {
  return `<w:drawing><wp:anchor><wp:docPr id="3" name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
}

/** The same box for old readers. */
export function oldTextBox(inside: string): string {
  return `<w:pict><v:shape type="#_x0000_t202"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict>`
}

/** Something else that is drawn, by the address of what it is. */
export function drawn(uri: string, inside: string): string {
  return `<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="4" name="图形"/><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`
}

/** A run with whatever stands in it. */
export function runOf(inside: string): string {
  return `<w:r>${inside}</w:r>`
}

/** A run of text. */
export function said(text: string): string {
  return runOf(`<w:t xml:space="preserve">${text}</w:t>`)
}

/** A paragraph of runs. */
export function paragraph(...runs: string[]): string {
  return `<w:p>${runs.join('')}</w:p>`
}
