import * as z from 'zod'
import { type ReviewState, reviewStates } from '../../domain/case-review/lifecycle.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type ReviewLineRow, selectReviews } from '../../store/tenant/case-review/case-review.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A review in the list of the desk (评查条目). */
export type ReviewLine = {
  id: string
  state: ReviewState
  from: string
  to: string
  size: number
  finished: number
  startedAt: string
  number: { year: number; serial: number } | null
  issuedOn: string | null
}

/** Reviews that the list shows. */
const shown = 50

/** Lists the newest reviews (评查列表). */
export async function listReviews(ctx: Ctx): Promise<Result<{ items: ReviewLine[]; next: null }>> {
  if (!may(ctx.actor, 'case-review.list')) return turnAway(ctx.actor)
  const [rows] = await readBatch<[ReviewLineRow]>(ctx.db, [selectReviews(shown)])
  return ok({ items: rows.map(lineOf), next: null })
}

function lineOf(row: ReviewLineRow): ReviewLine {
  const { number_year: year, number: serial } = row
  return {
    id: row.id,
    state: z.enum(reviewStates).parse(row.state),
    from: row.from_day,
    to: row.to_day,
    size: row.size,
    finished: row.finished,
    startedAt: toRfc3339(row.started_at),
    number: year === null || serial === null ? null : { year, serial },
    issuedOn: row.issued_on,
  }
}
