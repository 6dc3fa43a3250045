import * as z from 'zod'
import { safeText } from '../document/safe-text.ts'
import { countField } from '../shared/validate/fields.ts'
import { addProblem } from '../shared/validate/parse.ts'

/** What an officer states when a column is still right (栏目核对); `seen` is the number of its last check. */
export const checkInput = z.strictObject({
  note: safeText(500).superRefine((text, ctx) => {
    if (text.trim() === '') addProblem(ctx, text, { problem: 'required' })
  }),
  seen: countField(0, 1_000_000).optional(),
})
