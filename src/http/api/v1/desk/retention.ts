import * as z from 'zod'
import type { Context } from 'hono'
import {
  destructionActions,
  destructionProposal,
  destructionStates,
  destructionStep,
} from '../../../../domain/application/destruction.ts'
import { retentionGroups } from '../../../../domain/application/retention.data.ts'
import { decideOnDestruction } from '../../../../usecases/application/retention/decide.ts'
import { listRetention } from '../../../../usecases/application/retention/list.ts'
import { proposeDestruction } from '../../../../usecases/application/retention/propose.ts'
import { showDestruction } from '../../../../usecases/application/retention/show.ts'
import type { AppEnv } from '../../../app-env.ts'
import { fileResponse } from '../../../file-response.ts'
import { destructionFile } from '../../../retention-files.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readStepBody } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'

const dueCase = z.object({
  receipt: z.string(),
  number: z.string(),
  outcome: z.string().nullable(),
  group: z.enum(retentionGroups),
  years: z.int(),
  endedOn: z.string(),
  keptUntil: z.string(),
})
const line = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(destructionStates),
  number: z.object({ year: z.int(), serial: z.int() }).nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  digest: z.string().nullable(),
})
const sheet = line.extend({
  cases: z.array(
    dueCase.extend({
      state: z.enum(['listed', 'destroyed', 'kept']),
      destroyedOn: z.string().nullable(),
      files: z.int(),
      letters: z.int(),
    }),
  ),
  actions: z.array(z.enum(destructionActions)),
})

const shown = { status: 200, description: '销毁清册', schema: sheet }
const missing = { status: 404, description: '没有这份清册' }
const json = ['application/json']

/** 保管与销毁: due cases, lists of destruction and their certificates. */
export const deskRetentionOperations = [
  operation({
    method: 'GET',
    path: '/desk/retention',
    summary: '保管期满的案卷（先列出一部分）和最近的销毁清册',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '到期案卷和清册',
        schema: z.object({
          due: z.array(dueCase),
          hasMore: z.boolean(),
          lists: z.array(line),
        }),
      },
    ],
    handle: async (c) => answer(c, await listRetention(c.var.ctx)),
  }),
  operation({
    method: 'POST',
    path: '/desk/retention',
    summary: '提出销毁：把期满的案卷列入一份清册，至多 200 件',
    access: 'staff',
    body: { schema: destructionProposal, mediaTypes: json },
    answers: [{ ...shown, status: 201 }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await proposeDestruction(c.var.ctx, raw, key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/retention/:destruction',
    summary: '一份销毁清册',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showDestruction(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/retention/:destruction/actions/:action',
    summary: '审批清册：approve 批准、return 退回；提出的人不能审批',
    access: 'staff',
    body: { schema: destructionStep, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '状态已变或这一步未开放' }],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await decideOnDestruction(c.var.ctx, idOf(c), action, body.value))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/retention/:destruction/certificates/:document',
    summary: '销毁证明：certificate.docx、certificate.pdf、certificate.txt，或者清册 list.csv',
    access: 'staff',
    answers: [{ status: 200, description: '文件', mediaType: 'application/octet-stream' }, missing],
    handle: async (c) => {
      const file = await destructionFile(
        c.var.ctx,
        idOf(c),
        c.req.param('document') ?? '',
        c.var.parts.assets,
      )
      return file.ok ? fileResponse(file.value) : answer(c, file)
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('destruction') ?? ''
}
