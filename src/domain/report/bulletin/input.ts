import * as z from 'zod'
import { neededText, safeLine, safeText } from '../../document/safe-text.ts'
import { countField, dateField } from '../../shared/validate/fields.ts'
import { answerLimit } from './letter-content.ts'
import { issueWays } from './lifecycle.ts'
import { proseInput } from './prose.ts'
import { whatLimit } from './propose.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** What each step of a bulletin takes. */
export const bulletinInputs = {
  edit: z.strictObject({ prose: proseInput, version }),
  step: z.strictObject({ version }),
  issue: z.strictObject({ ways: z.array(z.enum(issueWays)).min(1).max(3), version }),
} as const

/** A finding that somebody writes (手工登记问题): about whom, what, with which proof, until when. */
export const newFindingInput = z.strictObject({
  agency: z.string().max(64),
  what: safeLine(whatLimit),
  proof: safeLine(300),
  dueOn: dateField,
})

/** What a step of a finding says (销号、未整改到位、不采用): why; the closing of an answered one may do without. */
export const findingStep = z.strictObject({ text: safeText(answerLimit).optional(), version })

/** An answer to a finding (整改答复). */
export const answerInput = z.strictObject({ text: neededText(answerLimit), version })
