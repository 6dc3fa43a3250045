import { checkReport, type ReportCheck } from '../../domain/report/check.ts'
import { parseReportCheck } from '../../domain/report/input.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import type { Ctx } from '../context.ts'

/**
 * Checks an annual report that anyone sends in (年报核对), beside the report of the year before if it is
 * there. Reads nothing of the agency and keeps nothing. Refuses `invalid`, also a year that has not begun.
 */
export function checkSentReport({ now }: Pick<Ctx, 'now'>, input: unknown): Result<ReportCheck> {
  const parsed = parseReportCheck(input, yearOf(localDateOf(now)))
  return parsed.ok ? ok(checkReport(parsed.value.report, parsed.value.previous)) : parsed
}
