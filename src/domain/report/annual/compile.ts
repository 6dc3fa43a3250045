import type { Agency } from '../../agency/agency.ts'
import { formatOfYear } from '../forms.data.ts'
import { organOfAgency, reportLevelOf } from '../organ.ts'
import type {
  AnnualReport,
  ApplicationsTable,
  ProactiveTable,
  ReviewLitigationTable,
} from '../types.ts'

/** The figures of a year that a report is made of (年报取数); null is what nobody has reported. */
export type YearFigures = {
  applications: ApplicationsTable
  proactive: ProactiveTable
  reviewLitigation: ReviewLitigationTable
  items: { published: number | null; queryable: number | null }
}

/** Who a report sums up (汇总范围): how many agencies were to report, how many did, and the names of the others. */
export type ReportCoverage = { reporting: number; of: number; missing: readonly string[] }

/**
 * Makes the three tables of an agency's report from the figures of the year (表二至表四), in the form of
 * that year. 规章 of a body without the power are 0 by law, whoever reported nothing.
 */
export function compileReport(
  agency: Pick<Agency, 'name' | 'divisionCode' | 'level' | 'kind'>,
  year: number,
  { applications, proactive, reviewLitigation }: YearFigures,
): AnnualReport {
  const { mayMakeRegulations } = organOfAgency(agency)
  return {
    agency: agency.name,
    code: agency.divisionCode,
    level: reportLevelOf(agency),
    scope: coversBelow(agency) ? '本级及下级' : '本级',
    year,
    format: formatOfYear(year),
    proactive: mayMakeRegulations
      ? proactive
      : { ...proactive, regulations: { made: 0, repealed: 0, inForce: 0 } },
    applications,
    reviewLitigation,
  }
}

/** Whether an agency's report sums up those below it: governments of counties and above (年报汇总). */
export function coversBelow({ level, kind }: Pick<Agency, 'level' | 'kind'>): boolean {
  return kind === 'government' && level !== 'township'
}
