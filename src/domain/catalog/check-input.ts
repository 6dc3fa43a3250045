import * as z from 'zod'
import { neededText } from '../document/safe-text.ts'
import { countField } from '../shared/validate/fields.ts'

/** What an officer states when a column is still right (栏目核对); `seen` is the number of its last check. */
export const checkInput = z.strictObject({
  note: neededText(500),
  seen: countField(0, 1_000_000).optional(),
})
