import * as z from 'zod'
import { accept, type Checked } from '../shared/validate/checked.ts'
import { addProblem } from '../shared/validate/parse.ts'
import { checkName } from '../shared/validate/name.ts'
import { checkSafeText } from '../shared/validate/safe-text.ts'

type Check = (text: string) => Checked

/** Schema of a text that must be there: safe, trimmed, at most `max` characters, in its format. */
export function needed(max: number, check: Check = accept): z.ZodType<string> {
  return z
    .string()
    .max(max)
    .transform((value, ctx): string => {
      const kept = read(value, check)
      if (!kept.ok) addProblem(ctx, value, kept.problem)
      else if (kept.value === '') addProblem(ctx, value, { problem: 'required' })
      return kept.ok && kept.value !== '' ? kept.value : z.NEVER
    })
}

/** The same for a text that may be missing; a blank one counts as missing, as browsers send it. */
export function optional(max: number, check: Check = accept): z.ZodType<string | undefined> {
  return z
    .string()
    .max(max)
    .transform((value, ctx): string | undefined => {
      const kept = read(value, check)
      if (!kept.ok) addProblem(ctx, value, kept.problem)
      return kept.ok && kept.value !== '' ? kept.value : undefined
    })
    .optional()
}

function read(value: string, check: Check): Checked {
  const safe = checkSafeText(value)
  if (!safe.ok) return safe
  const trimmed = safe.value.trim()
  return trimmed === '' ? accept('') : check(trimmed)
}

/** Schema of a name that must be there, kept as it was typed, byte for byte (姓名、名称). */
export function nameField(max: number): z.ZodType<string> {
  return z
    .string()
    .max(max)
    .transform((value, ctx): string => {
      const kept = value.trim() === '' ? accept('') : checkName(value)
      if (!kept.ok) addProblem(ctx, value, kept.problem)
      else if (kept.value === '') addProblem(ctx, value, { problem: 'required' })
      return kept.ok && kept.value !== '' ? kept.value : z.NEVER
    })
}
