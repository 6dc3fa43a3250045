import * as z from 'zod'
import { outcomeKeys } from '../shared/report-keys.data.ts'
import { dateField } from '../shared/validate/fields.ts'
import { variants } from './instrument/answers.data.ts'

/** A reply on its way (拟答复): its result and who drew it up, checked and signed it. */
const draft = z.strictObject({
  outcome: z.enum(outcomeKeys),
  variant: z.enum(variants).optional(),
  by: z.string(),
  /** 因公共利益公开第三方不同意公开的信息 (条例第32条) */
  publicInterest: z.boolean(),
  checkedBy: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedOn: dateField.nullable(),
  /** digest of the files that were checked (答复附件); left out when there were none */
  files: z.string().optional(),
  /** what was found in them was answered for by who checked, with a reason */
  filesOverridden: z.boolean().optional(),
})

export type Draft = z.output<typeof draft>

/** Reads a stored draft; anything else in its place is a bug. */
export function parseDraft(text: string): Draft {
  return draft.parse(JSON.parse(text))
}
