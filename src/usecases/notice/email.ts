import { writeMail } from '../../domain/notice/mime.ts'
import type { Adapter } from './outbox.ts'

/** How letters leave this deployment: hands one written as MIME to the platform. */
export type Mailer = (from: string, to: string, raw: string) => Promise<unknown>

/** Tells applicants by e-mail (邮件通知): plain text, the same Message-ID however often it is sent. */
export function emailAdapter(mailer: Mailer): Adapter {
  return async function tell(agency, { id, to, subject, text, at, contact }) {
    const address = agency.settings.notices?.email
    if (address === undefined || contact !== 'email') {
      return { ok: false, why: 'switched-off', final: true }
    }
    const from = { name: agency.name, address }
    try {
      await mailer(address, to, writeMail({ id, from, to, subject, text, at }))
      return { ok: true }
    } catch {
      return { ok: false, why: 'unreachable', final: false }
    }
  }
}
