import * as z from 'zod'
import { countField, dateField } from '../shared/validate/fields.ts'

/** What is stated with a picture of the seal: from when on instruments bear it (启用日期). */
export const sealProposal = z.strictObject({ from: dateField })

/** What is stated with a step: the version that was seen. */
export const sealStep = z.strictObject({
  version: countField(1, Number.MAX_SAFE_INTEGER).optional(),
})
