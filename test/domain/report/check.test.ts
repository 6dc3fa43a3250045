import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/check.ts'
import type { ReportFinding } from '../../../src/domain/report/finding.ts'
import { parseReportCheck } from '../../../src/domain/report/input.ts'
import { organOfAgency } from '../../../src/domain/report/organ.ts'
import type { AnnualReport } from '../../../src/domain/report/types.ts'
import { applicationColumns, applicationRows } from '../../../src/domain/shared/report-keys.data.ts'
import { consistentReport } from './make-report.ts'
import { cityReport, districtReport } from './sample-reports.data.ts'

/** A published report with some of it replaced, as the checker reads it. */
function read(changes: object = {}, base: object = cityReport): AnnualReport {
  const parsed = parseReportCheck({ report: { ...base, ...changes } }, 2026)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value.report
}

function brief(findings: readonly ReportFinding[]): string[] {
  return findings.map(
    ({ rule, severity, row, column, expected, actual }) =>
      `${severity} ${rule} ${row ?? '-'}.${column ?? '-'} ${expected} ${actual}`,
  )
}

const found = (changes: object, base?: object): string[] =>
  brief(checkReport(read(changes, base)).findings)

const row = (key: 'granted' | 'newReceived' | 'totalProcessed', cells: object): object => ({
  applications: {
    ...cityReport.applications,
    [key]: { ...cityReport.applications[key], ...cells },
  },
})

const rows = applicationRows.map(({ key }) => key)
const columns = applicationColumns.map(({ key }) => key)
const blocks = ['review', 'litigationDirect', 'litigationAfterReview'] as const
const results = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
const change = fc.integer({ min: -4000, max: 4000 }).filter((n) => n !== 0)

describe('any report', () => {
  test('E1, E2, E3, E5: whose figures agree has no finding', () => {
    fc.assert(
      fc.property(consistentReport, (report) => {
        expect(checkReport(report)).toEqual({ valid: true, findings: [] })
      }),
    )
  })

  test('E1, E2, E3: any other figure in any cell of table three is found in its row or column', () => {
    fc.assert(
      fc.property(
        consistentReport,
        fc.constantFrom(...rows),
        fc.constantFrom(...columns),
        change,
        (report, key, column, by) => {
          const cells = report.applications[key]
          cells[column] = (cells[column] ?? 0) + by
          const { valid, findings } = checkReport(report)
          expect(valid).toBe(false)
          expect(findings.every((one) => one.row === key || one.column === column)).toBe(true)
        },
      ),
    )
  })

  test('E5: any other figure in any cell of table four is found in its block', () => {
    fc.assert(
      fc.property(
        consistentReport,
        fc.constantFrom(...blocks),
        fc.constantFrom(...results),
        change,
        (report, key, column, by) => {
          const cells = report.reviewLitigation[key]
          cells[column] = (cells[column] ?? 0) + by
          const { findings } = checkReport(report)
          expect(findings).toMatchObject([{ rule: 'reviewSum', row: key, column: 'total' }])
        },
      ),
    )
  })

  test('E4: a year that carries over is clean, one that does not is warned of in that column alone', () => {
    fc.assert(
      fc.property(consistentReport, fc.constantFrom(...columns), change, (report, column, by) => {
        const forward = { ...report.applications.carriedOver }
        const previous = {
          ...report,
          year: report.year - 1,
          applications: { carriedForward: forward },
        }
        expect(checkReport(report, previous).findings).toEqual([])
        forward[column] = (forward[column] ?? 0) + by
        const checked = checkReport(report, previous)
        expect(checked.valid).toBe(true)
        expect(checked.findings).toMatchObject([
          { rule: 'carryOver', severity: 'warning', row: 'carriedOver', column },
        ])
      }),
    )
  })
})

