import type { Personal } from '../../domain/application/personal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { NoticeRow } from '../../store/tenant/notice.ts'
import { masked } from '../application/masked.ts'

/** A notice as officers see it (通知记录): instants in RFC 3339; `to` is masked, null once it is gone. */
export type NoticeView = {
  kind: string
  contact: string
  to: string | null
  state: string
  tries: number
  madeAt: string
  endedAt: string | null
  /** when it is tried next; null once it has ended */
  nextAt: string | null
  why: string | null
}

/** Shows a stored notice with the contact as it stands now. */
export function noticeView(row: NoticeRow, personal: Personal): NoticeView {
  const { kind, contact, state, tries, why } = row
  const shown = masked(personal)
  const to = contact === 'email' ? shown['applicant.email'] : shown['applicant.phone']
  return {
    kind,
    contact,
    to: to ?? null,
    state,
    tries,
    madeAt: toRfc3339(row.made_at),
    endedAt: row.ended_at === null ? null : toRfc3339(row.ended_at),
    nextAt: row.next_at === null ? null : toRfc3339(row.next_at),
    why,
  }
}
