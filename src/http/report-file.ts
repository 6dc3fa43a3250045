import type { OfficialDocument } from '../domain/document/official-page.ts'
import { reportWorkbook } from '../domain/report/annual/workbook.ts'
import { fileNameOf } from '../domain/shared/file-name.ts'
import type { PublicReport } from '../usecases/report/annual/public-reports.ts'
import type { FileOut } from './file-response.ts'
import { officialFile } from './official-file.ts'

/** Forms in which a published report is handed out (年报下载格式). */
export const reportFormats = ['docx', 'pdf', 'xlsx'] as const
export type ReportFileFormat = (typeof reportFormats)[number]

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes a published report as a file (年报下载): the official page as Word or PDF, its tables as a workbook. */
export async function reportFile(
  { title, report, sections, document, publishedAt }: PublicReport,
  format: ReportFileFormat,
  assets: Fetcher,
): Promise<FileOut> {
  if (format !== 'xlsx') {
    const official: OfficialDocument = {
      title,
      docNumber: null,
      issuer: report.agency,
      writtenOn: publishedAt.slice(0, 10),
      tree: document,
    }
    return officialFile(official, format, assets)
  }
  const body = new Uint8Array(reportWorkbook(title, report, sections))
  const name = `${fileNameOf(title, '年度报告')}.xlsx`
  return { name, mediaType: sheetType, bytes: body.length, body }
}
