import { decideStep } from '../../domain/application/decide.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import type { StepAction } from '../../domain/application/step-input.ts'
import type { Action, State } from '../../domain/application/types.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { momentOf } from './moment.ts'
import { caseOf, readRow } from './read-case.ts'
import { opens } from './receipt-secret.ts'
import { registerApplication } from './register.ts'
import { showStatus, type Status } from './status.ts'
import { commitStep } from './take-step.ts'

/**
 * Takes a step of the applicant (申请人办理一步) for who knows receipt and query password; others get
 * `not-found`. One that the queue has not brought yet is registered first, so that no number is lost.
 */
export async function applicantStep(
  ctx: Ctx,
  receipt: string,
  secret: string,
  action: StepAction,
  raw: unknown,
): Promise<Result<Status>> {
  const row = await openRow(ctx, receipt, secret)
  if (row === null) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const open = openStep<State, Action>(lifecycle, subject, action, ['applicant'], undefined)
  if (!open.ok) return open
  const asApplicant: Ctx = { ...ctx, actor: { type: 'applicant', receipt: row.id } }
  const decided = decideStep(subject, action, raw, momentOf(asApplicant))
  if (!decided.ok) return decided
  const done = await commitStep(asApplicant, row, decided.value)
  return done.ok ? showStatus(ctx, row.id, secret) : done
}

async function openRow(ctx: Ctx, receipt: string, secret: string): Promise<ApplicationRow | null> {
  const id = parseReceipt(receipt)
  if (id === null || !(await opens(ctx.keys, id, secret))) return null
  const row = await readRow(ctx, id)
  if (row?.state !== 'submitted') return row
  await registerApplication({ ...ctx, actor: { type: 'system', job: 'register' } }, id)
  return readRow(ctx, id)
}
