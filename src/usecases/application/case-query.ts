import * as z from 'zod'
import { states } from '../../domain/application/types.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'

/** What a list of cases may be asked (办件列表的条件). */
export const caseQuery = {
  state: z.enum(['open', 'waiting', 'co-overdue', ...states, 'done']).optional(),
  colour: z.enum(['red', 'yellow', 'blue']).optional(),
  q: z.string().min(1).max(100).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

export const caseQuerySchema = z.strictObject(caseQuery)

export type CaseQuery = z.output<typeof caseQuerySchema>
