import { destructionProposal } from '../../../domain/application/destruction.ts'
import { parseReceipt } from '../../../domain/application/receipt.ts'
import { refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import { insertDestruction } from '../../../store/tenant/application/destruction.ts'
import {
  insertListed,
  listCases,
  type RetainedRow,
  selectRetained,
} from '../../../store/tenant/application/retention.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { recallId } from '../../recall.ts'
import { dueCase } from './list.ts'
import { type DestructionView, showDestruction } from './show.ts'

/**
 * Proposes cases for destruction (提出销毁): all of them must be over their term and on no other list;
 * refuses the first that is not.
 */
export async function proposeDestruction(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<DestructionView>> {
  const { actor, now } = ctx
  if (!may(actor, 'retention.propose') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(destructionProposal, raw)
  if (!input.ok) return input
  const receipts = [...new Set(input.value.receipts.map((one) => parseReceipt(one) ?? one))]
  const repeat = await recallId(ctx, 'retention.propose', idempotencyKey, receipts)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showDestruction(ctx, earlier)
  const [rows] = await readBatch<[RetainedRow]>(ctx.db, [selectRetained(receipts)])
  const free = rows.filter((row) => row.destruction_id === null)
  const due = free.flatMap((row) => dueCase(ctx, row))
  const missing = receipts.findIndex((one) => !due.some(({ receipt }) => receipt === one))
  if (missing !== -1)
    return refuseField(`/receipts/${missing}`, { problem: 'not-listed', allowed: [] })
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'destruction.proposed',
        entity: 'destruction',
        entityId: id,
        seq: 1,
        data: { cases: due.length },
      },
    ],
    statements: [
      insertDestruction(id, actor.id, now),
      ...insertListed(id, due),
      listCases(receipts, id),
      ...remember(id),
    ],
  })
  return outcome.ok ? showDestruction(ctx, id) : refuse({ code: 'busy' })
}
