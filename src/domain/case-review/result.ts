import * as z from 'zod'
import { quotient } from '../shared/quotient.ts'
import { decimalText } from '../shared/sheet/decimal-cell.ts'
import type { Mark } from './score.ts'
import { type SheetCode, sheetCodes, type SheetRow } from './sheet.data.ts'

/** A finished sheet as it counts. */
export type Scored = { number: string; unit: string; score: number; marks: readonly Mark[] }

/** The figures of a review (评查结果): averages to a tenth, units and faults the worst first. */
export const reviewResult = z.strictObject({
  cases: z.int(),
  average: z.number(),
  units: z.array(z.strictObject({ unit: z.string(), cases: z.int(), average: z.number() })),
  faults: z.array(z.strictObject({ code: z.enum(sheetCodes), cases: z.int(), points: z.int() })),
  lines: z.array(z.strictObject({ number: z.string(), unit: z.string(), score: z.int() })),
  /** other draws over days that meet these, and why they were made (再次抽取) */
  redraws: z
    .array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        isLater: z.boolean(),
        reason: z.string().nullable(),
        number: z.strictObject({ year: z.int(), serial: z.int() }).nullable(),
      }),
    )
    .default([]),
})
export type ReviewResult = z.output<typeof reviewResult>

/** Works out the result of a review from its finished sheets (汇总评查结果). */
export function resultOf(
  sheets: readonly Scored[],
  rows: readonly SheetRow[],
  redraws: ReviewResult['redraws'] = [],
): ReviewResult {
  const units = [...new Set(sheets.map(({ unit }) => unit))].map((unit) => {
    const own = sheets.filter((one) => one.unit === unit)
    return { unit, cases: own.length, average: averageOf(own) }
  })
  const faults = rows.map(({ code }) => faultOf(code, sheets)).filter(({ cases }) => cases > 0)
  return {
    cases: sheets.length,
    average: averageOf(sheets),
    units: units.toSorted((a, b) => a.average - b.average || a.unit.localeCompare(b.unit, 'zh')),
    faults: faults.toSorted((a, b) => b.cases - a.cases || b.points - a.points),
    lines: sheets.map(({ number, unit, score }) => ({ number, unit, score })),
    redraws: [...redraws],
  }
}

function faultOf(code: SheetCode, sheets: readonly Scored[]): ReviewResult['faults'][number] {
  const marks = sheets.flatMap((sheet) =>
    sheet.marks.filter((mark) => mark.code === code && mark.points > 0),
  )
  return { code, cases: marks.length, points: marks.reduce((sum, { points }) => sum + points, 0) }
}

function averageOf(sheets: readonly Scored[]): number {
  return averageScore(
    sheets.reduce((sum, { score }) => sum + score, 0),
    sheets.length,
  )
}

/** An average score as it is written (平均分写法): always to a tenth, 12.0 beside 12.4. */
export function averageText(average: number): string {
  return decimalText({ figure: average, decimals: 1 })
}

/** The average score of some cases (平均分), half up to a tenth; 0 of none. */
export function averageScore(total: number, cases: number): number {
  return quotient(total, cases, 1) ?? 0
}
