import * as z from 'zod'
import type { Context } from 'hono'
import { complaintAnswer, complaintEntry } from '../../../../domain/dispute/complaint.ts'
import { answerComplaint } from '../../../../usecases/dispute/answer-complaint.ts'
import { enterComplaint } from '../../../../usecases/dispute/enter-complaint.ts'
import { complaintQuery, listComplaints } from '../../../../usecases/dispute/list-complaints.ts'
import { showComplaint } from '../../../../usecases/dispute/show-complaint.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'
import { complaintSchema } from '../dispute-schema.ts'

const shown = { status: 200, description: '投诉', schema: complaintSchema }
const missing = { status: 404, description: '没有这件投诉，或者投诉的是本人承办的申请' }
const json = ['application/json']

/** 投诉: complaints about the handling of applications, as officers work on them. */
export const deskComplaintOperations = [
  operation({
    method: 'GET',
    path: '/desk/complaints',
    summary: '对申请办理的投诉：待答复的按提出时间，已答复的新的在前',
    access: 'staff',
    query: complaintQuery,
    answers: [
      {
        status: 200,
        description: '投诉',
        schema: z.object({ items: z.array(complaintSchema), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listComplaints(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/complaints',
    summary: '登记窗口收到的投诉',
    access: 'staff',
    body: { schema: complaintEntry, mediaTypes: json },
    answers: [{ status: 201, description: '投诉编号', schema: z.object({ id: z.string() }) }],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      return answer(c, body.ok ? await enterComplaint(c.var.ctx, body.value, key.value) : body, 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/complaints/:complaint',
    summary: '一件投诉',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showComplaint(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/complaints/:complaint/answer',
    summary: '答复投诉',
    access: 'staff',
    body: { schema: complaintAnswer, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '已经答复' }],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await answerComplaint(c.var.ctx, idOf(c), body.value) : body)
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('complaint') ?? ''
}
