import type { Context } from 'hono'
import * as z from 'zod'
import { mostSealBytes } from '../../../../domain/seal/check-picture.ts'
import { sealStep } from '../../../../domain/seal/input.ts'
import { sealActions } from '../../../../domain/seal/lifecycle.ts'
import { ok, refuse } from '../../../../domain/shared/refusal.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import { decideOnSeal } from '../../../../usecases/seal/decide.ts'
import { listSeals, showPicture } from '../../../../usecases/seal/list.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import { proposeSeal } from '../../../../usecases/seal/propose.ts'
import type { AppEnv } from '../../../app-env.ts'
import { fileResponse } from '../../../file-response.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readForm, readStepBody } from '../../read-body.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

type C = Context<AppEnv>

const seal = z.object({
  id: z.string(),
  version: z.int(),
  state: z.string(),
  sha256: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  actions: z.array(z.string()),
})
const schema = z.object({ items: z.array(seal), next: z.string().nullable() })
const shown = { status: 200, description: '印章图样，新的在前', schema }
const missing = { status: 404, description: '没有这个图样' }
const upload = z.object({ picture: z.string().meta({ format: 'binary' }), from: z.string() })

/** 印章图样: the pictures of the agency's seal, for those who answer for them. */
export const deskSealOperations = [
  operation({
    method: 'GET',
    path: '/desk/seals',
    summary: '本机关登记的印章图样',
    access: 'staff',
    answers: [shown],
    query: wholeListQuery,
    handle: async (c, query) => {
      const seals = await listSeals(c.var.ctx)
      return answer(c, pageOfWhole(c, seals.ok ? ok({ items: seals.value }) : seals, query))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/seals',
    summary: '上传印章图样（PNG）和启用日期；另一人核准后才能使用',
    access: 'staff',
    body: { schema: upload, mediaTypes: ['multipart/form-data'] },
    answers: [{ ...shown, status: 201 }],
    handle: propose,
  }),
  operation({
    method: 'GET',
    path: '/desk/seals/:seal/image',
    summary: '查看一个印章图样',
    access: 'staff',
    answers: [{ status: 200, description: '图样', mediaType: 'image/png' }, missing],
    handle: async (c) => {
      const read = await showPicture(c.var.ctx, c.req.param('seal') ?? '')
      if (!read.ok) return answer(c, read)
      const body = read.value
      return fileResponse({ name: 'seal.png', mediaType: 'image/png', bytes: body.length, body })
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/seals/:seal/actions/:action',
    summary: '办理一步：approve 核准，end 停用',
    access: 'staff',
    body: { schema: sealStep, mediaTypes: ['application/json'] },
    answers: [
      shown,
      missing,
      { status: 403, description: '上传的人不能核准' },
      { status: 409, description: '别人办过，或者这一步未开放' },
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = sealActions.find((one) => one === c.req.param('action'))
      if (action === undefined) return answer(c, refuse({ code: 'not-found' }))
      const done = await decideOnSeal(c.var.ctx, c.req.param('seal') ?? '', action, body.value)
      return done.ok ? answerList(c) : answer(c, done)
    },
  }),
]

async function propose(c: C): Promise<Response> {
  const { ctx } = c.var
  // Who may not is told so before a body is read for him.
  if (!may(ctx.actor, 'seal.propose')) return answer(c, turnAway(ctx.actor))
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return answer(c, key)
  const form = await readForm(c, mostSealBytes + 64 * 1024)
  if (!form.ok) return answer(c, form)
  const [part, from] = [form.value.get('picture'), form.value.get('from')]
  const bytes = part instanceof File ? new Uint8Array(await part.arrayBuffer()) : null
  const said = { from: typeof from === 'string' ? from : '' }
  const done = await proposeSeal(ctx, bytes, said, key.value)
  return done.ok ? answerList(c, 201) : answer(c, done)
}

async function answerList(c: C, status: 200 | 201 = 200): Promise<Response> {
  const seals = await listSeals(c.var.ctx)
  return answer(c, seals.ok ? ok({ items: seals.value, next: null }) : seals, status)
}
