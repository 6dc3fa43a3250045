import type { Agency } from '../../domain/agency/agency.ts'
import type { Delivery, NoticeAdapter, NoticeContact } from '../../domain/notice/types.ts'

/** A notice on its way out (发送中的通知): `at` is an instant in epoch ms. */
export type Outgoing = {
  id: string
  contact: NoticeContact
  to: string
  subject: string
  text: string
  url: string
  at: number
}

/** Hands a notice to the outside; answers what came of it and throws only when the process is to end. */
export type Adapter = (agency: Agency, outgoing: Outgoing) => Promise<Delivery>

/** How this deployment tells applicants (通知的发送): an adapter that is not set up is null. */
export type Outbox = {
  adapters: Readonly<Record<NoticeAdapter, Adapter | null>>
  /** keyed digest of a contact, the same at every agency */
  digest: (contact: string) => Promise<string>
  /** where an agency's applicants query their applications */
  statusUrl: (agency: Agency) => string
}
