import { noticeDocument } from '../../domain/case-review/notice.ts'
import type { OfficialDocument } from '../../domain/document/official-page.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { showReview } from './show.ts'

/** Writes the notice of a review as it stands (评查通报); `not-found` until it is drawn up. */
export async function readNotice(ctx: Ctx, id: string): Promise<Result<OfficialDocument>> {
  const shown = await showReview(ctx, id)
  if (!shown.ok) return shown
  const { state, result, ...review } = shown.value
  if (state === 'open' || result === null) return refuse({ code: 'not-found' })
  const orderedBy = review.ordered?.name ?? null
  return ok(noticeDocument({ ...review, result, orderedBy, agency: ctx.agency.name }))
}
