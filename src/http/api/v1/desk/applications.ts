import * as z from 'zod'
import type { Context } from 'hono'
import { applicationEntry } from '../../../../domain/application/entry.ts'
import { isStepAction, stepInputs } from '../../../../domain/application/step-input.ts'
import { ok, refuse } from '../../../../domain/shared/refusal.ts'
import { actOnCase } from '../../../../usecases/application/act.ts'
import { caseQuery } from '../../../../usecases/application/case-query.ts'
import { enterApplication } from '../../../../usecases/application/enter.ts'
import { listCases } from '../../../../usecases/application/list-cases.ts'
import { openIdentity } from '../../../../usecases/application/open-identity.ts'
import { openPackage } from '../../../../usecases/application/open-package.ts'
import { readCaseFile } from '../../../../usecases/application/read-file.ts'
import { showCase } from '../../../../usecases/application/show-case.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import type { AppEnv } from '../../../app-env.ts'
import { caseRowView, caseView, personalView } from '../../../application-view.ts'
import { packageFile } from '../../../case-package.ts'
import { fileResponse } from '../../../file-response.ts'
import { instrumentFile } from '../../../instrument-document.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { caseRowSchema, caseSchema } from '../case-schema.ts'

const counts = z.record(z.string(), z.int())
const list = z.object({ items: z.array(caseRowSchema), next: z.string().nullable(), counts })
const shown = { status: 200, description: '案卷', schema: caseSchema }
const missing = { status: 404, description: '没有这件申请' }
const action = z.union(Object.values(stepInputs))

/** 办件: what officers do with applications. */
export const deskApplicationOperations = [
  operation({
    method: 'GET',
    path: '/desk/applications',
    summary: '办件列表，按到期日排列，带预警颜色和原因',
    access: 'staff',
    query: caseQuery,
    answers: [{ status: 200, description: '办件', schema: list }],
    handle: async (c, query) => {
      const found = await listCases(c.var.ctx, query)
      if (!found.ok) return answer(c, found)
      linkNext(c, found.value.next)
      return answer(c, ok({ ...found.value, items: found.value.items.map(caseRowView) }))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/applications',
    summary: '录入当面、信函、传真、电子邮件或口头提出的申请',
    access: 'staff',
    body: { schema: applicationEntry, mediaTypes: ['application/json'] },
    answers: [
      { ...shown, status: 201 },
      { status: 400, description: '填写有误' },
    ],
    handle: enter,
  }),
  operation({
    method: 'GET',
    path: '/desk/applications/:receipt',
    summary: '一件申请的全部办理情况，申请人信息已脱敏',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => {
      const found = await showCase(c.var.ctx, param(c, 'receipt'))
      return answer(c, found.ok ? ok(caseView(c.var.site.agency, found.value)) : found)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/applications/:receipt/actions/:action',
    summary: '办理一步：流转表（/lifecycles）中的任何一步，只有对本岗位开放的才能办',
    access: 'staff',
    body: { schema: action, mediaTypes: ['application/json'] },
    answers: [shown, missing, { status: 409, description: '状态已变或这一步未开放' }],
    handle: act,
  }),
  operation({
    method: 'GET',
    path: '/desk/applications/:receipt/files/:file',
    summary: '下载申请附件',
    access: 'staff',
    answers: [{ status: 200, description: '文件', mediaType: 'application/octet-stream' }, missing],
    handle: async (c) => {
      const file = await readCaseFile(c.var.ctx, param(c, 'receipt'), param(c, 'file'))
      return file.ok ? fileResponse(file.value) : answer(c, file)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/applications/:receipt/package',
    summary: '整卷打包下载：申请表、文书、附件、办理经过、期限台账和校验值；记入案卷',
    access: 'staff',
    answers: [{ status: 200, description: '整卷', mediaType: 'application/zip' }, missing],
    handle: async (c) => {
      const whole = await openPackage(c.var.ctx, param(c, 'receipt'))
      return whole.ok
        ? fileResponse(
            packageFile(c.var.site.agency, whole.value, c.var.ctx.now, c.var.parts.assets),
          )
        : answer(c, whole)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/applications/:receipt/instruments/:document',
    summary:
      '下载文书：receipt 是登记回执，draft 是拟答复的预览，其余按文书标识；后缀为 docx、pdf 或 txt',
    access: 'staff',
    answers: [{ status: 200, description: '文书', mediaType: 'application/octet-stream' }, missing],
    handle: async (c) => {
      const file = await instrumentFile(c, param(c, 'receipt'), param(c, 'document'))
      return file.ok ? fileResponse(file.value) : answer(c, file)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/applications/:receipt/identity',
    summary: '查看申请人完整信息，每次查看都有记录',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '申请人信息',
        schema: caseSchema.pick({ applicant: true, representative: true, request: true }),
      },
      missing,
    ],
    handle: async (c) => {
      const personal = await openIdentity(c.var.ctx, param(c, 'receipt'))
      return answer(c, personal.ok ? ok(personalView(personal.value)) : personal)
    },
  }),
]

async function enter(c: Context<AppEnv>): Promise<Response> {
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return answer(c, key)
  const body = await readJson(c)
  if (!body.ok) return answer(c, body)
  const entered = await enterApplication(c.var.ctx, body.value, key.value)
  return entered.ok
    ? answer(c, ok(caseView(c.var.site.agency, entered.value)), 201)
    : answer(c, entered)
}

async function act(c: Context<AppEnv>): Promise<Response> {
  const name = param(c, 'action')
  if (!isStepAction(name)) return answer(c, refuse({ code: 'not-found' }))
  const body = await readStepBody(c)
  if (!body.ok) return answer(c, body)
  const done = await actOnCase(
    c.var.ctx,
    param(c, 'receipt'),
    name,
    body.value,
    c.var.region.agencies,
  )
  return answer(c, done.ok ? ok(caseView(c.var.site.agency, done.value)) : done)
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
