import type { NarrativeClaim } from '../types.ts'
import type { Reference } from './references.ts'

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

const typed =
  /(?<words>[\p{Script=Han}（）]{2,24})(?<digits>\d[\d,]{0,11}(?:\.\d+)?)\s*(?:余)?(?:件|条|人次|万元)/gu

/** The figures that people typed into prose (正文数字), for the checker to hold against the tables. */
export function typedClaims(text: string): NarrativeClaim[] {
  const plain = text.replaceAll(quoted, '')
  return [...plain.matchAll(typed)].flatMap(({ groups }) => {
    const value = Number((groups?.['digits'] ?? '').replaceAll(',', ''))
    const claim = (groups?.['words'] ?? '').slice(-16)
    return Number.isFinite(value) && claim !== '' ? [{ claim, value }] : []
  })
}
