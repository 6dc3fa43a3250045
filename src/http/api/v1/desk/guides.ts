import * as z from 'zod'
import type { Context } from 'hono'
import { guideBlocks } from '../../../../domain/service/guide.ts'
import { guideEdit, guideStepInputs, guideText } from '../../../../domain/service/input.ts'
import { powerTypeKeys } from '../../../../domain/service/power-types.data.ts'
import { guideStates } from '../../../../domain/service/types.ts'
import { actOnServiceGuide } from '../../../../usecases/service/act-on-guide.ts'
import {
  deskServiceQuery,
  listDeskServices,
} from '../../../../usecases/service/list-desk-guides.ts'
import { showDeskService } from '../../../../usecases/service/show-desk-guide.ts'
import { writeServiceGuide } from '../../../../usecases/service/write-guide.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { deskTimeline } from '../timeline-schema.ts'

const blocks = z.array(z.enum(guideBlocks))
const line = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  type: z.enum(powerTypeKeys),
  unit: z.string(),
  promisedDays: z.int().nullable(),
  statutoryDays: z.int().nullable(),
  lacking: blocks,
  state: z.enum(guideStates).nullable(),
  textLacks: blocks,
})
const schema = line.extend({
  timeline: deskTimeline,
  basis: z.array(z.string()),
  version: z.int().nullable(),
  edition: z.int(),
  publishedOn: z.string().nullable(),
  opinion: z.string().nullable(),
  text: guideText,
  actions: z.array(z.string()),
  isAuthor: z.boolean(),
})
const shown = { status: 200, description: '办事指南办理单', schema }
const missing = { status: 404, description: '清单上没有这个依申请办理的事项' }
const json = ['application/json']

/** 办事指南办理: what officers do about service guides. */
export const deskServiceOperations = [
  operation({
    method: 'GET',
    path: '/desk/services',
    summary: '办事指南办理列表，列出公开页面和编写稿各缺哪些内容',
    access: 'staff',
    query: deskServiceQuery,
    answers: [
      {
        status: 200,
        description: '依申请办理的事项',
        schema: z.object({
          items: z.array(line),
          next: z.string().nullable(),
          toCheck: z.object({ overdue: z.int(), soon: z.int() }),
        }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listDeskServices(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/services/:id',
    summary: '一个事项的办事指南办理情况',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showDeskService(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/services/:id/guide',
    summary: '编写办事指南，全部内容一起提交；缺的内容不填',
    access: 'staff',
    body: { schema: guideEdit, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '别人先改过，或正在待批准' }],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await writeServiceGuide(c.var.ctx, idOf(c), body.value) : body)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/services/:id/actions/:action',
    summary: '办事指南办理一步：报批、退回、公布',
    access: 'staff',
    body: { schema: z.union(Object.values(guideStepInputs)), mediaTypes: json },
    answers: [
      shown,
      missing,
      { status: 403, description: '岗位不对，或由编写人自己公布' },
      { status: 409, description: '状态已变或这一步未开放' },
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnServiceGuide(c.var.ctx, idOf(c), action, body.value))
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? ''
}
