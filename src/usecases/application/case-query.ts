import * as z from 'zod'
import { states } from '../../domain/application/types.ts'
import { applicationColumns, applicationRows } from '../../domain/shared/report-keys.data.ts'
import { groupKeys } from '../../domain/statistics/result-groups.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'

const rowKeys = applicationRows.map(({ key }) => key)
const columnKeys = applicationColumns.map(({ key }) => key)

/** What a list of cases may be asked (办件列表的条件). */
export const caseQuery = {
  state: z.enum(['open', 'waiting', 'co-overdue', ...states, 'done']).optional(),
  colour: z.enum(['red', 'yellow', 'blue']).optional(),
  /** with `period`, and perhaps `class`: the cases that a figure of table three, or answers by their time, count */
  row: z.enum([...rowKeys, ...groupKeys, 'timely', 'late', 'timed']).optional(),
  class: z.enum(columnKeys).optional(),
  period: z.string().max(10).optional(),
  q: z.string().min(1).max(100).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

export const caseQuerySchema = z.strictObject(caseQuery)

export type CaseQuery = z.output<typeof caseQuerySchema>
