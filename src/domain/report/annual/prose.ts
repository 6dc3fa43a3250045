import type { Reference } from './references.ts'
import { type ReportProse, reportSections } from './sections.data.ts'

const quoted = /\{(?<name>[^{}\n]{1,20})\}/g

/** What prose quotes that it cannot (引用不到的数字): no such figure, or one that nobody reported. */
export type ProseFault = { name: string; why: 'unknown' | 'unreported' }

/** Puts the figures into prose where it quotes them by name (数字引用), so that text and tables agree. */
export function fillProse(text: string, references: readonly Reference[]): string {
  const values = new Map(references.map(({ name, value }) => [name, value]))
  return text.replaceAll(quoted, (whole, name: string) => {
    const value = values.get(name.trim())
    return value === undefined || value === null ? whole : String(value)
  })
}

/** What prose quotes that is no figure, or a figure that is not there. */
export function proseFaults(text: string, references: readonly Reference[]): ProseFault[] {
  const values = new Map(references.map(({ name, value }) => [name, value]))
  return [...text.matchAll(quoted)].flatMap(({ groups }): ProseFault[] => {
    const name = groups?.['name']?.trim() ?? ''
    if (!values.has(name)) return [{ name, why: 'unknown' }]
    return values.get(name) === null ? [{ name, why: 'unreported' }] : []
  })
}

/** The text of every section with its figures in place. */
export function filledProse(prose: ReportProse, references: readonly Reference[]): ReportProse {
  const filled = reportSections.map(({ key }) => [key, fillProse(prose[key], references)] as const)
  return { ...prose, ...Object.fromEntries(filled) }
}

/** The title of a report (年报标题). */
export function reportTitle(agency: string, year: number): string {
  return `${agency}${year}年政府信息公开工作年度报告`
}
