import type { Case } from '../../../domain/application/case.ts'
import type { DataCase } from '../../../domain/application/personal-data/rules.ts'
import type { Personal } from '../../../domain/application/personal.ts'
import { parseReceipt } from '../../../domain/application/receipt.ts'
import type { PersonalDataFact } from '../../../domain/shared/personal-data-fact.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  type ApplicationRow,
  type EventRow,
  selectApplication,
  selectHistory,
} from '../../../store/tenant/application/application.ts'
import {
  type CorrectionRow,
  type DataEventRow,
  selectCorrectionsOf,
  selectDataEvents,
} from '../../../store/tenant/application/personal-data.ts'
import { type RetainedRow, selectRetained } from '../../../store/tenant/application/retention.ts'
import type { Ctx } from '../../context.ts'
import { withinLimits } from '../../limit.ts'
import { caseOf } from '../read-case.ts'
import { opens } from '../receipt-secret.ts'
import { openPersonal } from '../instrument/seal.ts'
import { serviceOf } from '../instrument/service-record.ts'

/** All that the rights of an applicant over his data depend on, opened (个人信息). */
export type OpenedData = {
  row: ApplicationRow
  subject: Case
  personal: Personal
  rights: DataCase
  retained: RetainedRow | null
  corrections: readonly CorrectionRow[]
  /** what stands beside the history of the case: who looked, what became of the data */
  events: readonly DataEventRow[]
}

const nobody = 'SQ-00000-00000-00000-00000'

/** Opens the data of a case to who knows receipt and query password, in the same time whatever is wrong; null else. */
export async function openData(
  ctx: Ctx,
  receipt: string,
  secret: string,
): Promise<OpenedData | null> {
  const id = parseReceipt(receipt) ?? nobody
  const [isRight, opened] = await Promise.all([opens(ctx.keys, id, secret), readData(ctx, id)])
  return isRight ? opened : null
}

/** Opens the data of a case, whoever asks; the verb decides who may. */
export async function readData(ctx: Ctx, id: string): Promise<OpenedData | null> {
  const [[row], history, events, [retained], corrections] = await readBatch<
    [ApplicationRow, EventRow, DataEventRow, RetainedRow, CorrectionRow]
  >(ctx.db, [
    selectApplication(id),
    selectHistory(id),
    selectDataEvents(id),
    selectRetained([id]),
    selectCorrectionsOf(id),
  ])
  if (row === undefined) return null
  const personal = await openPersonal(ctx.keys, id, row.sealed)
  const subject = caseOf(row)
  const rights: DataCase = {
    state: subject.state,
    isServed: serviceOf(history) !== null,
    isDisputed: retained?.dispute_mark === 'pending',
    route: row.delivery_route,
    personal,
  }
  return { row, subject, personal, rights, retained: retained ?? null, corrections, events }
}

/** The entity under which what becomes of the data of a case stands: its last event guards the next. */
function dataId(receipt: string): string {
  return `${receipt}/data`
}

/**
 * Commits what becomes of the data of a case (个人信息的变动); `stale` when somebody was faster,
 * `too-many-requests` when an applicant did it too often.
 */
export async function commitData(
  ctx: Ctx,
  { row, events }: Pick<OpenedData, 'row' | 'events'>,
  facts: readonly PersonalDataFact[],
  statements: readonly Statement[],
): Promise<Result<null>> {
  const limited = await withinDataLimits(ctx, row.id)
  if (!limited.ok) return limited
  const entityId = dataId(row.id)
  const last = events.findLast((event) => event.entity_id === entityId)?.seq ?? 0
  const outcome = await commit(ctx, {
    events: facts.map((fact, index) => ({
      ...fact,
      entity: 'application',
      entityId,
      seq: last + index + 1,
      ...(fact.kind === 'personal-data.erased' ? { topic: 'overwrite' } : {}),
    })),
    statements,
  })
  if (outcome.ok) return ok(null)
  return refuse(
    outcome.conflict === 'event'
      ? { code: 'stale' }
      : { code: 'not-allowed', why: 'correction-open' },
  )
}

/** How often an applicant may act on his data (操作频次限制): each act writes to the journal. */
export async function withinDataLimits(ctx: Ctx, receipt: string): Promise<Result<null>> {
  const limit = { bucket: `data/${receipt}`, limit: 60, windowMs: 3_600_000 }
  return ctx.actor.type === 'applicant' ? withinLimits(ctx, [limit]) : ok(null)
}

/** The same context with the applicant as the one who acts. */
export function asApplicant(ctx: Ctx, receipt: string): Ctx {
  return { ...ctx, actor: { type: 'applicant', receipt } }
}
