import { complaintForm } from '../../domain/dispute/complaint.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { insertComplaint } from '../../store/tenant/dispute/complaint.ts'
import { showStatus, type Status } from '../application/status.ts'
import type { Ctx } from '../context.ts'
import { recallId } from '../recall.ts'
import { sealComplaint } from './seal.ts'

/**
 * Takes a complaint about the handling from who knows receipt and query password (投诉, 条例第47条);
 * refused `not-allowed` while an earlier one waits for its answer.
 */
export async function fileComplaint(
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<Status>> {
  const shown = await showStatus(ctx, receipt, secret)
  if (!shown.ok) return shown
  const input = parseInput(complaintForm, raw)
  if (!input.ok) return input
  const applicationId = shown.value.receipt
  const content = { applicationId, ...input.value }
  const repeat = await recallId(ctx, 'complaint.file', idempotencyKey, content)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return shown
  const id = ctx.newId()
  const on = localDateOf(ctx.now)
  const asApplicant: Ctx = { ...ctx, actor: { type: 'applicant', receipt: applicationId } }
  const outcome = await commit(asApplicant, {
    events: [
      {
        entity: 'complaint',
        entityId: id,
        seq: 1,
        kind: 'complaint.filed',
        data: { on, by: 'applicant' },
      },
    ],
    statements: [
      insertComplaint({
        id,
        origin: 'applicant',
        applicationId,
        madeOn: on,
        sealed: await sealComplaint(ctx.keys, id, 'text', input.value.text),
      }),
      ...remember(id),
    ],
  })
  if (outcome.ok) {
    await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
    return showStatus(ctx, applicationId, secret)
  }
  // The same words twice are one complaint: a double click, or a retry after a lost answer.
  const again = await showStatus(ctx, applicationId, secret)
  const isSame =
    again.ok &&
    again.value.complaints.some(({ state, text }) => state === 'filed' && text === input.value.text)
  return isSame ? again : refuse({ code: 'not-allowed', why: 'complaint-open' })
}
