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
    if (Number.isSafeInteger(value) && value >= min && value <= max) return
    addProblem(ctx, value, { problem: 'out-of-range', min, max })
  })
}
