import * as z from 'zod'
import type { Channel } from '../../domain/channel/channels.data.ts'
import { totalsPeriod } from '../../domain/channel/input.ts'
import {
  type ChannelCell,
  type ChannelMonth,
  layOut,
  monthsOf,
  sumOf,
} from '../../domain/channel/totals.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { selectChannelCells } from '../../store/tenant/channel.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** What the totals may be asked: a year or a month. */
export const totalsQuery = { period: totalsPeriod.optional() }

/** How often each carrier was used, month by month, and in all (载体汇总). */
export type ChannelTotals = {
  period: string
  months: ChannelMonth[]
  total: Record<Channel, number>
}

/** Adds up the carriers of a year or month from the agency's figures; this year when none is asked. */
export async function channelTotals(ctx: Ctx, raw: unknown): Promise<Result<ChannelTotals>> {
  if (!may(ctx.actor, 'channel.list')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(totalsQuery), raw)
  if (!query.ok) return query
  const { period = localDateOf(ctx.now).slice(0, 4) } = query.value
  const [cells] = await readBatch<[ChannelCell]>(ctx.db, [selectChannelCells(monthsOf(period))])
  const months = layOut(period, cells)
  return ok({ period, months, total: sumOf(months) })
}
