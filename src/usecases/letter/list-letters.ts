import * as z from 'zod'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import {
  type LetterLine,
  selectLettersIn,
  selectLettersOpen,
  selectLettersOut,
} from '../../store/tenant/letter.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { boxes, letterView, type LetterView } from './letter-view.ts'

/** Query of a list of letters. */
export const letterQuery = {
  box: z.enum(boxes).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of letters, newest first; `open` are received ones that still want an answer, the most urgent first. */
export type LetterList = { items: LetterView[]; open: LetterView[]; next: string | null }

const openLimit = 50

/** Lists letters that came or were sent (公函往来). */
export async function listLetters(ctx: Ctx, raw: unknown): Promise<Result<LetterList>> {
  if (!may(ctx.actor, 'letter.list')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(letterQuery), raw)
  if (!query.ok) return query
  const { box = 'received', limit = 20, cursor } = query.value
  const place = await readPlace(ctx.keys, `letters|${box}`, cursor)
  if (!place.ok) return place
  const before = placeOf(place.value)
  const select = box === 'sent' ? selectLettersOut : selectLettersIn
  const [rows, open] = await readBatch<[LetterLine, LetterLine]>(ctx.db, [
    select(before, limit + 1),
    selectLettersOpen(openLimit),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const goesOn = rows.length > limit && last !== undefined
  return ok({
    items: shown.map((row) => letterView(box, row, ctx.now)),
    open: open.map((row) => letterView('received', row, ctx.now)),
    next: goesOn ? await signPlace(ctx.keys, `letters|${box}`, `${last.at}_${last.id}`) : null,
  })
}

function placeOf(place: string | null): { at: number; id: string } {
  const [at = '', id = ''] = place?.split('_') ?? []
  return place === null ? { at: Number.MAX_SAFE_INTEGER, id: '' } : { at: Number(at), id }
}
