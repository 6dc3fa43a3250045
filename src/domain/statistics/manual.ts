import type { Fact } from '../shared/journal.ts'
import { type LocalDate, monthOf } from '../time/local-date.ts'
import type { ManualIndicator } from './manual.data.ts'
import type { Period } from './period.ts'

/** What stands of a figure: a value in the smallest unit, null for 不适用; undefined is 未报送. */
export type Standing = number | null | undefined

/** The event that an attestation makes of a figure (填报、更正): what changes, counted on `on`. */
export function attestation(
  indicator: string,
  period: Period,
  standing: Standing,
  value: number | null,
): Extract<Fact, { kind: 'figure.attested' }> {
  return {
    kind: 'figure.attested',
    data: {
      on: dayOf(period),
      indicator,
      value: (value ?? 0) - (standing ?? 0),
      attested: Number(value !== null) - Number(typeof standing === 'number'),
      notApplicable: Number(value === null) - Number(standing === null),
    },
  }
}

/** A day of the month in which a figure of a period counts: a year's counts in its December. */
function dayOf({ months }: Period): string {
  return `${months.at(-1) ?? ''}-01`
}

/** Whether a figure of a period can be known on a day: its last month has begun. */
export function isReportable({ months }: Period, today: LocalDate): boolean {
  return (months.at(-1) ?? '') <= monthOf(today)
}

/** Reads a figure as people write it into the smallest unit; null when it is none. */
export function parseFigure(
  text: string,
  { decimals }: Pick<ManualIndicator, 'decimals'>,
): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  const parts = /^(?<whole>\d{1,15})(?:\.(?<part>\d{1,2}))?$/.exec(plain)?.groups
  if (parts?.['whole'] === undefined) return null
  const part = parts['part'] ?? ''
  if (part.length > decimals && /[1-9]/.test(part)) return null
  const value = Number(parts['whole'] + part.slice(0, decimals).padEnd(decimals, '0'))
  return Number.isSafeInteger(value) ? value : null
}

/** Writes a figure in its own unit. */
export function figureText(value: number, { decimals }: Pick<ManualIndicator, 'decimals'>): string {
  return decimals === 0 ? String(value) : (value / 10 ** decimals).toFixed(decimals)
}
