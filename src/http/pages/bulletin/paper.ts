import {
  figureTable,
  findingTable,
  lineTable,
  ruleTable,
  sheetTable,
  type WordTable,
} from '../../../domain/report/bulletin/document.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import { fileNameOf } from '../../../domain/shared/file-name.ts'
import { bulletinDocument } from '../../../usecases/report/bulletin/bulletin-document.ts'
import type { BulletinView } from '../../../usecases/report/bulletin/show-bulletin.ts'
import { fileResponse } from '../../file-response.ts'
import { documentFormats, officialFile } from '../../official-file.ts'
import { sheetFormat, sheetResponse } from '../../sheet-response.ts'

/** Names a file of a bulletin (简报下载): its document, or one of its tables. */
const form = /^(?<part>bulletin|figures|agencies|rules|sheets|findings)\.(?<ending>[a-z]{3,4})$/

/** Answers a bulletin as a file (简报下载): Word, PDF and text on the official page, tables as CSV and workbook; null for any other name. */
export async function bulletinPaper(
  view: BulletinView,
  agency: Agency,
  agencies: readonly Agency[],
  name: string,
  assets: Fetcher,
): Promise<Response | null> {
  const { part, ending } = form.exec(name)?.groups ?? {}
  const nameOf = (id: string): string => agencies.find((one) => one.id === id)?.name ?? id
  if (part === 'bulletin') {
    const format = documentFormats.find((one) => one === ending)
    if (format === undefined) return null
    const { title, bulletin } = view
    return fileResponse(
      await officialFile(
        {
          title,
          docNumber: bulletin.number,
          issuer: agency.name,
          writtenOn: bulletin.issuedOn ?? bulletin.dueOn,
          tree: bulletinDocument(view, nameOf),
        },
        format,
        assets,
      ),
    )
  }
  const format = sheetFormat(ending)
  const table = tableOf(view, part, nameOf)
  if (format === null || table === null) return null
  const { caption, header, rows } = table
  const file = fileNameOf(`${view.title}${caption}`, caption)
  return sheetResponse({ name: file, title: caption, header, rows }, format)
}

function tableOf(
  { content }: BulletinView,
  part: string | undefined,
  nameOf: (id: string) => string,
): WordTable | null {
  switch (part) {
    case 'figures':
      return figureTable(content)
    case 'agencies':
      return lineTable(content)
    case 'rules':
      return ruleTable(content)
    case 'sheets':
      return sheetTable(content)
    case 'findings':
      return findingTable(content, nameOf)
    default:
      return null
  }
}
