import { disputeMark } from '../../../domain/application/destruction.ts'
import { parseReceipt } from '../../../domain/application/receipt.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import { markDispute, type RetainedRow, selectRetained } from '../../../store/tenant/retention.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'

/**
 * Marks a case as disputed or its dispute as settled (登记复议、诉讼): while it is pending the case is
 * never destroyed, and afterwards it is kept for the term of disputed ones.
 */
export async function markCaseDispute(ctx: Ctx, raw: unknown): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'retention.propose')) return turnAway(actor)
  const input = parseInput(disputeMark, raw)
  if (!input.ok) return input
  const { dispute } = input.value
  const receipt = parseReceipt(input.value.receipt)
  if (receipt === null) {
    return refuseField('/receipt', { problem: 'ill-formed', what: 'receipt' })
  }
  const [[row]] = await readBatch<[RetainedRow]>(ctx.db, [selectRetained([receipt])])
  if (row === undefined) return refuse({ code: 'not-found' })
  if (row.state === 'destroyed') return refuse({ code: 'gone' })
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'application.dispute-marked',
        entity: 'application',
        entityId: receipt,
        seq: version,
        data: { dispute },
      },
    ],
    statements: [markDispute(receipt, version, dispute)],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}
