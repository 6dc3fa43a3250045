import * as z from 'zod'
import type { Context } from 'hono'
import { stepInputs, topicProposal } from '../../../../domain/topic/input.ts'
import { origins, states } from '../../../../domain/topic/types.ts'
import { ok } from '../../../../domain/shared/refusal.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import { actOnTopic } from '../../../../usecases/topic/act.ts'
import { ignoredTerm, ignoreSearchMiss } from '../../../../usecases/topic/ignore-miss.ts'
import { deskTopicQuery, listDeskTopics } from '../../../../usecases/topic/list-desk.ts'
import { listSearchMisses } from '../../../../usecases/topic/list-misses.ts'
import { openContact } from '../../../../usecases/topic/open-contact.ts'
import { proposeTopic } from '../../../../usecases/topic/propose.ts'
import { showDeskTopic } from '../../../../usecases/topic/show-desk.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'
import { deskTimeline } from '../timeline-schema.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(states),
  origin: z.enum(origins),
  subject: z.string(),
  arrivedAt: z.string(),
  seconds: z.int(),
  dueOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  isListed: z.boolean(),
  hasContact: z.boolean(),
  waiting: z.object({
    days: z.int(),
    overdue: z.int(),
    colour: z.enum(['red', 'yellow', 'blue', 'none']),
  }),
  actions: z.array(z.string()),
})

const schema = row.extend({
  timeline: deskTimeline,
  written: z.object({ subject: z.string(), why: z.string() }).nullable(),
  title: z.string().nullable(),
  grounds: z.string().nullable(),
  reason: z.string().nullable(),
  item: z.object({ id: z.string(), title: z.string() }).nullable(),
  mergedInto: z.string().nullable(),
})

const shown = { status: 200, description: '点题办理单', schema }
const missing = { status: 404, description: '没有这件点题' }
const json = ['application/json']

/** 点题办理: what officers do with topic requests and with searches that found nothing. */
export const deskTopicOperations = [
  operation({
    method: 'GET',
    path: '/desk/topics',
    summary: '点题办理列表，等待最久的在前',
    access: 'staff',
    query: deskTopicQuery,
    answers: [
      {
        status: 200,
        description: '点题',
        schema: z.object({ items: z.array(row), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listDeskTopics(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/topics',
    summary: '工作人员点题，提交后立即展示',
    access: 'staff',
    body: { schema: topicProposal, mediaTypes: json },
    answers: [{ status: 201, description: '点题办理单', schema }],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      return answer(c, body.ok ? await proposeTopic(c.var.ctx, body.value, key.value) : body, 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/topics/:topic',
    summary: '一件点题的全部办理情况',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showDeskTopic(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/topics/:topic/actions/:action',
    summary: '办理一步：对外展示、采纳、办结公开、不采纳、合并',
    access: 'staff',
    body: { schema: z.union(Object.values(stepInputs)), mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '状态已变或这一步未开放' }],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      return answer(
        c,
        await actOnTopic(c.var.ctx, idOf(c), c.req.param('action') ?? '', body.value),
      )
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/topics/:topic/contact',
    summary: '查看点题人的联系方式，每次查看都有记录',
    access: 'staff',
    answers: [
      { status: 200, description: '联系方式', schema: z.object({ contact: z.string() }) },
      missing,
    ],
    handle: async (c) => answer(c, await openContact(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'GET',
    path: '/desk/search-misses',
    summary: '最近 30 天常搜不到的检索词',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '检索词和次数',
        schema: z.object({
          items: z.array(z.object({ term: z.string(), n: z.int() })),
          next: z.string().nullable(),
        }),
      },
    ],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listSearchMisses(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/search-misses/ignored',
    summary: '不再提示一个检索词',
    access: 'staff',
    body: { schema: ignoredTerm, mediaTypes: json },
    answers: [{ status: 200, description: '已处理', schema: z.object({ ignored: z.boolean() }) }],
    handle: async (c) => {
      const body = await readJson(c)
      const done = body.ok ? await ignoreSearchMiss(c.var.ctx, body.value) : body
      return answer(c, done.ok ? ok({ ignored: true }) : done)
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('topic') ?? ''
}
