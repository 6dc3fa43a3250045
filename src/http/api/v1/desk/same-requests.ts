import * as z from 'zod'
import { states, stepInputs } from '../../../../domain/application/same-request/lifecycle.ts'
import { actOnSameRequest } from '../../../../usecases/application/same-request/act-on-same-request.ts'
import {
  listSameRequests,
  sameRequestQuery,
} from '../../../../usecases/application/same-request/list-same-requests.ts'
import { showSameRequest } from '../../../../usecases/application/same-request/show-same-request.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readStepBody } from '../../read-body.ts'
import { caseLine } from '../case-schema.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(states),
  subject: z.string(),
  cases: z.int(),
  applicants: z.int(),
  raisedAt: z.string(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  itemId: z.string().nullable(),
  actions: z.array(z.string()),
})
const schema = row.extend({
  members: z.array(caseLine),
})
const shown = { status: 200, description: '建议', schema }
const missing = { status: 404, description: '没有这条建议' }

/** 同类申请: proposals to publish what several applicants asked for (条例第44条). */
export const deskSameRequestOperations = [
  operation({
    method: 'GET',
    path: '/desk/same-requests',
    summary: '不同申请人申请相同信息的主动公开建议，新的在前',
    access: 'staff',
    query: sameRequestQuery,
    answers: [
      {
        status: 200,
        description: '建议',
        schema: z.object({ items: z.array(row), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listSameRequests(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/same-requests/:id',
    summary: '一条主动公开建议和涉及的申请（最多 50 件）',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showSameRequest(c.var.ctx, c.req.param('id') ?? '')),
  }),
  operation({
    method: 'POST',
    path: '/desk/same-requests/:id/actions/:action',
    summary: '采纳（accept，起草稿件）或者不采纳（decline，写明理由）',
    access: 'staff',
    body: { schema: z.union(Object.values(stepInputs)), mediaTypes: ['application/json'] },
    answers: [shown, missing, { status: 409, description: '已经决定，或者状态已变' }],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const { id = '', action = '' } = c.req.param()
      return answer(c, await actOnSameRequest(c.var.ctx, id, action, body.value))
    },
  }),
]
