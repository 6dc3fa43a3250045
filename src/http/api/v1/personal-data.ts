import * as z from 'zod'
import type { Context } from 'hono'
import {
  copyInput,
  correctionInput,
  erasureInput,
  noticesInput,
} from '../../../domain/application/personal-data/input.ts'
import type { Result } from '../../../domain/shared/refusal.ts'
import { copyPersonalData } from '../../../usecases/application/personal-data/copy.ts'
import { correctPersonalData } from '../../../usecases/application/personal-data/correct.ts'
import { erasePersonalData } from '../../../usecases/application/personal-data/erase.ts'
import { setNotices } from '../../../usecases/application/personal-data/set-notices.ts'
import { showPersonalData } from '../../../usecases/application/personal-data/show.ts'
import type { PersonalDataView } from '../../../usecases/application/personal-data/view.ts'
import type { Ctx } from '../../../usecases/context.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { personalDataFile } from '../../personal-data-file.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readStepBody } from '../read-body.ts'
import { receiptSecret } from '../receipt-secret.ts'

const view = z.object({
  receipt: z.string(),
  isFull: z.boolean(),
  fields: z.array(z.object({ field: z.string(), value: z.string(), bar: z.string().nullable() })),
  delivery: z.object({ form: z.string().nullable(), route: z.string().nullable() }),
  notices: z.object({ offered: z.boolean(), wanted: z.boolean(), reachable: z.boolean() }),
  correctionBar: z.string().nullable(),
  openings: z.object({ n: z.int(), last: z.string().nullable() }),
  retention: z
    .object({
      term: z.union([z.int(), z.literal('permanent')]),
      keptUntil: z.string().nullable(),
    })
    .nullable(),
  corrections: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['asked', 'accepted', 'declined']),
      fields: z.array(z.string()),
      askedAt: z.string(),
      decidedAt: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  acts: z.array(
    z.object({ at: z.string(), event: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
})

const shown = [
  { status: 200, description: '个人信息，号码和地址隐去一部分', schema: view },
  { status: 404, description: '没有这件申请，或查询密码不对' },
]
const changed = [
  ...shown,
  { status: 400, description: '填写有误' },
  { status: 409, description: '依法不能更正、删除，或者别人刚刚改过' },
]

/** 个人信息: what an applicant may do with his own data. */
export const personalDataOperations = [
  operation({
    method: 'GET',
    path: '/applications/:receipt/personal-data',
    summary: '凭回执编号和查询密码查阅本人的个人信息（隐去一部分）',
    access: 'receipt',
    answers: shown,
    handle: async (c) =>
      answer(c, await showPersonalData(c.var.ctx, receiptOf(c), receiptSecret(c))),
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/personal-data/copy',
    summary: '凭回执编号和查询密码复制本人的完整个人信息，每次都有记录',
    access: 'receipt',
    body: { schema: copyInput, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '个人信息', mediaType: 'application/octet-stream' },
      { status: 400, description: '填写有误' },
      { status: 404, description: '没有这件申请，或查询密码不对' },
    ],
    handle: copy,
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/personal-data/corrections',
    summary: '更正、补充个人信息：联系方式立即生效，身份信息经机关核实后生效',
    access: 'receipt',
    body: { schema: correctionInput, mediaTypes: ['application/json'] },
    answers: changed,
    handle: (c) => change(c, correctPersonalData),
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/personal-data/erasures',
    summary: '删除不再需要的联系方式',
    access: 'receipt',
    body: { schema: erasureInput, mediaTypes: ['application/json'] },
    answers: changed,
    handle: (c) => change(c, erasePersonalData),
  }),
  operation({
    method: 'POST',
    path: '/applications/:receipt/personal-data/notices',
    summary: '同意接收办理进展的通知，或者不再接收',
    access: 'receipt',
    body: { schema: noticesInput, mediaTypes: ['application/json'] },
    answers: changed,
    handle: (c) => change(c, setNotices),
  }),
]

type Act = (
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
) => Promise<Result<PersonalDataView>>

async function change(c: Context<AppEnv>, act: Act): Promise<Response> {
  const body = await readStepBody(c)
  if (!body.ok) return answer(c, body)
  return answer(c, await act(c.var.ctx, receiptOf(c), receiptSecret(c), body.value))
}

async function copy(c: Context<AppEnv>): Promise<Response> {
  const body = await readStepBody(c)
  if (!body.ok) return answer(c, body)
  const copied = await copyPersonalData(c.var.ctx, receiptOf(c), receiptSecret(c), body.value)
  return copied.ok ? fileResponse(personalDataFile(copied.value)) : answer(c, copied)
}

function receiptOf(c: Context<AppEnv>): string {
  return c.req.param('receipt') ?? ''
}
