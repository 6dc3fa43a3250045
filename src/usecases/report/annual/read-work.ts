import * as z from 'zod'
import { reportInput } from '../../../domain/report/input.ts'
import { reportFormats } from '../../../domain/report/forms.data.ts'
import { reportStates } from '../../../domain/report/annual/lifecycle.ts'
import { reportSections } from '../../../domain/report/annual/sections.data.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import type { ReportCoverage, YearFigures } from '../../../domain/report/annual/compile.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { readBatch } from '../../../store/read.ts'
import { type ReportRow, selectReport } from '../../../store/tenant/statistics/annual-report.ts'
import type { Ctx } from '../../context.ts'

const storedProse = z.record(z.enum(reportSections.map(({ key }) => key)), z.string())
const storedReasons = z.record(z.string(), z.string())
const storedRemarks = z.array(z.strictObject({ at: z.string(), text: z.string() }))

/** Figures of a report as they were checked or typed in (锁定数字), with the items published by then. */
export type KeptFigures = {
  report: AnnualReport
  items: YearFigures['items']
  /** null where it sums up nobody, or was locked before this was kept */ coverage: ReportCoverage | null
}

const figure = z.number().nullable()
const keptFigures = z.strictObject({
  report: reportInput,
  items: z.strictObject({ published: figure, queryable: figure }),
  coverage: z
    .strictObject({ reporting: z.number(), of: z.number(), missing: z.array(z.string()) })
    .nullable()
    .default(null),
})

/** The newest edition of a year's report as it stands, its checked figures and who checked them. */
export type StoredReport = {
  work: ReportWork
  figures: KeptFigures | null
  checkedBy: string | null
}

/** Reads the newest edition of a year's report (年报工作稿), null when none was begun. */
export async function readReport(
  { db }: Pick<Ctx, 'db'>,
  year: number,
): Promise<StoredReport | null> {
  const [rows] = await readBatch<[ReportRow]>(db, [selectReport(year)])
  const newest = rows[0]
  return newest === undefined ? null : storedOf(newest)
}

/** An edition from its row. */
export function storedOf(row: ReportRow): StoredReport {
  return {
    work: {
      year: row.year,
      edition: row.edition,
      version: row.version,
      state: z.enum(reportStates).parse(row.state),
      format: z.enum(reportFormats).parse(row.format),
      entered: row.entered === 1,
      prose: storedProse.parse(JSON.parse(row.prose)),
      reasons: storedReasons.parse(JSON.parse(row.reasons)),
      remarks: storedRemarks.parse(JSON.parse(row.remarks)),
      note: row.note,
      itemId: row.item_id,
      digest: row.digest,
      letterId: row.letter_id,
      submittedOn: row.submitted_on,
      decidedOn: row.decided_on,
    },
    figures: row.figures === null ? null : keptFigures.parse(JSON.parse(row.figures)),
    checkedBy: row.checked_by,
  }
}
