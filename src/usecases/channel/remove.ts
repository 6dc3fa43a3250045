import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { type ChannelRow, deleteChannel, selectChannel } from '../../store/tenant/channel.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type ItemChannels, listItemChannels } from './list-channels.ts'

/** Takes back a carrier that was recorded by mistake (撤销载体登记); the totals follow, `stale` when it is gone already. */
export async function removeChannel(
  ctx: Ctx,
  itemId: string,
  id: string,
): Promise<Result<ItemChannels>> {
  if (!may(ctx.actor, 'channel.record')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[ChannelRow]>(ctx.db, [selectChannel(itemId, id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'item-channel',
        entityId: id,
        seq: 2,
        kind: 'item.channel-removed',
        data: { channel: row.channel, on: row.on_day },
      },
    ],
    statements: [deleteChannel(id)],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return listItemChannels(ctx, itemId)
}
