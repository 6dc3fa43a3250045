import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ChannelRow,
  selectChannelsOf,
  selectPublishedTitle,
} from '../../store/tenant/channel.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A carrier of an item (公开载体); `by` is the officer's name who recorded it. */
export type ItemChannel = {
  id: string
  channel: string
  on: string
  place: string | null
  by: string | null
}

/** A published item with its carriers; the website comes by itself. */
export type ItemChannels = {
  item: { id: string; title: string; publishedOn: string }
  items: ItemChannel[]
}

/** Lists the carriers of a published item (载体登记). */
export async function listItemChannels(ctx: Ctx, itemId: string): Promise<Result<ItemChannels>> {
  if (!may(ctx.actor, 'channel.list')) return turnAway(ctx.actor)
  const [[item], rows] = await readBatch<
    [{ id: string; title: string; published_at: number }, ChannelRow]
  >(ctx.db, [selectPublishedTitle(itemId), selectChannelsOf(itemId)])
  if (item === undefined) return refuse({ code: 'not-found' })
  return ok({
    item: { id: item.id, title: item.title, publishedOn: localDateOf(item.published_at) },
    items: rows.map(({ id, channel, on_day: on, place, name }) => ({
      id,
      channel,
      on,
      place,
      by: name,
    })),
  })
}
