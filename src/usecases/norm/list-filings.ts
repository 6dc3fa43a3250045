import * as z from 'zod'
import type { Filing } from '../../domain/norm/filing.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import { selectFilings, selectOpenFilings } from '../../store/tenant/norm/filing.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { placeOf } from './list-norms.ts'
import { type FilingLine, filingLine } from './show-filing.ts'

/** Query of the list of filings. */
export const filingQuery = {
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of filings, newest first; `open` are those that wait for a review, the most urgent first. */
export type FilingList = { items: FilingLine[]; open: FilingLine[]; next: string | null }

const openLimit = 100

/** Lists what agencies directly below have filed here (下级报备). */
export async function listFilings(ctx: Ctx, raw: unknown): Promise<Result<FilingList>> {
  if (!may(ctx.actor, 'filing.list')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(filingQuery), raw)
  if (!query.ok) return query
  const { limit = 20, cursor } = query.value
  const place = await readPlace(ctx.keys, 'filings', cursor)
  if (!place.ok) return place
  const [rows, open] = await readBatch<[Filing, Filing]>(ctx.db, [
    selectFilings(placeOf(place.value), limit + 1),
    selectOpenFilings(openLimit),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    items: rows.slice(0, limit).map((row) => filingLine(ctx, row)),
    open: open.map((row) => filingLine(ctx, row)),
    next:
      last === undefined
        ? null
        : await signPlace(ctx.keys, 'filings', `${last.filedOn}_${last.letterId}`),
  })
}
