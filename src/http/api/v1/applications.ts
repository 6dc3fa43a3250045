import * as z from 'zod'
import type { Context } from 'hono'
import { applicationForm } from '../../../domain/application/form.ts'
import { states } from '../../../domain/application/types.ts'
import { complaintForm } from '../../../domain/dispute/complaint.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { correctApplication, correctionForm } from '../../../usecases/application/correct.ts'
import { readOwnFile } from '../../../usecases/application/read-own-file.ts'
import { receiveApplication } from '../../../usecases/application/receive.ts'
import { showStatus, type Status } from '../../../usecases/application/status.ts'
import { withdrawApplication } from '../../../usecases/application/withdraw.ts'
import { fileComplaint } from '../../../usecases/dispute/file-complaint.ts'
import { parseIdempotencyKey } from '../../../usecases/idempotency.ts'
import type { AppEnv } from '../../app-env.ts'
import { statusView } from '../../application-view.ts'
import { fileResponse } from '../../file-response.ts'
import { ownInstrumentFile } from '../../instrument-document.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { receiptSecret } from '../receipt-secret.ts'
import { readApplicationBody } from '../read-application.ts'
import { readStepBody } from '../read-body.ts'
import { readCreation } from '../read-creation.ts'
import { clockSchema } from './case-schema.ts'
import { complaintSchema } from './dispute-schema.ts'

const accepted = z.object({
  receipt: z.string(),
  secret: z.string(),
  submittedAt: z.string(),
  statusUrl: z.string(),
})

const upload = z.array(z.string().meta({ format: 'binary' })).optional()
const applicationParts = z.object({
  application: z.string().meta({
    contentMediaType: 'application/json',
    description: '申请内容，与 JSON 方式提交的相同',
  }),
  files: upload,
  authorisation: upload,
})

const document = z.object({ id: z.string(), name: z.string(), mediaType: z.string() })

