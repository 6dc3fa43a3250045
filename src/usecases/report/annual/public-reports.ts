import * as z from 'zod'
import { itemContent } from '../../../domain/item/content.ts'
import { type ReportProse, reportSections } from '../../../domain/report/annual/sections.data.ts'
import type { ReportCoverage } from '../../../domain/report/annual/compile.ts'
import { referencesOf } from '../../../domain/report/annual/references.ts'
import type { DocumentTree } from '../../../domain/document/tree.ts'
import type { ReportFormat } from '../../../domain/report/forms.data.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type PublicReportRow,
  selectPublicReport,
  selectPublicYears,
} from '../../../store/tenant/statistics/annual-report.ts'
import type { Ctx } from '../../context.ts'
import { filledProse } from '../../../domain/report/annual/prose.ts'
import { treeDigest } from './prepare-item.ts'
import { storedOf } from './read-work.ts'

/** A year whose report is public (年报目录). */
export type PublicYear = {
  year: number
  title: string
  indexNumber: string
  itemId: string
  publishedAt: string
}

const yearRow = z.object({
  year: z.number(),
  itemId: z.string(),
  title: z.string(),
  indexNumber: z.string(),
  publishedAt: z.number(),
})

/** Lists the years that have a public report, the newest first (年报目录). */
export async function listPublicReports({
  db,
}: Pick<Ctx, 'db'>): Promise<Result<{ items: PublicYear[] }>> {
  const [rows] = await readBatch<[object]>(db, [selectPublicYears()])
  return ok({
    items: rows.map((row) => {
      const { year, title, indexNumber, itemId, publishedAt } = yearRow.parse(row)
      return { year, title, indexNumber, itemId, publishedAt: toRfc3339(publishedAt) }
    }),
  })
}

/** A published report (已公开年报): its tables, its text with the figures in place, and the item that it is. */
export type PublicReport = {
  year: number
  edition: number
  title: string
  format: ReportFormat
  report: AnnualReport
  /** who is in its sums; null where it sums up nobody */ coverage: ReportCoverage | null
  sections: { key: keyof ReportProse; title: string; text: string }[]
  document: DocumentTree
  itemId: string
  publishedAt: string
  note: string | null
}

/**
 * Shows the report of a year as the public reads it: the newest edition whose very text its item shows.
 * Refuses `not-found` while there is none.
 */
export async function showPublicReport(
  { db }: Pick<Ctx, 'db'>,
  year: number,
): Promise<Result<PublicReport>> {
  const [rows] = await readBatch<[PublicReportRow]>(db, [selectPublicReport(year)])
  for (const row of rows) {
    const { title, document } = itemContent.parse(JSON.parse(row.content))
    const { work, figures } = storedOf(row)
    if (figures === null || work.digest !== (await treeDigest(document))) continue
    const prose = filledProse(
      work.prose,
      referencesOf(figures.report, figures.items, figures.coverage),
    )
    return ok({
      year,
      edition: work.edition,
      title,
      format: work.format,
      report: figures.report,
      coverage: figures.coverage,
      sections: reportSections.map(({ key, title: name }) => ({
        key,
        title: name,
        text: prose[key],
      })),
      document,
      itemId: row.item_id ?? '',
      publishedAt: toRfc3339(row.published_at),
      note: work.note,
    })
  }
  return refuse({ code: 'not-found' })
}
