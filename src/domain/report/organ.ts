import type { Agency } from '../agency/agency.ts'
import { makesRegulations } from '../agency/makes-regulations.ts'
import type { AnnualReport, ReportLevel } from './types.ts'

/** What the kind of an agency says of its report: whether it may make government rules (规章). */
export type Organ = { mayMakeRegulations: boolean }

/**
 * Who makes 规章: provinces, cities with districts and autonomous prefectures (立法法 art. 93); counties,
 * townships and departments do not. A report's own word counts only where such a government stands
 * behind it: a body with the division code of a county, or an administrative office, has none.
 */
export function organOf({ level, code, rulemaking, agency }: AnnualReport): Organ {
  if (level === 'county' || level === 'township') return { mayMakeRegulations: false }
  if (/(?:行政公署|行署|盟行政)/.test(agency)) return { mayMakeRegulations: false }
  if (level !== 'bureau') return { mayMakeRegulations: true }
  const isBelow = code != null && /^\d{6}/.test(code) && code.slice(4, 6) !== '00'
  return { mayMakeRegulations: rulemaking === true && !isBelow }
}

/** The same for an agency of the deployment, before it submits its report. */
export function organOfAgency({ level, kind }: Pick<Agency, 'level' | 'kind'>): Organ {
  return { mayMakeRegulations: makesRegulations({ level, kind }) }
}

/** The level that the report of an agency stands at (年报层级): a department of any level is one. */
export function reportLevelOf({ level, kind }: Pick<Agency, 'level' | 'kind'>): ReportLevel {
  return kind === 'government' ? level : 'bureau'
}
