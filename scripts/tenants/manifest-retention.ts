import * as z from 'zod'
import { retentionGroups } from '../../src/domain/application/retention.data.ts'
import { fieldWords } from './field-words.data.ts'

const row = z.strictObject({
  from: z.iso.date('应写成 YYYY-MM-DD').describe(fieldWords['settings.retention.from']),
  terms: z
    .partialRecord(
      z.enum(retentionGroups),
      z.union([z.literal('permanent'), z.literal(30), z.literal(10)], {
        error: '应是 permanent、30 或 10',
      }),
    )
    .describe(fieldWords['settings.retention.terms']),
})

/** The terms of an agency's closed cases (保管期限表), oldest row first. */
export const retentionSchema = z
  .array(row)
  .min(1)
  .max(20)
  .refine((rows) => rows.every(({ from }, at) => from > (rows[at - 1]?.from ?? '')), {
    error: '应按起始日由早到晚排列，不能有两行同一天',
  })
  .readonly()
  .optional()
  .describe(fieldWords['settings.retention'])
