import type { Case } from '../../domain/application/case.ts'
import { stepInputs } from '../../domain/application/step-input.ts'
import { splitOff } from '../../domain/application/steps/split.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import type { Statement } from '../../store/statement.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { keepApplicant, updateApplication } from '../../store/tenant/application/change.ts'
import { assignNumber, insertApplication, insertFiles } from '../../store/tenant/application/new.ts'
import { markSplitFrom } from '../../store/tenant/application/transfer.ts'
import { changeSealed } from '../../store/tenant/application/personal-data.ts'
import { keepNoticeConsent } from '../../store/tenant/notice.ts'
import type { Ctx } from '../context.ts'
import { storeAttachments } from './attachments.ts'
import type { Besides } from './besides.ts'
import { openAttachments } from './carried-files.ts'
import { applicantMac } from './same-request/find-duplicates.ts'
import { momentOf } from './moment.ts'
import { makeReceipt } from './receipt-secret.ts'
import { openPersonal, sealFields, sealPersonal } from './instrument/seal.ts'
import type { Personal } from '../../domain/application/personal.ts'

/**
 * Plans the cases that are split off (分办): each with the applicant, the files, one request, a number
 * of its own and the clock of the origin, whose own request becomes the first of them.
 */
export async function planSplit(
  ctx: Ctx,
  row: ApplicationRow,
  subject: Case,
  raw: unknown,
): Promise<Result<Besides>> {
  const input = parseInput(stepInputs.split, raw)
  if (!input.ok) return input
  const [kept = '', ...others] = input.value.requests
  const personal = await openPersonal(ctx.keys, row.id, row.sealed)
  const events: NewEvent[] = []
  const statements: Statement[] = [
    // What its applicant corrects or erases meanwhile is not written over.
    changeSealed(row.id, await sealFields(ctx.keys, row.id, { 'request.subject': kept })),
  ]
  for (const [index, request] of others.entries()) {
    const part = await planPart(ctx, row, subject, {
      receipt: await makeReceipt(
        ctx.keys,
        `split|${row.id}|${String(subject.version)}|${String(index)}`,
      ),
      personal: { ...personal, 'request.subject': request },
    })
    events.push(...part.events)
    statements.push(...part.statements)
  }
  return ok({ events, statements, messages: [] })
}

async function planPart(
  ctx: Ctx,
  row: ApplicationRow,
  subject: Case,
  { receipt, personal }: { receipt: string; personal: Personal },
): Promise<Pick<Besides, 'events' | 'statements'>> {
  const moment = momentOf(ctx)
  const patch = splitOff(subject, moment)
  const mac = await applicantMac(ctx.keys, personal)
  const files = []
  for await (const one of openAttachments(ctx, row.id)) {
    files.push(...(await storeAttachments(ctx, receipt, [one])))
  }
  const of = { entity: 'application', entityId: receipt } as const
  const { applicantClass, channel, receivedOn, arrivedOn } = subject
  return {
    events: [
      { ...of, seq: 1, kind: 'application.split-off', data: { on: moment.today } },
      {
        ...of,
        seq: 2,
        kind: 'application.received',
        data: {
          class: applicantClass,
          receivedOn: receivedOn ?? moment.today,
          basis: 'split',
          channel,
        },
      },
    ],
    statements: [
      insertApplication({
        id: receipt,
        version: 1,
        state: 'submitted',
        channel: subject.channel,
        applicantClass,
        arrivedAt: row.arrived_at,
        deliveryForm: row.delivery_form,
        deliveryRoute: row.delivery_route,
        sealed: await sealPersonal(ctx.keys, receipt, personal),
      }),
      updateApplication(receipt, { ...patch, unit: row.unit, handler: row.handler }),
      assignNumber(receipt, yearOf(arrivedOn)),
      markSplitFrom(receipt, row.id),
      ...(mac === null ? [] : [keepApplicant(receipt, mac)]),
      ...(row.notices === 1 ? [keepNoticeConsent(receipt, true)] : []),
      ...insertFiles(files),
    ],
  }
}
