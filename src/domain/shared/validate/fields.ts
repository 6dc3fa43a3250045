import * as z from 'zod'
import { type LocalDate, parseLocalDate } from '../../time/local-date.ts'
import { addProblem } from './parse.ts'

/** Schema of a day 'YYYY-MM-DD' that exists, years 1900 to 2100. */
export const dateField = z
  .string()
  .meta({ format: 'date' })
  .transform((text, ctx): LocalDate => {
    const date = parseLocalDate(text)
    if (date !== null) return date
    addProblem(ctx, text, { problem: 'ill-formed', what: 'date' })
    return z.NEVER
  })

/** Schema of a whole number from `min` to `max`, both included. */
export function countField(min: number, max: number): z.ZodType<number> {
  const described = z.number().meta({ type: 'integer', minimum: min, maximum: max })
  return described.superRefine((value, ctx) => {
    if (!Number.isInteger(value)) {
      addProblem(ctx, value, { problem: 'wrong-type', expected: 'integer' })
    } else if (value < min || value > max) {
      addProblem(ctx, value, { problem: 'out-of-range', min, max })
    }
  })
}

/** Schema of the `limit` of a list as it stands in an address: digits alone, 1 to 100. */
export const pageLimit = z
  .union([z.string(), z.number()])
  .meta({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  .transform((text, ctx): number => {
    const count = /^[0-9]{1,6}$/.test(String(text)) ? Number(text) : 0
    if (count >= 1 && count <= 100) return count
    addProblem(ctx, text, { problem: 'out-of-range', min: 1, max: 100 })
    return z.NEVER
  })
