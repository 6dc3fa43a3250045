import * as z from 'zod'
import { fieldWords } from './field-words.data.ts'

const day = z.int().min(1).max(28).optional()

/** Schema of the days on which bulletins are generated (简报生成日). */
export const bulletinDaysSchema = z
  .strictObject({
    'monthly-summary': day,
    'quarterly-circular': day,
    'half-year-assessment': day,
    'self-inspection': day,
  })
  .optional()
  .describe(fieldWords['settings.bulletinDays'])

const cap = z.int().min(0).max(100).optional()
const cost = z.int().min(0).max(50).optional()

/** Schema of the scheme of the half-year assessment (半年考核方案); the caps of the first four lines make the total. */
export const assessmentSchema = z
  .strictObject({
    caps: z
      .strictObject({
        publication: cap,
        'missing-item': cap,
        'stale-catalogue': cap,
        'annual-report': cap,
        criticism: cap,
        praise: cap,
      })
      .optional(),
    monthlyQuota: z.int().min(1).max(10_000).optional(),
    points: z
      .strictObject({
        belowQuota: cost,
        blankMonth: cost,
        missingItem: cost,
        staleCatalogue: cost,
        noAnnualReport: cost,
      })
      .optional(),
    bands: z
      .array(z.strictObject({ from: z.number().min(0).max(200), name: z.string().min(1).max(20) }))
      .min(1)
      .max(8)
      .readonly()
      .optional(),
    objectionDays: z.int().min(1).max(60).optional(),
  })
  .optional()
  .describe(fieldWords['settings.assessment'])