describe('blanks are not zeros (E7)', () => {
  test('a total left blank beside figures is named once', () => {
    expect(found(row('granted', { total: null }))).toEqual([
      'error blankTotal granted.total 1362 null',
    ])
    expect(found(row('totalProcessed', { commercial: null }))).toEqual([
      'error blankTotal totalProcessed.commercial 53 null',
    ])
    const review = { ...cityReport.reviewLitigation.review, total: null }
    expect(found({ reviewLitigation: { ...cityReport.reviewLitigation, review } })).toEqual([
      'error blankTotal review.total 351 null',
    ])
  })

  test('a blank beside six zeros is a remark, and a row left blank is none', () => {
    const zero = Object.fromEntries(columns.map((key) => [key, 0]))
    const blank = Object.fromEntries(columns.map((key) => [key, null]))
    const partial = { partial: true, narrative: [] }
    expect(
      found({
        ...partial,
        applications: { granted: { ...zero, total: null }, carriedOver: blank },
      }),
    ).toEqual(['warning blankTotal granted.total 0 null'])
    expect(found({ ...partial, applications: { granted: { ...blank, total: 5 } } })).toEqual([])
  })

  test('a part left blank counts as 0', () => {
    expect(found(row('granted', { commercial: null }))).toEqual([
      'error rowSum granted.total 1341 1362',
      'error resultSum totalProcessed.commercial 32 53',
    ])
  })

  test('what an incomplete report does not have is unknown', () => {
    const { newReceived } = cityReport.applications
    expect(found({ partial: true, applications: { newReceived } })).toEqual([])
    expect(found({ applications: null, reviewLitigation: null, proactive: null })).toEqual([])
  })
})

describe('older forms', () => {
  test('（六）其他处理 as one row (2019 form) is a result like the others', () => {
    expect(found({}, districtReport)).toEqual([])
    const other = { ...districtReport.applications['other'], naturalPerson: 2, total: 2 }
    expect(
      found({ applications: { ...districtReport.applications, other } }, districtReport),
    ).toEqual([
      'error resultSum totalProcessed.naturalPerson 97 95',
      'error resultSum totalProcessed.total 97 95',
    ])
  })
})

describe('what the body may do', () => {
  const regulations = { made: 1, repealed: 0, inForce: 3 }

  test.each([
    ['township', null, true],
    ['county', '320813', true],
    ['bureau', '440825', true],
    ['bureau', '440800', false],
  ])('立法法 art. 93: a %s (%s) cannot make 规章', (level, code, rulemaking) => {
    const told = found({ level, code, rulemaking, proactive: { regulations }, narrative: [] })
    expect(told).toEqual([
      'error regulationsByUnauthorisedBody regulations.made 0 1',
      'error regulationsByUnauthorisedBody regulations.inForce 0 3',
    ])
  })

  test('a city with districts, and the office that reports for a municipality, may', () => {
    expect(found({ proactive: { regulations } })).toEqual([])
    const office = { level: 'bureau', code: '310000', rulemaking: true }
    expect(found({ ...office, proactive: { regulations } })).toEqual([])
    expect(organOfAgency({ level: 'county', kind: 'government' }).mayMakeRegulations).toBe(false)
  })

  test('more is made than stands in force or was repealed', () => {
    const normativeDocuments = { made: 9, repealed: 2, inForce: 5 }
    expect(found({ proactive: { normativeDocuments }, narrative: [] })).toEqual([
      'error inForceLessThanMade normativeDocuments.made 7 9',
    ])
  })

  test('E6: in force last year, made and repealed give what is in force', () => {
    const previous = read({ year: 2023, proactive: { normativeDocuments: { inForce: 80 } } })
    const checked = checkReport(read({}), { ...previous, applications: null })
    expect(brief(checked.findings)).toEqual([
      'warning inForceBalance normativeDocuments.inForce 62 66',
    ])
  })

  test('E4: a report that is not of the year before is named', () => {
    const checked = checkReport(read({}), read({ year: 2021 }))
    expect(brief(checked.findings)).toEqual(['warning carryOver -.year 2023 2021'])
  })
})
