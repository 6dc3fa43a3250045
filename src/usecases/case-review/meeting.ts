import type { Draw } from '../../domain/case-review/redraw.ts'
import type { ReviewResult } from '../../domain/case-review/result.ts'
import type { MeetingRow } from '../../store/tenant/case-review/case-review.ts'

/** Most reviews that are named as meeting the days of another. */
export const mostMeeting = 50

/** A review whose days meet those of the one shown (期间重叠的评查). */
export type Meeting = ReviewResult['redraws'][number] & { id: string }

/** A stored review as a draw. */
export function drawOf({ from_day: from, to_day: to, state }: MeetingRow): Draw {
  return { from, to, isIssued: state === 'issued' }
}

/** The reviews whose days meet those of one: earlier ones, and ones drawn since. */
export function meetingsOf(
  rows: readonly MeetingRow[],
  own: Pick<MeetingRow, 'draw' | 'started_at'>,
): Meeting[] {
  return rows.map((row) => {
    const { id, from_day: from, to_day: to, number_year: year, number: serial } = row
    return {
      id,
      from,
      to,
      isLater: row.draw > own.draw || (row.draw === own.draw && row.started_at > own.started_at),
      reason: row.reason,
      number: year === null || serial === null ? null : { year, serial },
    }
  })
}
