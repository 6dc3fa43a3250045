import type * as z from 'zod'
import { channelRecord } from '../../domain/channel/input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { insertChannel } from '../../store/tenant/channel.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { once, type Remember } from '../recall.ts'
import { type ItemChannels, listItemChannels } from './list-channels.ts'

const mostOfItem = 100

/**
 * Records that a published item was also made public elsewhere (登记公开载体): which carrier, the
 * day, the place or issue. What is recorded already stays once.
 */
export async function recordChannel(
  ctx: Ctx,
  itemId: string,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<ItemChannels>> {
  const { actor } = ctx
  if (!may(actor, 'channel.record') || actor.type !== 'staff') return turnAway(actor)
  const known = await listItemChannels(ctx, itemId)
  if (!known.ok) return known
  const input = parseInput(channelRecord, raw)
  if (!input.ok) return input
  if (input.value.on > localDateOf(ctx.now)) return refuseField('/on', { problem: 'in-future' })
  const content = { itemId, ...input.value }
  return once(
    ctx,
    { verb: 'channel.record', key: idempotencyKey, content },
    {
      again: () => listItemChannels(ctx, itemId),
      make: (remember) => record(ctx, content, { known: known.value, by: actor.id, remember }),
    },
  )
}

type Standing = { known: ItemChannels; by: string; remember: Remember }

async function record(
  ctx: Ctx,
  said: { itemId: string } & z.output<typeof channelRecord>,
  { known, by, remember }: Standing,
): Promise<Result<ItemChannels>> {
  const { itemId, channel, on, place = null } = said
  const { items } = known
  if (items.some((one) => one.channel === channel && one.on === on && one.place === place)) {
    const statements = remember(itemId)
    if (statements.length > 0) await commit(ctx, { events: [], statements })
    return ok(known)
  }
  if (items.length >= mostOfItem) {
    return refuseField('/channel', { problem: 'too-many', limit: mostOfItem })
  }
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'item-channel',
        entityId: id,
        seq: 1,
        kind: 'item.channel-recorded',
        data: { channel, on },
      },
    ],
    statements: [
      insertChannel({
        id,
        itemId,
        channel,
        on,
        place,
        recordedBy: by,
        recordedAt: ctx.now,
      }),
      ...remember(id),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'busy' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return listItemChannels(ctx, itemId)
}
