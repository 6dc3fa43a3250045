import type { FieldError } from '../shared/refusal.ts'
import type { Fault } from './find-faults.ts'
import type { SheetCode, SheetRow } from './sheet.data.ts'

/** Records that a deduction may cite (扣分依据), closed so that a sheet tells where to look. */
export const citable = [
  'application',
  'receipt',
  'ledger',
  'correction',
  'consultation',
  'reply',
  'history',
  'service',
  'archive',
] as const
export type Citable = (typeof citable)[number]

/** A deduction (扣分): points of one row. */
export type Mark = { code: SheetCode; points: number }

/** What the reviewer says to a row (评查意见): points, why, and the record. */
export type Verdict = Mark & { reason?: string | undefined; record?: Citable | undefined }

/** The deductions that the records propose (预填扣分): the whole row each, one a row. */
export function proposedMarks(faults: readonly Fault[], rows: readonly SheetRow[]): Mark[] {
  return rows
    .filter(({ code }) => faults.some((fault) => fault.code === code))
    .map(({ code, points }) => ({ code, points }))
}

/** The score of a sheet (得分): 100 less what is deducted, no row more than its points nor twice, never below 0. */
export function scoreOf(marks: readonly Mark[], rows: readonly SheetRow[]): number {
  const lost = rows.reduce((sum, { code, points }) => {
    const mark = marks.find((one) => one.code === code)
    return sum + Math.min(points, Math.max(0, mark?.points ?? 0))
  }, 0)
  return Math.max(0, 100 - lost)
}

/**
 * Says what is wrong with a filled sheet (评查表校验): a row that is unknown, twice or over its points; a
 * deduction of the reviewer's own without reason and record; a proposed one changed without a reason.
 */
export function checkVerdicts(
  verdicts: readonly Verdict[],
  proposed: readonly Mark[],
  rows: readonly SheetRow[],
): FieldError[] {
  const seen = new Set<SheetCode>()
  return verdicts.flatMap((verdict, at): FieldError[] => {
    const place = `/rows/${at}`
    const row = rows.find(({ code }) => code === verdict.code)
    if (row === undefined) {
      return [
        { pointer: `${place}/code`, problem: 'not-listed', allowed: rows.map(({ code }) => code) },
      ]
    }
    if (seen.has(verdict.code)) return [{ pointer: `${place}/code`, problem: 'duplicate' }]
    seen.add(verdict.code)
    if (verdict.points > row.points) {
      return [{ pointer: `${place}/points`, problem: 'out-of-range', min: 0, max: row.points }]
    }
    return lackingWords(verdict, proposed).map((name) => ({
      pointer: `${place}/${name}`,
      problem: 'required',
    }))
  })
}

function lackingWords(
  { code, points, reason, record }: Verdict,
  proposed: readonly Mark[],
): ('reason' | 'record')[] {
  const found = proposed.find((one) => one.code === code)
  if (points === (found?.points ?? 0)) return []
  return [
    ...(reason === undefined ? (['reason'] as const) : []),
    ...(found === undefined && record === undefined ? (['record'] as const) : []),
  ]
}
