import { register } from '../../domain/application/steps/receipt.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import type { PersonalField } from '../../domain/application/personal.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { step } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import { commit } from '../../store/commit.ts'
import { assignNumber } from '../../store/tenant/application/new.ts'
import { clearTopic } from '../../store/tenant/clear-topic.ts'
import { keepApplicant, updateApplication } from '../../store/tenant/application/change.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { Ctx, Message } from '../context.ts'
import { mayTell, planNotice, reachable } from '../notice/plan-notice.ts'
import { may, turnAway } from '../permissions.ts'
import { applicantMac, findDuplicates } from './same-request/find-duplicates.ts'
import { momentOf } from './moment.ts'
import { caseOf, readRow } from './read-case.ts'
import { openPersonal } from './instrument/seal.ts'

/** Whether this call registered the application, or an earlier one had. */
export type Registration = { registered: boolean }

/**
 * Registers what the queue brings (登记, 条例第45条): the next number of the year of arrival without
 * a gap, the receipt day where the agency takes internet applications at once (第31条), the clock and
 * a note of possible duplicates. Any number of deliveries in any order registers once.
 */
export async function registerApplication(
  ctx: Ctx,
  receipt: string,
): Promise<Result<Registration>> {
  if (!may(ctx.actor, 'application.register')) return turnAway(ctx.actor)
  const row = await readRow(ctx, receipt)
  if (row === null) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const atOnce = ctx.agency.settings.internetReceipt === 'at-once'
  const open = step(lifecycle, subject.state, atOnce ? 'register-received' : 'register', ['system'])
  if (open === null) return ok({ registered: false })

  const personal = await openPersonal(ctx.keys, receipt, row.sealed, [
    'applicant.idType',
    'applicant.idNumber',
    'applicant.creditCode',
    ...toldBy(ctx, row),
  ])
  const mac = await applicantMac(ctx.keys, personal)
  const duplicates = await findDuplicates(ctx, receipt, mac, row.arrived_at)
  const { events, patch } = register(
    subject,
    duplicates.length,
    atOnce ? subject.arrivedOn : null,
    momentOf(ctx),
  )
  const notice = planNotice(ctx, row, personal, events)
  const outcome = await commit(ctx, {
    events: events.map(owing),
    statements: [
      updateApplication(receipt, patch),
      assignNumber(receipt, yearOf(subject.arrivedOn)),
      ...(mac === null ? [] : [keepApplicant(receipt, mac)]),
      clearTopic({ entity: 'application', entityId: receipt, seq: 1 }),
      ...notice.statements,
    ],
  })
  if (!outcome.ok && outcome.conflict !== 'event') {
    throw new Error(`application was not registered: ${outcome.conflict}`)
  }
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  if (outcome.ok) await postAfter(ctx, receipt, notice.messages)
  return ok({ registered: outcome.ok })
}

function toldBy(ctx: Ctx, row: ApplicationRow): readonly PersonalField[] {
  return mayTell(ctx, row) ? reachable : []
}

async function postAfter(ctx: Ctx, receipt: string, notices: readonly Message[]): Promise<void> {
  await ctx.post({ v: 1, kind: 'compare', tenant: ctx.agency.id, key: receipt })
  for (const message of notices) await ctx.post(message)
}

/** The event of a registration, which owes the comparison with other requests (待比对同类申请). */
export function owing(event: NewEvent): NewEvent {
  return event.kind === 'application.registered' ? { ...event, topic: 'compare' } : event
}
