import type { AgencySettings } from '../agency/agency.ts'
import type { NewEvent } from '../shared/journal.ts'
import { noticeEvents, type NoticeKind } from './kinds.data.ts'
import type { NoticeAdapter, NoticeContact } from './types.ts'

/** The contacts that an applicant gave and may be told by. */
export type Contacts = Readonly<Partial<Record<NoticeContact, string | undefined>>>

/** Whether an agency tells applicants at all (是否开通通知); off unless its manifest says how. */
export function tellsApplicants({ notices }: AgencySettings): boolean {
  return notices?.webhook !== undefined || notices?.email !== undefined
}

/** How an agency reaches a contact (发送方式), or null where it does not. */
export function adapterFor(
  { notices }: AgencySettings,
  contact: NoticeContact,
): NoticeAdapter | null {
  if (contact === 'email' && notices?.email !== undefined) return 'email'
  return notices?.webhook === undefined ? null : 'webhook'
}

/** By which contact an applicant is told (通知的去处): one, the telephone first; null when there is none. */
export function contactFor(settings: AgencySettings, contacts: Contacts): NoticeContact | null {
  const order = ['phone', 'email'] as const
  return (
    order.find(
      (contact) => contacts[contact] !== undefined && adapterFor(settings, contact) !== null,
    ) ?? null
  )
}

/** The event of a case that the applicant is told of (通知的事由): the last one where a step makes several. */
export function toldOf(
  receipt: string,
  events: readonly NewEvent[],
): { seq: number; kind: NoticeKind } | null {
  const event = events.findLast(
    ({ entity, entityId, kind }) =>
      entity === 'application' && entityId === receipt && noticeEvents[kind] !== undefined,
  )
  const kind = event === undefined ? undefined : noticeEvents[event.kind]
  return event === undefined || kind === undefined ? null : { seq: event.seq, kind }
}
