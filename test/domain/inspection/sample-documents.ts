import { zipSync } from 'fflate'
import { bytesOf } from '../../support/application-form.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Parts = Readonly<Record<string, string | Uint8Array>>

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An archive of text and byte parts. */
export function zip(parts: Parts): Bytes {
  const entries = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === 'string' ? bytesOf(part) : part] as const,
  )
  return new Uint8Array(zipSync(Object.fromEntries(entries)))
}

/** A Word file of a body and further parts. */
export function word(body: string, parts: Parts = {}): Bytes {
  return zip({
    '[Content_Types].xml': `${xml}<Types/>`,
    'word/document.xml': `${xml}<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

/** A paragraph of runs. */
export const par = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`
/** A run with its properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
/** What somebody deleted while changes were tracked. */
export const deleted = (text: string, author: string): string =>
  `<w:del w:id="1" w:author="${author}"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

/** The core properties of an Office file. */
export const coreProperties = (creator: string, last: string): string =>
  `${xml}<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>题目</dc:title><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${last}</cp:lastModifiedBy></cp:coreProperties>`

/** The application properties of an Office file. */
export const appProperties = (company: string): string =>
  `${xml}<Properties><Application>WPS</Application><Company>${company}</Company></Properties>`

/** Relationships that lead out of the file. */
export const outward = (type: string, target: string): string =>
  `${xml}<Relationships><Relationship Id="rId9" Type="${rels}/${type}" Target="${target}" TargetMode="External"/></Relationships>`

type Sheet = { name: string; state?: string; rows: string; columns?: string }

/** A workbook of sheets given by their rows in XML. */
export function workbook(sheets: readonly Sheet[], parts: Parts = {}): Bytes {
  const list = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"${state === undefined ? '' : ` state="${state}"`}/>`,
    )
    .join('')
  const links = sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${String(at + 1)}" Type="${rels}/worksheet" Target="worksheets/sheet${String(at + 1)}.xml"/>`,
    )
    .join('')
  const files = sheets.map(({ rows, columns = '' }, at) => [
    `xl/worksheets/sheet${String(at + 1)}.xml`,
    `${xml}<worksheet>${columns}<sheetData>${rows}</sheetData></worksheet>`,
  ])
  return zip({
    '[Content_Types].xml': `${xml}<Types/>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${links}</Relationships>`,
    ...Object.fromEntries(files),
    ...parts,
  })
}

/** A row of cells with inline text. */
export const row = (cells: readonly string[], attributes = ''): string =>
  `<row ${attributes}>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

/** An OFD file with one page of texts at heights. */
export function ofdOf(texts: readonly (readonly [string, string])[], author = ''): Bytes {
  const objects = texts
    .map(
      ([boundary, text]) =>
        `<ofd:TextObject Boundary="${boundary}"><ofd:TextCode X="0" Y="5">${text}</ofd:TextCode></ofd:TextObject>`,
    )
    .join('')
  return zip({
    'OFD.xml': `${xml}<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocInfo><ofd:Author>${author}</ofd:Author></ofd:DocInfo></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Pages/Page_0/Content.xml': `${xml}<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
  })
}

/** A PDF file of numbered objects, of which the first is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Bytes {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${String(at + 1)} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<</Size ${String(objects.length + 1)}/Root 1 0 R${trailer}>>\nstartxref\n${String(text.length)}\n%%EOF\n`
  return Uint8Array.from(`${text}${table}${end}`, (char) => char.charCodeAt(0))
}

type Page = {
  content: string
  more?: readonly string[]
  catalog?: string
  page?: string
  trailer?: string
}

/** A PDF of one page with a Chinese font /F1 (UniGB) and a Latin one /F2; further objects from 8 on. */
export function pdfPage({
  content,
  more = [],
  catalog = '',
  page = '',
  trailer = '',
}: Page): Bytes {
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>/Contents 4 0 R${page}>>`,
      `<</Length ${String(content.length)}>>\nstream\n${content}\nendstream`,
      '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...more,
    ],
    trailer,
  )
}

/** Shows text at a place in a font, UTF-16 for /F1. */
export function show(font: 'F1' | 'F2', x: number, y: number, text: string): string {
  const codes = Array.from(text, (char) =>
    (char.codePointAt(0) ?? 0).toString(16).padStart(font === 'F1' ? 4 : 2, '0'),
  )
  return `BT /${font} 12 Tf ${String(x)} ${String(y)} Td <${codes.join('')}> Tj ET\n`
}

/** A JPEG whose EXIF says where it was taken, by whom, and how it is to be turned. */
export function jpegWithPlace(turned = 1): Bytes {
  const tiff = new Uint8Array(200)
  const view = new DataView(tiff.buffer)
  tiff.set([0x49, 0x49, 42, 0, 8])
  view.setUint16(8, 3, true)
  entry(view, 10, 0x013b, 2, 8, 140)
  entry(view, 22, 0x8825, 4, 1, 60)
  entry(view, 34, 0x0112, 3, 1, turned)
  tiff.set(bytesOf('wangwu\0\0'), 140)
  view.setUint16(60, 2, true)
  entry(view, 62, 2, 5, 3, 90)
  entry(view, 74, 4, 5, 3, 114)
  for (const [at, value] of [33, 1, 38, 1, 0, 1, 116, 1, 58, 1, 0, 1].entries()) {
    view.setUint32(90 + at * 4, value, true)
  }
  const exif = [...bytesOf('Exif\0\0'), ...tiff]
  const remark = [...bytesOf('in house only')]
  return new Uint8Array([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xe1,
    0,
    exif.length + 2,
    ...exif,
    0xff,
    0xfe,
    0,
    remark.length + 2,
    ...remark,
    0xff,
    0xda,
    0,
    4,
    0,
    0,
    1,
    2,
    3,
    0xff,
    0xd9,
  ])
}

function entry(
  view: DataView,
  at: number,
  tag: number,
  type: number,
  count: number,
  value: number,
): void {
  view.setUint16(at, tag, true)
  view.setUint16(at + 2, type, true)
  view.setUint32(at + 4, count, true)
  view.setUint32(at + 8, value, true)
}

/** The anti-virus test file, put together here so that no scanner takes this file away. */
export const eicar = [
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$`,
  'EICAR-STANDARD-',
  'ANTIVIRUS-TEST-FILE!$H+H*',
].join('')
