import * as z from 'zod'
import type { Context } from 'hono'
import {
  changeDraft,
  changeEdit,
  changeEntry,
  changeStepInputs,
} from '../../../../domain/service/input.ts'
import { changeStates } from '../../../../domain/service/types.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import { actOnPowerChange } from '../../../../usecases/service/act-on-change.ts'
import { draftPowerChange } from '../../../../usecases/service/draft-change.ts'
import { editPowerChange } from '../../../../usecases/service/edit-change.ts'
import { listPowerChanges } from '../../../../usecases/service/list-changes.ts'
import { showPowerChange } from '../../../../usecases/service/show-change.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { deskTimeline } from '../timeline-schema.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(changeStates),
  reason: z.string(),
  basis: z.string(),
  entryCount: z.int(),
  draftedAt: z.string(),
  opinion: z.string().nullable(),
  approvedOn: z.string().nullable(),
  revision: z.int().nullable(),
  actions: z.array(z.string()),
  barred: z.array(z.string()),
})
const schema = row.extend({ entries: z.array(changeEntry), timeline: deskTimeline })
const shown = { status: 200, description: '职权调整办理单', schema }
const missing = { status: 404, description: '没有这次调整' }
const json = ['application/json']

/** 职权调整: what officers do about the list of powers. */
export const deskPowerOperations = [
  operation({
    method: 'GET',
    path: '/desk/power-changes',
    summary: '办理中的职权调整和最近批准的调整',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '职权调整',
        schema: z.object({
          open: z.array(row),
          approved: z.array(row),
          toCheck: z.object({ overdue: z.int(), soon: z.int() }),
        }),
      },
    ],
    handle: async (c) => answer(c, await listPowerChanges(c.var.ctx)),
  }),
  operation({
    method: 'POST',
    path: '/desk/power-changes',
    summary: '起草一次职权调整，可以包括多个事项',
    access: 'staff',
    body: { schema: changeDraft, mediaTypes: json },
    answers: [{ status: 201, description: '职权调整办理单', schema }],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      const done = body.ok ? await draftPowerChange(c.var.ctx, body.value, key.value) : body
      return answer(c, done, 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/power-changes/:id',
    summary: '一次职权调整的全部办理情况',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showPowerChange(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/power-changes/:id',
    summary: '修改起草中的调整，全部内容一起提交',
    access: 'staff',
    body: { schema: changeEdit, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '别人先改过，或已经提出' }],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await editPowerChange(c.var.ctx, idOf(c), body.value) : body)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/power-changes/:id/actions/:action',
    summary: '办理一步：提出、合法性审核、退回、批准、放弃',
    access: 'staff',
    body: { schema: z.union(Object.values(changeStepInputs)), mediaTypes: json },
    answers: [
      shown,
      missing,
      { status: 403, description: '岗位不对，或同一人办理了另一步' },
      { status: 409, description: '状态已变或这一步未开放' },
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnPowerChange(c.var.ctx, idOf(c), action, body.value))
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? ''
}
