import { nationalCalendar } from '../../src/domain/time/calendar.ts'
import type { LocalDate } from '../../src/domain/time/local-date.ts'
import { addWorkingDays } from '../../src/domain/time/working-days.ts'

/** One step of an invented case: on which day, at which hour, what, with what. */
export type Played = { on: LocalDate; hour: number; action: string; raw: Record<string, unknown> }

/** How an invented case gets to its answer: the steps before it, and whether the last of them ends it. */
export type Way = { steps: readonly Played[]; isEnd: boolean }

/** Working days within which the invented agency wants a correction or reasons. */
const days = 5
/** A working day after the twenty for a fee are over. */
const feeOver = 21

/**
 * What goes before an answer from the day on which a case is looked at (答复之前的环节): most are accepted and no more;
 * some answers rest on a correction, on reasons or on a fee that the applicant was asked for.
 */
export function wayTo(outcome: string | null, on: LocalDate): Way {
  const after = (count: number): LocalDate => addWorkingDays(nationalCalendar, on, count).on
  const unclear = '演示：没有写明年份和文号'
  const asked = { unclear, guidance: '演示：请写明年份', days, noticeOn: on }
  const correction: Played = { on, hour: 9, action: 'request-correction', raw: asked }
  const text = '演示：申请人的补充'
  switch (outcome) {
    case 'unable.stillUnclear': {
      const corrected: Played = { on: after(3), hour: 10, action: 'correct', raw: { text } }
      return { steps: [correction, corrected, accept(after(3))], isEnd: false }
    }
    case 'other.overdueCorrection': {
      const abandoned: Played = { on: after(days + 1), hour: 9, action: 'abandon', raw: {} }
      return { steps: [correction, abandoned], isEnd: true }
    }
    case 'other.overdueFee': {
      const fee = { method: 'per-page', pages: 68, noticeOn: on }
      const charged: Played = { on, hour: 12, action: 'charge', raw: fee }
      const abandoned: Played = { on: after(feeOver), hour: 9, action: 'abandon', raw: {} }
      return { steps: [accept(on), charged, abandoned], isEnd: true }
    }
    case 'notProcessed.excessive': {
      const why = '演示：一个月内申请的件数过多'
      const asking: Played = { on, hour: 9, action: 'ask-reasons', raw: { why, days } }
      const explained: Played = { on: after(2), hour: 10, action: 'explain', raw: { text } }
      return { steps: [asking, explained, accept(after(2))], isEnd: false }
    }
    default:
      return { steps: [accept(on)], isEnd: false }
  }
}

function accept(on: LocalDate): Played {
  return { on, hour: 11, action: 'accept', raw: {} }
}
