import type { Personal } from '../../domain/application/personal.ts'
import { contactFor, tellsApplicants, toldOf } from '../../domain/notice/route.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Statement } from '../../store/statement.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { insertNotice } from '../../store/tenant/notice.ts'
import type { Ctx, Message } from '../context.ts'

/** What is committed with the event, and the message after it. */
export type PlannedNotice = { statements: readonly Statement[]; messages: readonly Message[] }

/** The fields by which an applicant can be told. */
export const reachable = ['applicant.phone', 'applicant.email'] as const

const nothing: PlannedNotice = { statements: [], messages: [] }

/** Whether there is anybody to tell: the agency does, and this applicant wants it. */
export function mayTell({ agency }: Pick<Ctx, 'agency'>, row: { notices: number }): boolean {
  return row.notices === 1 && tellsApplicants(agency.settings)
}

/**
 * Plans the notice of what happens to a case (登记通知), for the batch of the very events: nothing where
 * the agency tells nobody, the applicant did not agree or gave no contact, or acted himself.
 */
export function planNotice(
  ctx: Pick<Ctx, 'agency' | 'actor' | 'now' | 'newId'>,
  row: Pick<ApplicationRow, 'id' | 'notices'>,
  personal: Personal,
  events: readonly NewEvent[],
): PlannedNotice {
  if (!mayTell(ctx, row) || ctx.actor.type === 'applicant') return nothing
  const told = toldOf(row.id, events)
  const contact = contactFor(ctx.agency.settings, {
    phone: personal['applicant.phone'],
    email: personal['applicant.email'],
  })
  if (told === null || contact === null) return nothing
  const id = ctx.newId()
  return {
    statements: [insertNotice({ id, application_id: row.id, ...told, contact }, ctx.now)],
    messages: [{ v: 1, kind: 'notice', tenant: ctx.agency.id, key: id }],
  }
}
