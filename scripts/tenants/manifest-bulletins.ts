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
