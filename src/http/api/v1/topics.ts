import * as z from 'zod'
import type { Context } from 'hono'
import { ok } from '../../../domain/shared/refusal.ts'
import { topicForm } from '../../../domain/topic/input.ts'
import { states } from '../../../domain/topic/types.ts'
import { parseIdempotencyKey } from '../../../usecases/idempotency.ts'
import { listTopics, topicQuery } from '../../../usecases/topic/list.ts'
import { receiveTopic } from '../../../usecases/topic/receive.ts'
import { secondTopic } from '../../../usecases/topic/second.ts'
import { showTopicStatus } from '../../../usecases/topic/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { answer, answerPublic, linkNext } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'

const link = z.object({ id: z.string(), title: z.string() })

const view = z.object({
  id: z.string(),
  title: z.string(),
  grounds: z.string().nullable(),
  state: z.enum(states),
  openedAt: z.string(),
  seconds: z.int(),
  dueOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reason: z.string().nullable(),
  item: link.nullable(),
})

const status = z.object({
  receipt: z.string(),
  state: z.enum(states),
  submittedAt: z.string(),
  topic: z.string().nullable(),
  seconds: z.int(),
  dueOn: z.string().nullable(),
  reason: z.string().nullable(),
  item: link.nullable(),
})

const accepted = z.object({
  receipt: z.string(),
  secret: z.string(),
  submittedAt: z.string(),
  statusUrl: z.string(),
})

/** 点题公开: what the public may do. */
export const topicOperations = [
  operation({
    method: 'GET',
    path: '/topics',
    summary: '已展示的点题，新的在前',
    access: 'public',
    query: topicQuery,
    answers: [
      {
        status: 200,
        description: '一页点题',
        schema: z.object({ items: z.array(view), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const page = await listTopics(c.var.ctx, query)
      if (page.ok) linkNext(c, page.value.next)
      return answerPublic(c, page)
    },
  }),
  operation({
    method: 'POST',
    path: '/topics',
    summary: '提出希望公开的事项',
    access: 'public',
    body: { schema: topicForm, mediaTypes: ['application/json'] },
    answers: [
      { status: 202, description: '已经保存，等待审核', schema: accepted },
      { status: 400, description: '填写有误' },
      { status: 409, description: '同一提交编号，内容不一致' },
      { status: 429, description: '提交太频繁' },
    ],
    handle: submit,
  }),
  operation({
    method: 'GET',
    path: '/topics/:topic',
    summary: '凭回执编号和查询密码查询点题办理情况',
    access: 'receipt',
    answers: [
      { status: 200, description: '办理情况', schema: status },
      { status: 404, description: '没有这件点题，或查询密码不对' },
    ],
    handle: async (c) => {
      const secret = /^Receipt +(\S{1,64})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
      return answer(c, await showTopicStatus(c.var.ctx, c.req.param('topic') ?? '', secret))
    },
  }),
  operation({
    method: 'POST',
    path: '/topics/:topic/seconds',
    summary: '附议一件已展示的点题，同一来源每天一次',
    access: 'public',
    answers: [
      { status: 200, description: '附议次数', schema: z.object({ seconds: z.int() }) },
      { status: 404, description: '没有展示这件点题' },
      { status: 409, description: '已经办结，不再附议' },
      { status: 429, description: '今天已经附议' },
    ],
    handle: async (c) =>
      answer(c, await secondTopic(c.var.ctx, c.req.param('topic') ?? '', c.var.clientKey)),
  }),
]

async function submit(c: Context<AppEnv>): Promise<Response> {
  const { ctx, parts, clientKey, site } = c.var
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return answer(c, key)
  const body = await readJson(c)
  if (!body.ok) return answer(c, body)
  const received = await receiveTopic(ctx, {
    raw: body.value,
    idempotencyKey: key.value,
    clientKey: parts.limits ? clientKey : null,
  })
  if (!received.ok) return answer(c, received)
  const statusUrl = `${site.origin}/api/v1/topics/${received.value.receipt}`
  c.header('location', statusUrl)
  return answer(c, ok({ ...received.value, statusUrl }), 202)
}
