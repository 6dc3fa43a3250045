import * as z from 'zod'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type ClarificationPlace,
  type ClarificationRow,
  selectListedClarifications,
  selectOpenClarifications,
  selectWithdrawnClarifications,
} from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type DeskClarificationRow, deskRowOf } from './view.ts'
import { placeOf, placeText } from './place.ts'

/** What the desk's list may be asked: which part, and where it goes on. */
export const deskClarificationQuery = {
  state: z.enum(['open', 'published', 'withdrawn']).optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of the desk's list (澄清办理列表). */
export type DeskClarifications = { items: DeskClarificationRow[]; next: string | null }

/** Rows of a page of published ones, and most rows of the other parts. */
const pageSize = 30
const wholePart = 200

/** Lists clarifications at the desk: those that are not answered yet by the day they were seen. */
export async function listDeskClarifications(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<DeskClarifications>> {
  const { actor } = ctx
  if (!may(actor, 'clarification.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(deskClarificationQuery), raw)
  if (!query.ok) return query
  const { state = 'open', cursor } = query.value
  const place = await readPlace(ctx.keys, 'desk-clarifications', cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[ClarificationRow]>(ctx.db, [partOf(state, placeOf(place.value))])
  const shown = state === 'published' ? rows.slice(0, pageSize) : rows
  const last = state === 'published' && rows.length > pageSize ? shown.at(-1) : undefined
  return ok({
    items: shown.map((row) => deskRowOf(row, ctx, actor)),
    next:
      last === undefined ? null : await signPlace(ctx.keys, 'desk-clarifications', placeText(last)),
  })
}

function partOf(
  state: 'open' | 'published' | 'withdrawn',
  after: ClarificationPlace | null,
): Statement {
  if (state === 'open') return selectOpenClarifications(wholePart)
  if (state === 'withdrawn') return selectWithdrawnClarifications(wholePart)
  return selectListedClarifications(after, pageSize + 1)
}
