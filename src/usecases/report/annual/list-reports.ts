import { isReportLate, reportDueOn } from '../../../domain/report/annual/due.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import { type ReportRow, selectReports } from '../../../store/tenant/statistics/annual-report.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { storedOf } from './read-work.ts'

/** A year's report in the list of the desk (年报列表); last year is there even when nobody has begun it. */
export type ReportLine = {
  year: number
  work: ReportWork | null
  dueOn: LocalDate
  isLate: boolean
}

/** Lists the reports of an agency, the newest year first. */
export async function listReports(ctx: Ctx): Promise<Result<{ items: ReportLine[] }>> {
  if (!may(ctx.actor, 'report.list')) return turnAway(ctx.actor)
  const [rows] = await readBatch<[ReportRow]>(ctx.db, [selectReports()])
  const today = localDateOf(ctx.now)
  const lastYear = yearOf(today) - 1
  const line = (year: number, work: ReportWork | null): ReportLine => {
    const dueOn = reportDueOn(ctx.agency, year)
    return { year, work, dueOn, isLate: isReportLate(work, dueOn, today) }
  }
  const lines = rows.map((row) => line(row.year, storedOf(row).work))
  const isBegun = lines.some(({ year }) => year === lastYear)
  const all = isBegun ? lines : [line(lastYear, null), ...lines]
  return ok({ items: all.toSorted((a, b) => b.year - a.year) })
}
