import * as z from 'zod'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type ClarificationRow,
  selectListedClarifications,
  selectOpenClarifications,
  selectWithdrawnClarifications,
} from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type DeskClarificationRow, deskRowOf } from './view.ts'
import { dayPlaceOf, dayPlaceText, placeOf, placeText } from './place.ts'

/** What the desk's list may be asked: which part, and where it goes on. */
export const deskClarificationQuery = {
  state: z.enum(['open', 'published', 'withdrawn']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of the desk's list (澄清办理列表). */
export type DeskClarifications = { items: DeskClarificationRow[]; next: string | null }

type Part = 'open' | 'published' | 'withdrawn'

const usualLimit = 20

/** Lists clarifications at the desk: those that are not answered yet by the day they were seen. */
export async function listDeskClarifications(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<DeskClarifications>> {
  const { actor } = ctx
  if (!may(actor, 'clarification.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(deskClarificationQuery), raw)
  if (!query.ok) return query
  const { state = 'open', limit = usualLimit, cursor } = query.value
  const asked = `desk-clarifications|${state}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[ClarificationRow]>(ctx.db, [
    partOf(state, place.value, limit + 1),
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return ok({
    items: shown.map((row) => deskRowOf(row, ctx, actor)),
    next: last === undefined ? null : await signPlace(ctx.keys, asked, placeIn(state, last)),
  })
}

function partOf(state: Part, after: string | null, limit: number): Statement {
  if (state === 'open') return selectOpenClarifications(dayPlaceOf(after), limit)
  if (state === 'withdrawn') return selectWithdrawnClarifications(dayPlaceOf(after), limit)
  return selectListedClarifications(placeOf(after), limit)
}

function placeIn(state: Part, row: ClarificationRow): string {
  if (state === 'open') return dayPlaceText({ on: row.seen_on, id: row.id })
  if (state === 'withdrawn') return dayPlaceText({ on: row.withdrawn_on ?? '', id: row.id })
  return placeText(row)
}
