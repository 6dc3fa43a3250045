import type { SentResult } from '../../../domain/case-review/order.ts'
import type { ReviewResult } from '../../../domain/case-review/result.ts'
import type { Ctx } from '../../context.ts'
import { planLetter, type PlannedLetter } from '../../letter/plan-letter.ts'
import type { Ordered, Review } from '../read-review.ts'

/** Plans the letter by which a result goes up to the office that ordered it (报送评查结果). */
export function planResult(
  ctx: Pick<Ctx, 'agency' | 'now' | 'newId'>,
  { by, order, letter }: Ordered,
  result: SentResult,
): PlannedLetter {
  return planLetter(ctx, {
    to: by,
    kind: 'case-review-result',
    subject: '案卷评查结果',
    about: order,
    replyTo: letter,
    payload: result,
  })
}

/** What goes up of an issued review: sums and rows of the sheet, nothing of cases, units or persons. */
export function sentOf(
  { population, populationDigest: digest }: Review,
  { order }: Ordered,
  { cases, lines, faults }: ReviewResult,
): SentResult {
  return {
    order,
    population,
    digest,
    cases,
    total: lines.reduce((sum, { score }) => sum + score, 0),
    faults: faults.map(({ code, cases: of, points }) => ({ code, cases: of, points })),
  }
}
