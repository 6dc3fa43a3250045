import { checkNarrative } from './check-narrative.ts'
import { checkMade, checkRegulations } from './check-proactive.ts'
import {
  checkIdentity,
  checkOtherSum,
  checkResultSums,
  checkReviewSums,
  checkRowSums,
} from './check-sums.ts'
import { checkCarryOver, checkInForce, checkPreviousYear } from './check-years.ts'
import type { ReportFinding } from './finding.ts'
import { type Organ, organOf } from './organ.ts'
import type { AnnualReport } from './types.ts'

/** What checking a report answers: valid when no finding is an error. */
export type ReportCheck = { valid: boolean; findings: readonly ReportFinding[] }

/** Rules on one report (年报核对规则), in the order in which they are told. */
const ownRules: readonly ((report: AnnualReport, organ: Organ) => ReportFinding[])[] = [
  checkMade,
  checkRegulations,
  checkRowSums,
  checkResultSums,
  checkOtherSum,
  checkIdentity,
  checkReviewSums,
  checkNarrative,
]

/** Rules on a report and that of the year before. */
const yearRules: readonly ((report: AnnualReport, previous: AnnualReport) => ReportFinding[])[] = [
  checkPreviousYear,
  checkCarryOver,
  checkInForce,
]

/**
 * Checks an annual report (年报核对) by every rule that its own figures allow, and against the report of
 * the year before where there is one; what is unknown is never counted as 0. 国办公开办函〔2021〕30号 附注.
 */
export function checkReport(
  report: AnnualReport,
  previous: AnnualReport | null = null,
  organ: Organ = organOf(report),
): ReportCheck {
  const own = ownRules.flatMap((rule) => rule(report, organ))
  const across = previous === null ? [] : yearRules.flatMap((rule) => rule(report, previous))
  const findings = [...own, ...across]
  return { valid: !findings.some(({ severity }) => severity === 'error'), findings }
}
