import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { longestWords } from './input.ts'
import { drawRule, mostDrawn, mostPopulation, shareOf } from './sample.ts'
import { sheetCodes } from './sheet.data.ts'

const id = z.string().min(1).max(100)
const count = countField(0, 1_000_000)

/** Most agencies that one order asks (部署范围). */
export const mostAsked = 200

/** What an office orders (部署评查): days of closing, what share, by when, and of which agencies below it. */
export const orderInput = z.strictObject({
  fromDay: dateField,
  toDay: dateField,
  percent: countField(1, 100),
  reportBy: dateField,
  agencies: z.array(z.string().max(64)).min(1).max(mostAsked),
  reason: neededText(longestWords.redraw).optional(),
})

/** Content of the letter that orders a review (部署案卷评查). */
export const orderLetter = z.strictObject({
  order: id,
  fromDay: dateField,
  toDay: dateField,
  percent: countField(1, 100),
  seed: id,
  rule: z.literal(drawRule),
  dueOn: dateField,
})

/** What an agency sends up of its review (报送评查结果): counts and points by row, nothing personal, no words. */
export const resultLetter = z.strictObject({
  order: id,
  population: count,
  /** SHA-256 of the receipts that were drawn from */
  digest: z.string().max(64),
  cases: countField(0, mostDrawn),
  /** sum of the scores */
  total: count,
  faults: z
    .array(z.strictObject({ code: z.enum(sheetCodes), cases: count, points: count }))
    .max(sheetCodes.length),
})
export type SentResult = z.output<typeof resultLetter>

/** Content of the letter that tells the outcome to the agencies (印发评查通报). */
export const noticeLetter = z.strictObject({
  order: id,
  title: safeLine(200),
  docNumber: safeLine(60),
  issuedOn: dateField,
  notice: safeText(20_000),
})

/** How many cases an ordered review draws (应抽件数): the share, within what one draw may have; none of none or too many. */
export function orderedSize(population: number, percent: number): number {
  if (population === 0 || population > mostPopulation) return 0
  return Math.min(mostDrawn, shareOf(population, percent))
}

/**
 * Says whether what an agency sent up can be (报送结果校验): as many cases as the share of its population, points
 * within 100 a case, each row cut from no more cases than there are, and no score above what was cut.
 */
export function isPlausible(sent: SentResult, percent: number): boolean {
  const { population, cases, total, faults } = sent
  const cut = faults.reduce((sum, { points }) => sum + points, 0)
  return (
    cases === orderedSize(population, percent) &&
    total <= 100 * cases &&
    total >= 100 * cases - cut &&
    new Set(faults.map(({ code }) => code)).size === faults.length &&
    faults.every((one) => one.cases > 0 && one.cases <= cases)
  )
}
