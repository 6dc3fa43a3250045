import { letterState } from '../../domain/letter/letter.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import type { LetterLine } from '../../store/tenant/letter.ts'

/** The two boxes of letters (收函, 发函). */
export const boxes = ['received', 'sent'] as const
export type Box = (typeof boxes)[number]

/**
 * A letter in a list (公函条目): `agencyId` is the agency at the other end, `at` when it came or was
 * sent; `isOverdue` says that its day for an answer has passed in silence (逾期未复).
 */
export type LetterView = {
  id: string
  box: Box
  agencyId: string
  kind: string
  subject: string
  at: string
  dueOn: string | null
  state: ReturnType<typeof letterState>
  isOverdue: boolean
  answeredAt: string | null
}

/** Shows a stored letter as the lists do. */
export function letterView(box: Box, row: LetterLine, now: number): LetterView {
  const { id, other, kind, subject, dueOn, at, answeredAt } = row
  return {
    id,
    box,
    agencyId: other,
    kind,
    subject,
    at: toRfc3339(at),
    dueOn,
    state: letterState(row),
    isOverdue: dueOn !== null && answeredAt === null && dueOn < localDateOf(now),
    answeredAt: answeredAt === null ? null : toRfc3339(answeredAt),
  }
}
