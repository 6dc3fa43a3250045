import * as z from 'zod'
import type { Context } from 'hono'
import { ok, refuse, refuseField, type Result } from '../../../../domain/shared/refusal.ts'
import {
  addReplyFile,
  type NewReply,
} from '../../../../usecases/application/reply/add-reply-file.ts'
import { draftFromCase } from '../../../../usecases/application/draft-from-case.ts'
import { removeReplyFile } from '../../../../usecases/application/reply/remove-reply-file.ts'
import { showCase } from '../../../../usecases/application/show-case.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import { maxItemFileBytes } from '../../../../usecases/item/files/add-file.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readForm } from '../../read-body.ts'
import { replyFileSchema } from '../case-schema.ts'

const upload = z.object({
  file: z.string().meta({ format: 'binary' }),
  original: z.string().meta({ format: 'binary' }).optional(),
})
const missing = { status: 404, description: '没有这件申请或者这个附件' }
const conflict = { status: 409, description: '状态已变，或者现在不能改附件' }

/** 答复附件: what goes out with a reply, and the seal of what it was made from. */
export const deskReplyFileOperations = [
  operation({
    method: 'POST',
    path: '/desk/applications/:receipt/files',
    summary: '添加答复附件；original 是区分处理前的原件，加密封存，不再提供下载',
    access: 'staff',
    query: { strip: z.enum(['true', 'false']).optional() },
    body: { schema: upload, mediaTypes: ['multipart/form-data'] },
    answers: [{ status: 201, description: '附件', schema: replyFileSchema }, missing, conflict],
    handle: (c, { strip }) => add(c, strip === 'true'),
  }),
  operation({
    method: 'DELETE',
    path: '/desk/applications/:receipt/files/:file',
    summary: '移除答复附件；封存的原件仍然封存',
    access: 'staff',
    answers: [{ status: 204, description: '已移除' }, missing, conflict],
    handle: async (c) => {
      const done = await removeReplyFile(c.var.ctx, param(c, 'receipt'), param(c, 'file'))
      return done.ok ? c.body(null, 204) : answer(c, done)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/applications/:receipt/files/:file/inspection',
    summary: '答复附件的检查结果：个人信息（已遮盖）、没有真正删掉的内容、未能扫描的原因',
    access: 'staff',
    answers: [{ status: 200, description: '检查结果', schema: replyFileSchema }, missing],
    handle: async (c) => {
      const shown = await showCase(c.var.ctx, param(c, 'receipt'))
      if (!shown.ok) return answer(c, shown)
      const found = shown.value.replyFiles.find(({ id }) => id === param(c, 'file'))
      return answer(c, found === undefined ? refuse({ code: 'not-found' }) : ok(found))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/applications/:receipt/publication',
    summary: '由送达的答复起草主动公开的稿件，申请人信息全部去掉；同一件只起草一次',
    access: 'staff',
    answers: [
      {
        status: 201,
        description: '稿件；leftOut 是含有申请人信息或者不能自动核对、没有带入的附件数',
        schema: z.object({ item: z.string(), leftOut: z.int() }),
      },
      missing,
      conflict,
    ],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const done = await draftFromCase(c.var.ctx, param(c, 'receipt'), key.value)
      return answer(c, done, 201)
    },
  }),
]

async function add(c: Context<AppEnv>, strip: boolean): Promise<Response> {
  const { ctx, site } = c.var
  // Who may not is told so before a body is read for him.
  if (!may(ctx.actor, 'application.attach')) return answer(c, turnAway(ctx.actor))
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return answer(c, key)
  const given = await readParts(c)
  if (!given.ok) return answer(c, given)
  const receipt = param(c, 'receipt')
  const added = await addReplyFile(ctx, receipt, { ...given.value, strip }, key.value)
  if (!added.ok) return answer(c, added)
  const path = `/desk/applications/${encodeURIComponent(receipt)}/files/${encodeURIComponent(added.value.id)}`
  c.header('location', site.to.api(path))
  return answer(c, added, 201)
}

async function readParts(c: Context<AppEnv>): Promise<Result<NewReply>> {
  const form = await readForm(c, maxItemFileBytes + 64 * 1024)
  if (!form.ok) return form
  const file = await partOf(form.value, 'file')
  if (file === null) return refuseField('/file', { problem: 'required' })
  return ok({ file, original: (await partOf(form.value, 'original')) ?? undefined })
}

async function partOf(form: FormData, name: string): Promise<NewReply['file'] | null> {
  const part = form.get(name)
  if (!(part instanceof File)) return null
  return { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) }
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
