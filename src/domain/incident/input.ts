import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField } from '../shared/validate/fields.ts'
import { levels } from './types.ts'

/** Longest account of an incident and longest note of a step, in characters. */
export const longestNote = 2000

/** What is written down when an incident is opened (事件报告); `item` is the item's address, id or index number. */
export const incidentReport = z.strictObject({
  what: neededText(longestNote),
  level: z.enum(levels),
  item: safeLine(500).optional(),
})

/** What is stated with each step: what was done. */
export const incidentStep = z.strictObject({
  note: safeText(longestNote).optional(),
  version: countField(1, Number.MAX_SAFE_INTEGER).optional(),
})
