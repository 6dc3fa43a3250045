import * as z from 'zod'
import { parseLocalDate } from '../../src/domain/time/local-date.ts'
import { fieldWords, type FieldName } from './field-words.data.ts'

/** Schema of a column's id (栏目标识). */
export function columnId(field: FieldName): z.ZodString {
  return z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,48}$/u, '应是小写字母、数字和连字符')
    .describe(fieldWords[field])
}

/** Schema of a day YYYY-MM-DD that exists (日期). */
export function dayText(field: FieldName): z.ZodString {
  return z
    .string()
    .refine((text) => parseLocalDate(text) !== null, { message: '应是日期，例如 2026-03-02' })
    .describe(fieldWords[field])
}

/** Schema of a day MM-DD that every year has (每年的一天). */
export function dayOfYear(field: FieldName): z.ZodString {
  return z
    .string()
    .refine((text) => parseLocalDate(`2027-${text}`) !== null, {
      message: '应是每年的一天，例如 03-31',
    })
    .describe(fieldWords[field])
}

const days = z
  .int()
  .min(1, '至少 1 天')
  .max(366, '不能超过 366 天')
  .describe(fieldWords['columns.cadence.everyDays'])

/** Schema of how often a column is renewed (公开时限类别): 常规定期, 临时随时 or 固定长期. */
export const cadenceSchema = z
  .union(
    [
      z.strictObject({ kind: z.literal('prompt') }),
      z.strictObject({ kind: z.literal('standing') }),
      z.strictObject({ kind: z.literal('regular'), everyDays: days }),
      z.strictObject({ kind: z.literal('regular'), by: dayOfYear('columns.cadence.by') }),
      z.strictObject({
        kind: z.literal('regular'),
        period: z.enum(['month', 'quarter', 'half-year', 'year']),
        within: z
          .int()
          .min(1, '至少 1 个工作日')
          .max(120, '不能超过 120 个工作日')
          .describe(fieldWords['columns.cadence.within']),
      }),
    ],
    { error: '应写明 kind：prompt、standing，或 regular 加 everyDays、by、period 和 within 之一' },
  )
  .describe(fieldWords['columns.cadence'])