const statusSchema = z.object({
  receipt: z.string(),
  number: z.string().nullable(),
  state: z.enum(states),
  stateLabel: z.string(),
  channel: z.string(),
  submittedAt: z.string(),
  receivedOn: z.string().nullable(),
  clock: clockSchema,
  timeline: z.array(
    z.object({
      at: z.string(),
      event: z.string(),
      text: z.string(),
      note: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  asked: z.object({ for: z.enum(['correction', 'reasons', 'fee']), until: z.string() }).nullable(),
  reply: z
    .object({
      outcome: z.string(),
      outcomeLabel: z.string(),
      repliedOn: z.string(),
      text: z.string().nullable(),
      documents: z.array(document),
      remedies: z.array(z.string()),
    })
    .nullable(),
  documents: z.array(document),
  complaints: z.array(
    complaintSchema.pick({
      madeOn: true,
      text: true,
      dueOn: true,
      answeredOn: true,
      finding: true,
      answer: true,
    }),
  ),
  linked: z.array(
    z.object({
      receipt: z.string(),
      number: z.string().nullable(),
      state: z.enum(states),
      secret: z.string().nullable(),
    }),
  ),
  movedTo: z.object({ agency: z.string(), receipt: z.string(), secret: z.string() }).nullable(),
  /** what goes with the served reply */
  files: z.array(document.extend({ bytes: z.int(), sha256: z.string() })),
  /** when the applicant was told of the progress, and by which contact */
  told: z.array(z.object({ at: z.string(), contact: z.string() })),
  withdrawable: z.boolean(),
})

const shown = [
  { status: 200, description: '办理进度', schema: statusSchema },
  { status: 404, description: '没有这件申请，或查询密码不对' },
]

/** 依申请公开: what the public may do. */
export const applicationOperations = [
  operation({
    method: 'POST',
    path: '/applications',
    summary: '提交政府信息公开申请',
    access: 'public',
    body: {
      schema: applicationForm,
      form: applicationParts,
      mediaTypes: ['application/json', 'multipart/form-data'],
    },
    answers: [
      { status: 202, description: '已经保存，等待登记', schema: accepted },
      { status: 400, description: '填写有误' },
      { status: 409, description: '同一提交编号，内容不一致' },
      { status: 413, description: '附件太大' },
      { status: 429, description: '提交太频繁' },
    ],
    handle: submit,
  }),
  operation({
    method: 'GET',
    path: '/applications/:receipt',
    summary: '凭回执编号和查询密码查询办理进度',
    access: 'receipt',
    answers: shown,
    handle: (c) => byReceipt(c, showStatus),
  }),
  operation({
    method: 'GET',
    path: '/applications/:receipt/documents/:document',
    summary: '凭回执编号和查询密码下载发给申请人的文书：答复书送达后才能下载',
    access: 'receipt',
    answers: [
      { status: 200, description: '文书', mediaType: 'application/octet-stream' },
      { status: 404, description: '没有这份文书，或查询密码不对' },
    ],
    handle: download,
  }),
  operation({
    method: 'GET',
    path: '/applications/:receipt/files/:file',
    summary: '凭回执编号和查询密码下载随答复提供的文件：答复送达后才能下载',
    access: 'receipt',
    answers: [
      { status: 200, description: '文件', mediaType: 'application/octet-stream' },
      { status: 404, description: '没有这个文件，或查询密码不对' },
    ],
    handle: fetchFile,
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/withdrawal',
    summary: '申请人撤回申请',
    access: 'receipt',
    answers: [...shown, { status: 409, description: '已经答复，不能撤回' }],
    handle: (c) => byReceipt(c, withdrawApplication),
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/correction',
    summary: '申请人补正申请，或者说明理由',
    access: 'receipt',
    body: { schema: correctionForm, mediaTypes: ['application/json'] },
    answers: [
      ...shown,
      { status: 400, description: '填写有误' },
      { status: 409, description: '没有要求补正' },
    ],
    handle: correct,
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/complaint',
    summary: '申请人对办理提出投诉；上一次没有答复前，不能再提出',
    access: 'receipt',
    creates: true,
    body: { schema: complaintForm, mediaTypes: ['application/json'] },
    answers: [
      ...shown,
      { status: 400, description: '填写有误' },
      { status: 409, description: '上一次投诉还没有答复' },
    ],
    handle: complain,
  }),
]

async function submit(c: Context<AppEnv>): Promise<Response> {
  const { ctx, parts, clientKey, site } = c.var
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return answer(c, key)
  const body = await readApplicationBody(c)
  if (!body.ok) return answer(c, body)
  const received = await receiveApplication(ctx, {
    ...body.value,
    idempotencyKey: key.value,
    clientKey: parts.limits ? clientKey : null,
  })
  if (!received.ok) return answer(c, received)
  const statusUrl = `${site.origin}/api/v1/applications/${received.value.receipt}`
  c.header('location', statusUrl)
  return answer(c, ok({ ...received.value, statusUrl }), 202)
}

async function correct(c: Context<AppEnv>): Promise<Response> {
  const body = await readStepBody(c)
  if (!body.ok) return answer(c, body)
  return byReceipt(c, (ctx, receipt, secret) =>
    correctApplication(ctx, receipt, secret, body.value),
  )
}

async function complain(c: Context<AppEnv>): Promise<Response> {
  const given = await readCreation(c)
  if (!given.ok) return answer(c, given)
  const { raw, key } = given.value
  return byReceipt(c, (ctx, receipt, secret) => fileComplaint(ctx, receipt, secret, raw, key))
}

async function download(c: Context<AppEnv>): Promise<Response> {
  const pair = { receipt: c.req.param('receipt') ?? '', secret: receiptSecret(c) }
  const file = await ownInstrumentFile(c, pair, c.req.param('document') ?? '')
  return file.ok ? fileResponse(file.value) : answer(c, file)
}

async function fetchFile(c: Context<AppEnv>): Promise<Response> {
  const [receipt, file] = [c.req.param('receipt') ?? '', c.req.param('file') ?? '']
  const read = await readOwnFile(c.var.ctx, receipt, receiptSecret(c), file)
  return read.ok ? fileResponse(read.value) : answer(c, read)
}

type ByReceipt = (
  ctx: AppEnv['Variables']['ctx'],
  receipt: string,
  secret: string,
) => Promise<Result<Status>>

async function byReceipt(c: Context<AppEnv>, verb: ByReceipt): Promise<Response> {
  const result = await verb(c.var.ctx, c.req.param('receipt') ?? '', receiptSecret(c))
  return answer(c, result.ok ? ok(statusView(c.var.site.agency, result.value)) : result)
}
