import { fromText } from '../../src/domain/document/from-text.ts'
import { toDocx } from '../../src/domain/document/docx/to-docx.ts'
import { toPdf } from '../../src/domain/document/pdf/to-pdf.ts'
import { writeCsv } from '../../src/domain/shared/sheet/write-csv.ts'
import { writeXlsx } from '../../src/domain/shared/sheet/write-xlsx.ts'
import type { DeskItem } from '../../src/usecases/item/show-desk-item.ts'
import type { FileScript } from './play-script.ts'

/** Makes an attachment of an item with the product's own writers (演示附件). */
export async function makeFile(
  { form, rows = [], text = '', name, picture = '' }: FileScript,
  { issuer, writtenOn }: Pick<DeskItem, 'issuer' | 'writtenOn'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...body] = rows
  const header = head.map(String)
  const title = name.replace(/\.\w+$/, '')
  const document = { title, docNumber: null, issuer, writtenOn, tree: fromText(text) }
  switch (form) {
    case 'csv':
      return new Uint8Array(writeCsv(header, body))
    case 'xlsx':
      return new Uint8Array(writeXlsx({ name: '数据', header, rows: body }))
    case 'docx':
      return toDocx(document)
    case 'pdf':
      return new Uint8Array(toPdf(document))
    case 'png':
      return Uint8Array.from(atob(picture), (char) => char.charCodeAt(0))
    default:
      return form satisfies never
  }
}
