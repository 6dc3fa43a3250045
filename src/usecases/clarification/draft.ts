import * as z from 'zod'
import { clarificationDraft } from '../../domain/clarification/input.ts'
import { refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { insertClarification, setConcerned } from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { findReferences } from '../item/find-references.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { type DeskClarification, showDeskClarification } from './show-desk.ts'

const remembered = z.strictObject({ id: z.string() })

/** Records a false or incomplete claim with the true account (起草澄清, 条例第6条); nobody outside sees it yet. */
export async function draftClarification(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<DeskClarification>> {
  const { actor } = ctx
  if (!may(actor, 'clarification.draft') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(clarificationDraft, raw)
  if (!input.ok) return input
  const { items: typed = [], sourceUrl = null, ...text } = input.value
  if (text.seenOn > localDateOf(ctx.now)) return refuseField('/seenOn', { problem: 'in-future' })
  const items = await findReferences(ctx, typed, '/items')
  if (!items.ok) return items
  const repeat = await recall(ctx, 'clarification.draft', idempotencyKey, input.value, remembered)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showDeskClarification(ctx, earlier.id)
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'clarification',
        entityId: id,
        seq: 1,
        kind: 'clarification.drafted',
        data: { seenOn: text.seenOn },
      },
    ],
    statements: [
      insertClarification({ id, ...text, sourceUrl, draftedBy: actor.id, draftedAt: ctx.now }),
      ...setConcerned(
        id,
        items.value.map((item) => item.id),
      ),
      ...remember({ id }),
    ],
  })
  return outcome.ok ? showDeskClarification(ctx, id) : refuse({ code: 'busy' })
}
