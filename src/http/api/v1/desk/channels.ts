import * as z from 'zod'
import type { Context } from 'hono'
import { channels } from '../../../../domain/channel/channels.data.ts'
import { channelRecord } from '../../../../domain/channel/input.ts'
import { ok, type Result } from '../../../../domain/shared/refusal.ts'
import { type ItemChannels, listItemChannels } from '../../../../usecases/channel/list-channels.ts'
import { recordChannel } from '../../../../usecases/channel/record.ts'
import { removeChannel } from '../../../../usecases/channel/remove.ts'
import { channelTotals, totalsQuery } from '../../../../usecases/channel/totals.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readCreation } from '../../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

const counts = z.record(z.enum(channels), z.int())

const ofItem = z.object({
  item: z.object({ id: z.string(), title: z.string(), publishedOn: z.string() }),
  items: z.array(
    z.object({
      id: z.string(),
      channel: z.enum(channels),
      on: z.string(),
      place: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
})

const shown = { status: 200, description: '载体登记', schema: ofItem }
const missing = { status: 404, description: '没有这条已公开的信息或登记' }

/** 公开载体: where else an item was made public, and totals by month. */
export const deskChannelOperations = [
  operation({
    method: 'GET',
    path: '/desk/channels',
    summary: '公开载体按月汇总，数字由登记得出；不给时期时为今年',
    access: 'staff',
    query: totalsQuery,
    answers: [
      {
        status: 200,
        description: '汇总',
        schema: z.object({
          period: z.string(),
          months: z.array(z.object({ month: z.string(), counts })),
          total: counts,
        }),
      },
    ],
    handle: async (c, query) => answer(c, await channelTotals(c.var.ctx, query)),
  }),
  operation({
    method: 'GET',
    path: '/desk/items/:id/channels',
    summary: '一条信息登记的公开载体',
    access: 'staff',
    query: wholeListQuery,
    answers: [shown, missing],
    handle: async (c, query) =>
      answer(c, pageOfWhole(c, await listItemChannels(c.var.ctx, param(c, 'id')), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/items/:id/channels',
    summary: '登记一条信息的公开载体；同样的登记只留一次',
    access: 'staff',
    body: { schema: channelRecord, mediaTypes: ['application/json'] },
    answers: [{ ...shown, status: 201 }, missing],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answerList(c, await recordChannel(c.var.ctx, param(c, 'id'), raw, key), 201)
    },
  }),
  operation({
    method: 'DELETE',
    path: '/desk/items/:id/channels/:channel',
    summary: '删除登错的公开载体，汇总随之改变',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) =>
      answerList(c, await removeChannel(c.var.ctx, param(c, 'id'), param(c, 'channel'))),
  }),
]

function answerList(
  c: Context<AppEnv>,
  result: Result<ItemChannels>,
  status: 200 | 201 = 200,
): Response {
  return answer(c, result.ok ? ok({ ...result.value, next: null }) : result, status)
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
