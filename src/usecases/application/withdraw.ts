import { decideWithdrawal } from '../../domain/application/decide.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'
import { caseOf, readRow } from './read-case.ts'
import { opens } from './receipt-secret.ts'
import { registerApplication } from './register.ts'
import { showStatus, type Status } from './status.ts'
import { commitStep, mayStep } from './take-step.ts'

/**
 * Takes an application back for who knows receipt and query password (撤回申请), until it is
 * answered. One that the queue has not brought yet is registered first, so that no number is lost.
 */
export async function withdrawApplication(
  ctx: Ctx,
  receipt: string,
  secret: string,
): Promise<Result<Status>> {
  const id = parseReceipt(receipt)
  if (id === null || !(await opens(ctx.keys, id, secret))) return refuse({ code: 'not-found' })
  const actor: Actor = { type: 'applicant', receipt: id }
  let row = await readRow(ctx, id)
  if (row?.state === 'submitted') {
    await registerApplication({ ...ctx, actor: { type: 'system', job: 'register' } }, id)
    row = await readRow(ctx, id)
  }
  if (row === null) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const open = mayStep(subject, 'withdraw', ['applicant'])
  if (!open.ok) return open
  const change = decideWithdrawal(subject, localDateOf(ctx.now))
  const done = await commitStep({ ...ctx, actor }, subject, change)
  return done.ok ? showStatus(ctx, id, secret) : done
}
