import * as z from 'zod'
import type { Context } from 'hono'
import {
  clarificationDraft,
  clarificationEdit,
  stepInputs,
} from '../../../../domain/clarification/input.ts'
import { states } from '../../../../domain/clarification/types.ts'
import { ok } from '../../../../domain/shared/refusal.ts'
import { actOnClarification } from '../../../../usecases/clarification/act.ts'
import { draftClarification } from '../../../../usecases/clarification/draft.ts'
import { editClarification } from '../../../../usecases/clarification/edit.ts'
import {
  deskClarificationQuery,
  listDeskClarifications,
} from '../../../../usecases/clarification/list-desk.ts'
import { showDeskClarification } from '../../../../usecases/clarification/show-desk.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { deskTimeline } from '../timeline-schema.ts'

const row = z.object({
  id: z.string(),
  state: z.enum(states),
  version: z.int(),
  claim: z.string(),
  source: z.string(),
  seenOn: z.string(),
  checkedBy: z.string(),
  publishedAt: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  prompt: z.object({ days: z.int(), colour: z.enum(['red', 'yellow', 'blue', 'none']) }),
  returnReason: z.string().nullable(),
  actions: z.array(z.string()),
  isAuthor: z.boolean(),
})

const schema = row.extend({
  timeline: deskTimeline,
  sourceUrl: z.string().nullable(),
  facts: z.string(),
  reason: z.string().nullable(),
  corrections: z.array(z.object({ on: z.string(), reason: z.string(), facts: z.string() })),
  items: z.array(z.object({ id: z.string(), title: z.string().nullable() })),
})

const shown = { status: 200, description: '澄清办理单', schema }
const missing = { status: 404, description: '没有这条澄清' }
const json = ['application/json']

/** 澄清办理: what officers do about false or incomplete claims. */
export const deskClarificationOperations = [
  operation({
    method: 'GET',
    path: '/desk/clarifications',
    summary: '澄清办理列表，待发布的按发现日期排列',
    access: 'staff',
    query: deskClarificationQuery,
    answers: [
      {
        status: 200,
        description: '澄清',
        schema: z.object({ items: z.array(row), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listDeskClarifications(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/clarifications',
    summary: '登记一条澄清',
    access: 'staff',
    body: { schema: clarificationDraft, mediaTypes: json },
    answers: [{ status: 201, description: '澄清办理单', schema }],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      return answer(
        c,
        body.ok ? await draftClarification(c.var.ctx, body.value, key.value) : body,
        201,
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/clarifications/:id',
    summary: '一条澄清的全部办理情况',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showDeskClarification(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/clarifications/:id',
    summary: '修改澄清稿，全部内容一起提交',
    access: 'staff',
    body: { schema: clarificationEdit, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '别人先改过，或已经核对' }],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await editClarification(c.var.ctx, idOf(c), body.value) : body)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/clarifications/:id/actions/:action',
    summary: '办理一步：核对、退回、发布、更正、撤回',
    access: 'staff',
    body: { schema: z.union(Object.values(stepInputs)), mediaTypes: json },
    answers: [
      shown,
      missing,
      { status: 403, description: '岗位不对，或由起草人自己核对' },
      { status: 409, description: '状态已变或这一步未开放' },
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      const done = await actOnClarification(c.var.ctx, idOf(c), action, body.value)
      return answer(c, done.ok ? ok(done.value) : done)
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? ''
}
