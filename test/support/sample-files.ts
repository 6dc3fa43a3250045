import { zipSync } from 'fflate'
import { bytesOf, pdf } from './application-form.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** An archive of parts, as Word, Excel and OFD files are. */
export function archive(parts: Readonly<Record<string, string>>): Bytes {
  const entries = Object.entries(parts).map(([name, text]) => [name, bytesOf(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(entries)))
}

/** A compound file whose directory holds the named streams, as doc, xls, wps and et files are. */
export function compound(...streams: string[]): Bytes {
  const bytes = new Uint8Array(512 * 4)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  view.setUint32(76, 0, true)
  for (let at = 80; at < 512; at += 4) view.setUint32(at, 0xff_ff_ff_ff, true)
  for (let at = 512; at < 1024; at += 4) view.setUint32(at, 0xff_ff_ff_fe, true)
  for (const [index, name] of ['Root Entry', ...streams].slice(0, 4).entries()) {
    const from = 1024 + index * 128
    for (const [place, char] of Array.from(name).entries()) {
      view.setUint16(from + place * 2, char.codePointAt(0) ?? 0, true)
    }
    view.setUint16(from + 64, (name.length + 1) * 2, true)
  }
  return bytes
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
/** A smallest Word file. */
export const docx: Bytes = archive({
  '[Content_Types].xml': `${xml}<Types/>`,
  'word/document.xml': `${xml}<w:document/>`,
})
/** A smallest Excel file. */
export const xlsx: Bytes = archive({
  '[Content_Types].xml': `${xml}<Types/>`,
  'xl/workbook.xml': `${xml}<workbook/>`,
})
/** A smallest OFD file (版式文件, GB/T 33190). */
export const ofd: Bytes = archive({ 'OFD.xml': `${xml}<ofd:OFD/>` })
/** A picture of one pixel. */
export const png: Bytes = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
/** The frame of a JPEG picture. */
export const jpg: Bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9])

/** One file of each kind that is taken, by name. */
export const accepted: readonly (readonly [string, Bytes])[] = [
  ['公文.pdf', pdf],
  ['申请.docx', docx],
  ['清单.xlsx', xlsx],
  ['批复.ofd', ofd],
  ['证明.doc', compound('WordDocument')],
  ['证明.wps', compound('WordDocument')],
  ['表.xls', compound('Workbook')],
  ['旧表.xls', compound('Book')],
  ['表.et', compound('Workbook')],
  ['说明.txt', bytesOf('补充说明\r\n第二行')],
  ['编码.txt', new Uint8Array([0xb9, 0xab, 0xbf, 0xaa, 0xb0, 0xec])],
  ['数据.CSV', bytesOf('姓名,金额\n甲,1\n')],
  ['照片.jpg', jpg],
  ['照片.JPEG', jpg],
  ['扫描.png', png],
]
