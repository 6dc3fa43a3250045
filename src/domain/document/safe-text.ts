import * as z from 'zod'
import { addProblem } from '../shared/validate/parse.ts'
import { checkSafeText, isBlank } from '../shared/validate/safe-text.ts'

/** Schema of text of several lines: line breaks become \n, what cannot be printed is refused, NFC. */
export function safeText(longest: number): z.ZodType<string> {
  return z
    .string()
    .max(longest)
    .transform((text, ctx): string => {
      const checked = checkSafeText(text.replaceAll(/\r\n?/g, '\n'))
      if (checked.ok) return checked.value
      addProblem(ctx, text, checked.problem)
      return z.NEVER
    })
}

/** Schema of text of several lines that is not blank. */
export function neededText(longest: number): z.ZodType<string> {
  return safeText(longest).superRefine((text, ctx) => {
    if (isBlank(text)) addProblem(ctx, text, { problem: 'required' })
  })
}

/** Schema of text of one line, not empty. */
export function safeLine(longest: number): z.ZodType<string> {
  return safeText(longest).superRefine((text, ctx) => {
    if (isBlank(text)) addProblem(ctx, text, { problem: 'required' })
    else if (/[\n\t]/.test(text)) addProblem(ctx, text, { problem: 'text-unsafe' })
  })
}
