import * as z from 'zod'
import { neededText, safeLine } from '../document/safe-text.ts'
import { addProblem } from '../shared/validate/parse.ts'
import { countField, dateField } from '../shared/validate/fields.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** Longest true account (事实) of a clarification, in characters. */
export const maxFacts = 20_000
/** Most items that one clarification concerns. */
export const maxItems = 20

const address = z
  .string()
  .max(500)
  .superRefine((text, ctx) => {
    if (/^https?:\/\/[^\s/?#]+[^\s]*$/i.test(text)) return
    addProblem(ctx, text, { problem: 'ill-formed', what: 'url' })
  })

const fields = {
  claim: neededText(2000),
  source: safeLine(200),
  sourceUrl: address.optional(),
  seenOn: dateField,
  checkedBy: safeLine(100),
  facts: neededText(maxFacts),
  items: z.array(safeLine(500)).max(maxItems).optional(),
}

/** What an officer writes of a false or incomplete claim (澄清记录). */
export const clarificationDraft = z.strictObject(fields)

/** The same when a draft is written again, with the version that the officer saw. */
export const clarificationEdit = z.strictObject({ ...fields, version })

/** What an officer states with each step (各步骤的填报项). */
export const stepInputs = {
  check: z.strictObject({ version }),
  return: z.strictObject({ reason: neededText(1000), version }),
  publish: z.strictObject({ version }),
  correct: z.strictObject({ facts: neededText(maxFacts), reason: neededText(1000), version }),
  withdraw: z.strictObject({ reason: neededText(1000), version }),
} as const
