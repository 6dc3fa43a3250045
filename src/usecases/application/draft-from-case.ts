import * as z from 'zod'
import { parseReceipt } from '../../domain/application/receipt.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { checkAnswered, tellingOfCase } from './answered.ts'
import { planFromAnswer } from './plan-from-answer.ts'
import { caseOf, readRow } from './read-case.ts'
import { openPersonal } from './instrument/seal.ts'

/** The item that was drawn up, and how many of the answer's files were left behind. */
export type DraftedItem = { item: string; leftOut: number }

const remembered = z.strictObject({ item: z.string(), leftOut: z.int() })

/**
 * Draws up an item from a served answer in one act (答复转主动公开, 条例第44条): a draft with title, text and
 * files, the applicant taken out, which then passes the attribute and the reviews like any other.
 * One case has one item: a second try answers the same.
 */
export async function draftFromCase(
  ctx: Ctx,
  receipt: string,
  idempotencyKey: string | null = null,
): Promise<Result<DraftedItem>> {
  const { actor } = ctx
  if (!may(actor, 'application.publish') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt) ?? ''
  const repeat = await recall(ctx, 'application.publish', idempotencyKey, id, remembered)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return ok(earlier)
  const row = await readRow(ctx, id)
  if (row === null) return refuse({ code: 'not-found' })
  if (row.item_id !== null) return ok({ item: row.item_id, leftOut: 0 })
  const free = checkAnswered(caseOf(row))
  if (!free.ok) return free
  const personal = await openPersonal(ctx.keys, id, row.sealed)
  const planned = await planFromAnswer(ctx, row, actor.id, tellingOfCase(ctx, row, personal))
  if (!planned.ok) return planned
  const { item, leftOut, ...plan } = planned.value
  const statements = [...plan.statements, ...remember({ item, leftOut })]
  const done = await commit(ctx, { ...plan, statements })
  if (!done.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok({ item, leftOut })
}
