import type { Context } from 'hono'
import * as z from 'zod'
import { normDraft, normEntry, normInputs } from '../../../../domain/norm/input.ts'
import { states } from '../../../../domain/norm/types.ts'
import { ok, refuse, type Result } from '../../../../domain/shared/refusal.ts'
import { actOnNorm } from '../../../../usecases/norm/act-on-norm.ts'
import { draftNorm } from '../../../../usecases/norm/draft-norm.ts'
import { enterNorm } from '../../../../usecases/norm/enter-norm.ts'
import { listNorms, normQuery } from '../../../../usecases/norm/list-norms.ts'
import { type NormView, showNorm } from '../../../../usecases/norm/show-norm.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'

const text = z.string().nullable()

const line = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(states),
  title: z.string(),
  maker: z.string(),
  unit: text,
  basis: text,
  itemId: text,
  draftedBy: z.string(),
  draftedOn: z.string(),
  opinion: text,
  reviewedOn: text,
  textItem: text,
  textDigest: text,
  numberYear: z.int().nullable(),
  numberSerial: z.int().nullable(),
  number: text,
  registeredOn: text,
  publishedOn: text,
  effectiveOn: text,
  validityYears: z.int().nullable(),
  validitySource: text,
  expiresOn: text,
  extendedOn: text,
  inForce: z.int(),
  fileBy: text,
  filedOn: text,
  correctBy: text,
  filingLetter: text,
  filingOpinion: text,
  cleanupNote: text,
  endedOn: text,
  remark: text.describe('退回或者要求修改的理由'),
  isMine: z.boolean().describe('等我办理'),
  endReason: text,
  replacedBy: text,
  dues: z.array(z.object({ what: z.string(), on: text, isOverdue: z.boolean() })),
  actions: z.array(z.string()),
})

const opened = line.extend({
  text: z
    .object({
      item: z.string(),
      title: z.string(),
      digest: z.string(),
      files: z.array(z.object({ name: z.string(), sha256: z.string() })),
      isReviewed: z.boolean(),
    })
    .nullable(),
  history: z.array(
    z.object({ at: z.string(), kind: z.string(), by: z.string(), data: z.unknown() }),
  ),
  isHidden: z.boolean().describe('公布以后正文被撤回，公开登记簿不再列出'),
  successor: z
    .object({ id: z.string(), title: z.string(), number: text })
    .nullable()
    .describe('取代它的新文件'),
  explainedBy: z.array(z.object({ id: z.string(), title: z.string() })),
})

const shown = { status: 200, description: '规范性文件', schema: opened }
const made = { ...shown, status: 201 }
const missing = { status: 404, description: '没有这份文件' }
const json = ['application/json']

/** 规范性文件: the register at the desk, from draft to the end of force. */
export const deskNormOperations = [
  operation({
    method: 'GET',
    path: '/desk/norms',
    summary: '规范性文件登记簿，可以只列到期和待办的，或者只列缺政策解读的',
    access: 'staff',
    query: normQuery,
    answers: [
      {
        status: 200,
        description: '规范性文件',
        schema: z.object({ items: z.array(line), next: text }),
      },
    ],
    handle: async (c, query) => {
      const found = await listNorms(c.var.ctx, query)
      if (found.ok) linkNext(c, found.value.next)
      return answer(c, found)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/norms',
    summary: '起草登记一份规范性文件；带统一编号和已公开信息的，作为以前制定的文件补登',
    access: 'staff',
    body: { schema: z.union([normDraft, normEntry]), mediaTypes: json },
    answers: [made, { status: 400, description: '填写有误' }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      const isEntry = typeof raw === 'object' && raw !== null && 'number' in raw
      const done = await (isEntry ? enterNorm : draftNorm)(c.var.ctx, raw, key)
      return answer(c, done, 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/norms/:id',
    summary: '一份规范性文件的登记内容、期限和办理过程',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showNorm(c.var.ctx, param(c, 'id'))),
  }),
  operation({
    method: 'POST',
    path: '/desk/norms/:id/actions/:action',
    summary: '办理一步：送审、审核、登记编号、公布、报备、改正、延长、修改、废止',
    access: 'staff',
    body: { schema: z.union(Object.values(normInputs)), mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '状态已变或这一步未开放' }],
    handle: async (c) => answer(c, await act(c)),
  }),
]

async function act(c: Context<AppEnv>): Promise<Result<NormView>> {
  const action = param(c, 'action')
  if (!Object.hasOwn(normInputs, action)) return refuse({ code: 'not-found' })
  // A step that states nothing may come without a body.
  const isBare = c.req.header('content-type') === undefined && c.req.raw.body === null
  const body = isBare ? ok({}) : await readJson(c)
  return body.ok ? actOnNorm(c.var.ctx, param(c, 'id'), action, body.value) : body
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
