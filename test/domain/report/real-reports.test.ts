import { expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/check.ts'
import { parseReportCheck } from '../../../src/domain/report/input.ts'
import { realReports } from './real-reports.ts'

test('issue 5 section 6: every fault that the real reports list is found, and nothing in the clean ones', () => {
  for (const { findings, ...report } of realReports()) {
    const parsed = parseReportCheck({ report }, 2026)
    if (!parsed.ok) throw new Error(`${report.id} ${JSON.stringify(parsed.refusal)}`)
    const checked = checkReport(parsed.value.report)
    const told = checked.findings.map(({ rule, row, expected, actual }) => [
      rule,
      row,
      actual,
      expected,
    ])
    const listed = findings.map(({ rule, claim, left, right }) => [rule, claim, left, right])
    expect([report.id, told]).toEqual([report.id, listed])
    expect(checked.valid).toBe(findings.length === 0)
  }
})
