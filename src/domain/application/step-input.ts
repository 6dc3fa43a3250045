import * as z from 'zod'
import { outcomeKeys } from '../shared/report-keys.data.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { needed } from './form-fields.ts'

/** The version that an officer saw; another one means that somebody was faster. */
const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** Longest text of a reply (答复内容), in characters. */
export const maxReply = 20_000

/** What an officer states with each step of the lifecycle (各步骤的填报项). */
export const stepInputs = {
  'confirm-receipt': z.strictObject({ confirmedOn: dateField.optional(), version }),
  accept: z.strictObject({ version }),
  reply: z.strictObject({
    outcome: z.enum(outcomeKeys),
    text: needed(maxReply),
    repliedOn: dateField.optional(),
    version,
  }),
  close: z.strictObject({ version }),
} as const

/** A step that an officer takes. */
export type DeskAction = keyof typeof stepInputs

/** Tells a step of officers from other words. */
export function isDeskAction(word: string): word is DeskAction {
  return Object.hasOwn(stepInputs, word)
}
