import * as z from 'zod'
import { fieldWords, type FieldName } from './field-words.data.ts'
import { patternFault } from './number-pattern.ts'

/** Schema of a line of text. */
export function text(field: FieldName, longest = 120): z.ZodString {
  return z
    .string()
    .min(1, '不能为空')
    .max(longest, `不能超过 ${longest} 个字`)
    .regex(/^\S(?:[^\p{Cc}]*\S)?$/u, '首尾不能有空格，不能含换行或控制字符')
    .describe(fieldWords[field])
}

/** Schema of a text of a shape. */
export function shaped(field: FieldName, shape: RegExp, complaint: string): z.ZodString {
  return z.string().regex(shape, complaint).describe(fieldWords[field])
}

/** Schema of a rule by which numbers are made (编号规则). */
export function numberPattern(field: FieldName, allowed: readonly string[]): z.ZodString {
  return text(field, 60).check((context) => {
    const fault = patternFault(context.value, allowed)
    if (fault === null) return
    context.issues.push({ code: 'custom', message: fault, input: context.value })
  })
}
