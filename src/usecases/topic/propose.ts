import * as z from 'zod'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { topicProposal } from '../../domain/topic/input.ts'
import { commit } from '../../store/commit.ts'
import { settleMiss } from '../../store/tenant/item/search-miss.ts'
import { insertTopic } from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { checkPublicWords } from './public-words.ts'
import { type DeskTopic, showDeskTopic } from './show-desk.ts'

const remembered = z.strictObject({ id: z.string() })

/** Proposes a topic at the desk (工作人员点题), open to the public at once; a search word that led to it is settled. */
export async function proposeTopic(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<DeskTopic>> {
  const { actor } = ctx
  if (!may(actor, 'topic.act') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(topicProposal, raw)
  if (!input.ok) return input
  const { title, grounds = '', term } = input.value
  const sound = checkPublicWords({ title, grounds })
  if (!sound.ok) return sound
  const repeat = await recall(ctx, 'topic.propose', idempotencyKey, input.value, remembered)
  if (!repeat.ok) return repeat
  if (repeat.value.earlier !== null) return showDeskTopic(ctx, repeat.value.earlier.id)
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'topic',
        entityId: id,
        seq: 1,
        kind: 'topic.proposed',
        data: { on: localDateOf(ctx.now) },
      },
    ],
    statements: [
      insertTopic({
        id,
        // Nobody follows it by a receipt; the mark keeps it apart from every receipt there can be.
        receipt: `desk.${id}`,
        state: 'open',
        origin: term === undefined ? 'officer' : 'search',
        arrivedAt: ctx.now,
        sealed: null,
        contactSealed: null,
        title,
        grounds,
        listedAt: ctx.now,
      }),
      ...(term === undefined ? [] : [settleMiss(term, ctx.now)]),
      ...repeat.value.remember({ id }),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'busy' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return showDeskTopic(ctx, id)
}
