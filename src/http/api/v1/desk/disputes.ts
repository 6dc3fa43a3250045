import * as z from 'zod'
import type { Context } from 'hono'
import { registration, stepInputs } from '../../../../domain/dispute/input.ts'
import { filePurposes } from '../../../../domain/dispute/types.ts'
import { maxFileBytes } from '../../../../usecases/application/attachments.ts'
import { actOnDispute } from '../../../../usecases/dispute/act.ts'
import { addDisputeFile } from '../../../../usecases/dispute/add-file.ts'
import { disputeQuery, listDisputes } from '../../../../usecases/dispute/list.ts'
import { readDisputeFile } from '../../../../usecases/dispute/read-file.ts'
import { registerDispute } from '../../../../usecases/dispute/register.ts'
import { showDispute } from '../../../../usecases/dispute/show.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import type { AppEnv } from '../../../app-env.ts'
import { fileResponse } from '../../../file-response.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { readUpload, uploadSchema } from '../../read-upload.ts'
import { disputeRow, disputeSchema } from '../dispute-schema.ts'

const shown = { status: 200, description: '登记单', schema: disputeSchema }
const missing = { status: 404, description: '没有这件复议、诉讼' }
const json = ['application/json']

/** 复议诉讼: what officers do with reconsiderations and suits. */
export const deskDisputeOperations = [
  operation({
    method: 'GET',
    path: '/desk/disputes',
    summary:
      '复议诉讼列表：未审结的按答复期限，已审结的新的在前；给出时期的，是年报表四数字背后的各件',
    access: 'staff',
    query: disputeQuery,
    answers: [
      {
        status: 200,
        description: '复议、诉讼',
        schema: z.object({ items: z.array(disputeRow), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listDisputes(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/disputes',
    summary: '登记复议、诉讼，计入年报表四',
    access: 'staff',
    body: { schema: registration, mediaTypes: json },
    answers: [
      { status: 201, description: '登记单', schema: disputeSchema },
      { status: 400, description: '填写有误，或案号已经登记过' },
    ],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      return answer(
        c,
        body.ok ? await registerDispute(c.var.ctx, body.value, key.value) : body,
        201,
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/disputes/:dispute',
    summary: '一件复议、诉讼的登记、期限、材料和办理过程',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showDispute(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/disputes/:dispute/actions/:action',
    summary: '办理一步：提交答复、登记结果、重新答复原申请、撤销登记',
    access: 'staff',
    body: { schema: z.union(Object.values(stepInputs)), mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '状态已变或这一步未开放' }],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnDispute(c.var.ctx, idOf(c), action, body.value))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/disputes/:dispute/files',
    summary: '上传材料，加密保存',
    access: 'staff',
    query: { purpose: z.enum(filePurposes).optional() },
    body: { schema: uploadSchema, mediaTypes: ['multipart/form-data'] },
    answers: [
      { status: 201, description: '登记单', schema: disputeSchema },
      missing,
      { status: 413, description: '文件太大' },
    ],
    handle: async (c, { purpose = 'other' }) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const upload = await readUpload(c, maxFileBytes)
      const done = upload.ok
        ? await addDisputeFile(c.var.ctx, idOf(c), upload.value, { purpose }, key.value)
        : upload
      return answer(c, done, 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/disputes/:dispute/files/:file',
    summary: '下载一份材料，每次打开都有记录',
    access: 'staff',
    answers: [{ status: 200, description: '材料', mediaType: 'application/octet-stream' }, missing],
    handle: async (c) => {
      const read = await readDisputeFile(c.var.ctx, idOf(c), c.req.param('file') ?? '')
      return read.ok ? fileResponse(read.value) : answer(c, read)
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('dispute') ?? ''
}
