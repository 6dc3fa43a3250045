import * as z from 'zod'
import { ruleIds } from '../../src/domain/self-inspection/types.ts'
import { fieldWords } from './field-words.data.ts'
import { assessmentSchema, bulletinDaysSchema } from './manifest-bulletins.ts'
import { dayOfYear } from './manifest-columns.ts'
import { noticesSchema } from './manifest-notices.ts'
import { retentionSchema } from './manifest-retention.ts'
import { numberPattern, text } from './manifest-text.ts'
import { isInstrumentPattern } from './number-pattern.ts'

const frequentFrom = (field: 'settings.frequentInMonth' | 'settings.frequentInYear') =>
  z.int().min(2).max(1000).optional().describe(fieldWords[field])

/** Schema of what practice varies and law leaves open (本机关设置). */
export const settingsSchema = z
  .strictObject({
    internetReceipt: z
      .enum(['officer', 'at-once'])
      .describe(fieldWords['settings.internetReceipt']),
    indexNumberPattern: numberPattern('settings.indexNumberPattern', [
      '{code}',
      '{year}',
      '{month}',
    ]),
    applicationNumberPattern: numberPattern('settings.applicationNumberPattern', ['{year}']),
    localHolidays: z
      .array(
        z
          .strictObject({
            name: text('settings.localHolidays.name', 40),
            from: z.iso
              .date('应写成 YYYY-MM-DD')
              .describe(fieldWords['settings.localHolidays.from']),
            to: z.iso.date('应写成 YYYY-MM-DD').describe(fieldWords['settings.localHolidays.to']),
          })
          .refine(
            ({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < 31 * 86_400_000,
            {
              path: ['to'],
              error: '最后一天应不早于第一天，并在一个月之内',
            },
          ),
      )
      .max(200)
      .readonly()
      .optional()
      .describe(fieldWords['settings.localHolidays']),
    consultationDays: z
      .int()
      .min(1)
      .max(60)
      .optional()
      .describe(fieldWords['settings.consultationDays']),
    complaintDays: z.int().min(1).max(60).optional().describe(fieldWords['settings.complaintDays']),
    frequentInMonth: frequentFrom('settings.frequentInMonth'),
    frequentInYear: frequentFrom('settings.frequentInYear'),
    transfers: z
      .enum(['consent', 'one-government'])
      .optional()
      .describe(fieldWords['settings.transfers']),
    sameRequestPercent: z
      .int()
      .min(40)
      .max(100)
      .optional()
      .describe(fieldWords['settings.sameRequestPercent']),
    powerCheckMonths: z
      .int()
      .min(1)
      .max(60)
      .optional()
      .describe(fieldWords['settings.powerCheckMonths']),
    secondFactor: z
      .enum(['optional', 'required'])
      .optional()
      .describe(fieldWords['settings.secondFactor']),
    reviewLevels: z.literal([2, 3]).default(2).describe(fieldWords['settings.reviewLevels']),
    importReview: z
      .enum(['elsewhere', 'required'])
      .default('elsewhere')
      .describe(fieldWords['settings.importReview']),
    normNumberPattern: numberPattern('settings.normNumberPattern', ['{area}', '{year}']).optional(),
    normArea: text('settings.normArea', 20).optional(),
    reportDueOn: dayOfYear('settings.reportDueOn').optional(),
    monthClosesOn: z.int().min(1).max(28).optional().describe(fieldWords['settings.monthClosesOn']),
    selfInspection: z
      .partialRecord(
        z.enum(ruleIds),
        z.strictObject({
          threshold: z.number().min(1).max(1000).optional(),
          within: z.int().min(1).max(1000).optional(),
          points: z.number().min(0).max(100).optional(),
          validDays: z.int().min(1).max(366).optional(),
        }),
      )
      .optional()
      .describe(fieldWords['settings.selfInspection']),
    bulletinDays: bulletinDaysSchema,
    assessment: assessmentSchema,
    normFilingDays: z
      .union([z.literal(15), z.literal(30)])
      .optional()
      .describe(fieldWords['settings.normFilingDays']),
    normReviewDays: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe(fieldWords['settings.normReviewDays']),
    instrumentNumberPattern: text('settings.instrumentNumberPattern', 60)
      .refine(isInstrumentPattern, {
        message: '应有 {mark}、{year}、{serial} 各一个，还可以有 {short}',
      })
      .optional(),
    instrumentTexts: z
      .record(z.string(), z.record(z.string(), z.string().max(2000)))
      .optional()
      .describe(fieldWords['settings.instrumentTexts']),
    verticalSystem: z
      .enum(['tax', 'customs', 'finance', 'state-security'])
      .optional()
      .describe(fieldWords['settings.verticalSystem']),
    reviewOrgan: text('settings.reviewOrgan', 60).optional(),
    notices: noticesSchema,
    retention: retentionSchema,
  })
  .describe(fieldWords.settings)
