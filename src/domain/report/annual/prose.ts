import { fillProse } from '../quoted.ts'
import type { Reference } from './references.ts'
import { type ReportProse, reportSections } from './sections.data.ts'

/** The text of every section with its figures in place. */
export function filledProse(prose: ReportProse, references: readonly Reference[]): ReportProse {
  const filled = reportSections.map(({ key }) => [key, fillProse(prose[key], references)] as const)
  return { ...prose, ...Object.fromEntries(filled) }
}

/** The title of a report (年报标题). */
export function reportTitle(agency: string, year: number): string {
  return `${agency}${year}年政府信息公开工作年度报告`
}
