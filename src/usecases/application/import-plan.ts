import { caseClock } from '../../domain/application/case.ts'
import type { ImportedApplication } from '../../domain/application/import-row.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { nationalCalendar } from '../../domain/time/calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import type { Plan } from '../../store/commit.ts'
import { type ImportedRow, insertImported } from '../../store/tenant/application-import.ts'
import type { Ctx } from '../context.ts'
import { makeReceipt } from './receipt-secret.ts'
import { sealPersonal } from './seal.ts'

/** Days by which a case that was extended runs longer (条例第33条). */
const extension = 20

/** The year whose numbers a moved application continues. */
export function numberYear({ receivedAt }: ImportedApplication): number {
  return yearOf(localDateOf(receivedAt))
}

/** Plans the import of applications: numbered on from `serials` in the order of receipt. */
export async function planImport(
  ctx: Ctx,
  applications: readonly ImportedApplication[],
  serials: ReadonlyMap<number, number>,
): Promise<Plan> {
  const last = new Map(serials)
  const events: NewEvent[] = []
  const rows: ImportedRow[] = []
  for (const application of applications.toSorted((a, b) => a.receivedAt - b.receivedAt)) {
    const year = numberYear(application)
    const serial = (last.get(year) ?? 0) + 1
    last.set(year, serial)
    const row = await importedRow(ctx, application, year, serial)
    rows.push(row)
    events.push(importedEvent(application, row.id))
  }
  events.push({
    entity: 'import',
    entityId: ctx.newId(),
    seq: 1,
    kind: 'import.committed',
    data: { accepted: rows.length, kind: 'applications' },
  })
  return { events, statements: insertImported(rows) }
}

async function importedRow(
  ctx: Ctx,
  application: ImportedApplication,
  year: number,
  serial: number,
): Promise<ImportedRow> {
  const { receivedOn, decidedOn, outcome, subject, externalId } = application
  const id = await makeReceipt(ctx.keys, null)
  const extensionDays = application.extended ? extension : 0
  return {
    id,
    state: decidedOn === null ? 'received' : 'closed',
    channel: application.channel,
    applicantClass: application.applicantClass,
    arrivedAt: application.receivedAt,
    year,
    serial,
    receivedOn,
    ...dueOf(application, extensionDays),
    extensionDays,
    decidedOn,
    outcome,
    sealed: await sealPersonal(ctx.keys, id, { 'request.subject': subject }),
    originKey: externalId,
  }
}

function dueOf(
  { channel, applicantClass, receivedOn, decidedOn, outcome }: ImportedApplication,
  extensionDays: number,
): Pick<ImportedRow, 'dueOn' | 'dueProvisional'> {
  const moved = {
    state: 'received',
    channel,
    applicantClass,
    arrivedOn: receivedOn,
    receivedOn,
    dueOn: null,
    extensionDays,
    decidedOn,
    outcome,
  } as const
  const clock = decidedOn === null ? caseClock(moved, receivedOn, nationalCalendar) : null
  if (clock === null) return { dueOn: null, dueProvisional: null }
  return { dueOn: clock.dueOn, dueProvisional: clock.provisional ? 1 : 0 }
}

function importedEvent(application: ImportedApplication, id: string): NewEvent {
  const { applicantClass, receivedOn, outcome, decidedOn } = application
  return {
    entity: 'application',
    entityId: id,
    seq: 1,
    kind: 'application.imported',
    data: { class: applicantClass, receivedOn, outcome, decidedOn },
  }
}
