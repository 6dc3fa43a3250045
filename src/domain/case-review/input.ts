import * as z from 'zod'
import { neededText, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { objectionVerdicts } from './lifecycle.ts'
import { mostDrawn } from './sample.ts'
import { citable } from './score.ts'
import { sheetCodes } from './sheet.data.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** Longest words of a row, of an objection and its answer, and of the closing remarks. */
export const longestWords = { reason: 500, objection: 1000, remarks: 4000, redraw: 200 } as const

/** What a review is started with (发起评查): days of closing, and how many cases or what share of them. */
export const startInput = z.strictObject({
  fromDay: dateField,
  toDay: dateField,
  size: countField(1, mostDrawn).optional(),
  percent: countField(1, 100).optional(),
  /** why days are drawn from again that meet those of another draw (再次抽取的理由) */
  reason: neededText(longestWords.redraw).optional(),
})

/** What each step of a review takes. */
export const reviewInputs = {
  'draw-up': z.strictObject({ remarks: safeText(longestWords.remarks).optional(), version }),
  edit: z.strictObject({ remarks: safeText(longestWords.remarks), version }),
  reopen: z.strictObject({ version }),
  approve: z.strictObject({ version }),
} as const

/** What each step of a sheet takes; `version` is that of the sheet. */
export const sheetInputs = {
  save: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          code: z.enum(sheetCodes),
          points: countField(0, 100),
          reason: neededText(longestWords.reason).optional(),
          record: z.enum(citable).optional(),
        }),
      )
      .max(sheetCodes.length * 2),
    version,
  }),
  finish: z.strictObject({ version }),
  object: z.strictObject({ text: neededText(longestWords.objection), version }),
  answer: z.strictObject({
    verdict: z.enum(objectionVerdicts),
    text: neededText(longestWords.objection),
    version,
  }),
} as const
