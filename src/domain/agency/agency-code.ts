import type { Agency } from './agency.ts'

/**
 * What `{code}` stands for in an agency's index numbers (索引号): the ten-digit 标识码 of its own
 * site, or, for a channel, whose 标识码 is its parent's, its division code (行政区划代码).
 */
export function agencyCode(agency: Pick<Agency, 'site' | 'siteIdCode' | 'divisionCode'>): string {
  return agency.site.mode === 'own' ? agency.siteIdCode : agency.divisionCode
}
