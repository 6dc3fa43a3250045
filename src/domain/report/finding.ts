/** What a report is checked against (核对规则), by the names of the public interface. */
export const reportRules = [
  'identity',
  'resultSum',
  'rowSum',
  'blankTotal',
  'reviewSum',
  'inForceLessThanMade',
  'regulationsByUnauthorisedBody',
  'narrativeMismatch',
  'carryOver',
  'inForceBalance',
] as const
export type ReportRule = (typeof reportRules)[number]

/** The part of a report that a finding stands in; `previous` is the report of the year before. */
export const reportTables = [
  'proactive',
  'applications',
  'reviewLitigation',
  'narrative',
  'previous',
] as const
export type ReportTable = (typeof reportTables)[number]

/**
 * A fault in a report (核对发现): the cell, what was expected and what stands there. `row` of the
 * text is the words of the claim. An error forbids submission, a warning wants a reason.
 */
export type ReportFinding = {
  rule: ReportRule
  severity: 'error' | 'warning'
  table: ReportTable
  row?: string
  column?: string
  expected?: number
  /** null where the cell is blank */
  actual?: number | null
}
