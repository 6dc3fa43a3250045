import * as z from 'zod'
import { safeLine } from '../document/safe-text.ts'

/** Most items that are moved at a time. */
export const mostMoved = 200

/** Which items go to which column (调整栏目). */
export const refileInput = z.strictObject({
  items: z.array(safeLine(60)).min(1).max(mostMoved),
  to: safeLine(60),
})
