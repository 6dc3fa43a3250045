import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import type { Action } from './types.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const reason = neededText(2000)
/** SHA-256 of the text that the reviewer has before him. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)
/** Most years that a document may state for itself. */
const years = countField(1, 5).optional()

const draft = {
  title: safeLine(300),
  maker: safeLine(100).optional(),
  unit: safeLine(100).optional(),
  basis: safeText(2000).optional(),
}

/** What an officer states of a document that is to be made (起草登记). */
export const normDraft = z.strictObject(draft)

/** What an officer states of a document that was made before the register began (补登已有文件). */
export const normEntry = z.strictObject({
  ...draft,
  number: safeLine(60),
  item: safeLine(200),
  effectiveOn: dateField.optional(),
  validityYears: years,
  expiresOn: dateField.optional(),
  filedOn: dateField.optional(),
})

/** A step that somebody at a desk takes. */
export type NormDeskAction = Exclude<Action, 'accept-filing' | 'return-filing' | 'annul' | 'expire'>

/** What an officer states with each step of the lifecycle (各步骤的填报项). */
export const normInputs = {
  edit: z.strictObject({ ...draft, version }),
  submit: z.strictObject({ item: safeLine(200).optional(), version }),
  pass: z.strictObject({ opinion: reason, digest: digest.optional(), version }),
  'send-back': z.strictObject({ opinion: reason, version }),
  reopen: z.strictObject({ version }),
  register: z.strictObject({ version }),
  publish: z.strictObject({
    item: safeLine(200).optional(),
    effectiveOn: dateField.optional(),
    validityYears: years,
    version,
  }),
  file: z.strictObject({ version }),
  'note-acceptance': z.strictObject({ version }),
  correct: z.strictObject({ note: reason, version }),
  revoke: z.strictObject({ reason, version }),
  extend: z.strictObject({ validityYears: years, reason, version }),
  amend: z.strictObject({ reason, replacedBy: safeLine(200).optional(), version }),
  repeal: z.strictObject({ reason, version }),
} as const satisfies Record<NormDeskAction, z.ZodType>

/** Tells a step of officers from other words. */
export function isNormDeskAction(word: string): word is NormDeskAction {
  return Object.hasOwn(normInputs, word)
}
