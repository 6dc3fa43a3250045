import type { OutcomeKey } from '../../../src/domain/shared/report-keys.data.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { actOnReview } from '../../../src/usecases/case-review/act-on-review.ts'
import { actOnSheet } from '../../../src/usecases/case-review/act-on-sheet.ts'
import type { ReviewView } from '../../../src/usecases/case-review/show.ts'
import { startReview } from '../../../src/usecases/case-review/start.ts'
import type { House } from '../../support/house.ts'
import { factsFor } from '../../support/reply-facts.ts'
import { act, as, by, formOf, handled, head, served } from '../application/answer-house.ts'
import { valueOf } from '../application/retention/ended-case.ts'

const day = 86_400_000
/** Days of closing of the cases of a house. */
export const period = { fromDay: '2026-03-01', toDay: '2026-06-30' } as const
/** The day of the review. */
export const now = '2026-07-01T09:00:00+08:00'
/** Has no part in any case. */
export const reviewer = by('s-reviewer', 'information-officer')
/** Another head than the one who signed. */
export const chief = by('s-chief', 'head')

/** A case of a unit that was answered some days after its receipt, closed and, if not said otherwise, filed. */
export async function closedCase(
  house: House,
  agency: string,
  said: {
    name?: string
    unit: string
    days?: number
    isFiled?: boolean
    outcome?: OutcomeKey
    /** answered by its handler’s head at once, without draft and service */
    onTheSpot?: boolean
  },
): Promise<string> {
  const { name = '王小明', unit, days = 5, isFiled = true, outcome = 'granted' } = said
  const form = formOf({ applicant: { name }, request: { subject: `${unit}的合同` } })
  const { ctx, receipt } = await handled(house, agency, '2026-03-02T09:00:00+08:00', form)
  await act(as(ctx, head), receipt, 'assign', { unit, handler: 's-handler' })
  const then: Ctx = { ...ctx, now: ctx.now + days * day }
  const answer = { outcome, text: '见附件。', ...factsFor(outcome) }
  if (said.onTheSpot === true) await act(as(then, head), receipt, 'reply', answer)
  else await served(then, receipt, answer)
  await act(then, receipt, 'close')
  if (isFiled) await act(then, receipt, 'archive')
  return receipt
}

/** A review of all cases of the period, or of some, started by one who has no part in them. */
export async function started(house: House, agency: string, size = 50): Promise<ReviewView> {
  const ctx = await house.ctx(agency, reviewer, now)
  return valueOf(await startReview(ctx, { ...period, size }))
}

/** Confirms what the records found on every sheet and finishes it. */
export async function scoreAll(house: House, agency: string, view: ReviewView): Promise<void> {
  const ctx = await house.ctx(agency, reviewer, now)
  for (const { n } of view.sheets) {
    valueOf(await actOnSheet(ctx, view.id, n, 'save', { rows: [] }))
    valueOf(await actOnSheet(ctx, view.id, n, 'finish', {}))
  }
}

/** Takes a review whose sheets are finished to its issued notice. */
export async function issued(house: House, agency: string, id: string): Promise<ReviewView> {
  const writer = await house.ctx(agency, reviewer, now)
  valueOf(await actOnReview(writer, id, 'draw-up', { remarks: '请各科室对照整改。' }))
  return valueOf(await actOnReview(await house.ctx(agency, chief, now), id, 'approve', {}))
}
