import * as z from 'zod'
import type { Refusal } from '../../domain/shared/refusal.ts'
import { selectEnding } from '../../store/tenant/item/ending.ts'
import { readBatch } from '../../store/read.ts'
import type { Ctx } from '../context.ts'

/** Kinds of ending: 撤回, 更正, 合并, 废止, 误发清除, 公示期满. */
export const endingKind = z.enum(['withdrawn', 'replaced', 'merged', 'repealed', 'gone', 'lapsed'])

const ending = z.strictObject({
  kind: endingKind,
  title: z.string(),
  reason: z.string(),
  on: z.string(),
  /** id of the item that readers are led to */ target: z.string().nullable(),
})

/** How an item ended (终止方式): 撤回, 更正, 合并, 废止, 误发清除, 公示期满. */
export type Ending = z.output<typeof ending>

/** Reads a stored ending. */
export function parseEnding(stored: string): Ending {
  return ending.parse(JSON.parse(stored))
}

/** What the public is told of an item that it cannot read: how it ended, or that there is none. */
export async function endingOf({ db }: Pick<Ctx, 'db'>, id: string): Promise<Refusal> {
  const [[row]] = await readBatch<[{ ending: string }]>(db, [selectEnding(id)])
  if (row === undefined) return { code: 'not-found' }
  const { kind, title, reason, on, target } = parseEnding(row.ending)
  switch (kind) {
    case 'withdrawn':
    case 'repealed':
      return { code: 'withdrawn', title, reason, withdrawnOn: on }
    case 'replaced':
      return { code: 'replaced', title, by: target ?? '', reason, replacedOn: on }
    case 'merged':
      return { code: 'merged', into: target ?? '' }
    case 'gone':
      return { code: 'gone' }
    case 'lapsed':
      return { code: 'display-over', since: on }
    default:
      return kind satisfies never
  }
}
