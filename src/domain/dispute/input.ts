import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { kinds, procedures, results } from './types.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** Longest organ, number, party, subject and remark of a dispute, in characters. */
export const longest = { organ: 120, number: 80, party: 200, about: 1000, text: 4000 } as const

/** What is registered of a dispute (复议诉讼登记表); `case` is a receipt or a registration number. */
export const registration = z.strictObject({
  kind: z.enum(kinds),
  procedure: z.enum(procedures).optional(),
  organ: safeLine(longest.organ),
  caseNumber: safeLine(longest.number).optional(),
  case: safeLine(longest.number).optional(),
  follows: safeLine(80).optional(),
  party: safeLine(longest.party).optional(),
  about: safeText(longest.about).optional(),
  acceptedOn: dateField,
  receivedOn: dateField.optional(),
})

export type Registration = z.output<typeof registration>

/** What is stated with each step (各步骤的填报项). */
export const stepInputs = {
  answer: z.strictObject({
    answeredOn: dateField.optional(),
    note: safeText(longest.text).optional(),
    version,
  }),
  decide: z.strictObject({
    result: z.enum(results),
    decidedOn: dateField.optional(),
    note: safeText(longest.text).optional(),
    version,
  }),
  amend: z.strictObject({
    result: z.enum(results),
    decidedOn: dateField,
    note: neededText(longest.about),
    version,
  }),
  redo: z.strictObject({
    orderedOn: dateField.optional(),
    answerBy: dateField.optional(),
    version,
  }),
  cancel: z.strictObject({ note: neededText(longest.about), version }),
} as const
