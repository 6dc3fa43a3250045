import * as z from 'zod'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ClarificationRow,
  selectListedClarifications,
} from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { placeOf, placeText } from './place.ts'
import { type ClarificationLine, lineOf } from './view.ts'

/** What the public list may be asked. */
export const clarificationQuery = {
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of published clarifications. */
export type Clarifications = { items: ClarificationLine[]; next: string | null }

/** Lists published clarifications (澄清列表), newest first; refuses a foreign cursor. */
export async function listClarifications(
  { db, keys }: Pick<Ctx, 'db' | 'keys'>,
  raw: unknown,
): Promise<Result<Clarifications>> {
  const query = parseInput(z.strictObject(clarificationQuery), raw)
  if (!query.ok) return query
  const { limit = 20, cursor } = query.value
  const place = await readPlace(keys, 'clarifications', cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[ClarificationRow]>(db, [
    selectListedClarifications(placeOf(place.value), limit + 1),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    items: rows.slice(0, limit).map(lineOf),
    next: last === undefined ? null : await signPlace(keys, 'clarifications', placeText(last)),
  })
}
