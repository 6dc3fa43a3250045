import { dueFields } from '../../../domain/application/case.ts'
import { longestExtension } from '../../../domain/application/deadline.ts'
import type { Ledger } from '../../../domain/application/ledger.ts'
import type { ImportedApplication } from '../../../domain/application/import-row.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import type { Calendar } from '../../../domain/time/calendar.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import type { Plan } from '../../../store/commit.ts'
import { type ImportedRow, insertImported } from '../../../store/tenant/application/import.ts'
import type { Ctx } from '../../context.ts'
import { makeReceipt } from '../receipt-secret.ts'
import { sealPersonal } from '../instrument/seal.ts'

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
  const extensionDays = application.extended ? longestExtension(receivedOn) : 0
  const ledger = ledgerOf(receivedOn, extensionDays)
  return {
    id,
    state: decidedOn === null ? 'received' : 'closed',
    channel: application.channel,
    applicantClass: application.applicantClass,
    arrivedAt: application.receivedAt,
    year,
    serial,
    receivedOn,
    ...dueColumns(application, ledger, ctx.calendar),
    extensionDays,
    ledger: JSON.stringify(ledger),
    decidedOn,
    outcome,
    sealed: await sealPersonal(ctx.keys, id, { 'request.subject': subject }),
    originKey: externalId,
  }
}

function ledgerOf(receivedOn: LocalDate, days: number): Ledger {
  const start = { kind: 'start', on: receivedOn, seq: 1 } as const
  return days === 0 ? [start] : [start, { kind: 'extend', on: receivedOn, days, seq: 1 }]
}

function dueColumns(
  { channel, receivedOn, decidedOn }: ImportedApplication,
  ledger: Ledger,
  calendar: Calendar,
): Pick<ImportedRow, 'dueOn' | 'dueOf' | 'dueProvisional' | 'calendar'> {
  if (decidedOn !== null) return { dueOn: null, dueOf: null, dueProvisional: null, calendar: null }
  const { dueOn, dueOf, dueProvisional } = dueFields(
    { channel, ledger, decidedOn },
    receivedOn,
    calendar,
  )
  return { dueOn, dueOf, dueProvisional: dueProvisional ? 1 : 0, calendar: calendar.version }
}

function importedEvent(application: ImportedApplication, id: string): NewEvent {
  const { applicantClass, channel, receivedOn, outcome, decidedOn } = application
  return {
    entity: 'application',
    entityId: id,
    seq: 1,
    kind: 'application.imported',
    data: { class: applicantClass, receivedOn, outcome, decidedOn, channel },
  }
}
