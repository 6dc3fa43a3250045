import type { Context } from 'hono'
import * as z from 'zod'
import { draftChange, newDraft } from '../../../../domain/item/draft-input.ts'
import { itemStepInputs } from '../../../../domain/item/step-input.ts'
import { ok } from '../../../../domain/shared/refusal.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import { actOnItem } from '../../../../usecases/item/act-on-item.ts'
import { maxItemFileBytes } from '../../../../usecases/item/files/add-file.ts'
import { attachFile } from '../../../../usecases/item/files/attach-file.ts'
import { draftItem } from '../../../../usecases/item/draft-item.ts'
import { editItem } from '../../../../usecases/item/edit-item.ts'
import { listDebt } from '../../../../usecases/item/list-debt.ts'
import { deskItemQuery, listDeskItems } from '../../../../usecases/item/list-desk-items.ts'
import { innerQuery, listInner } from '../../../../usecases/item/list-inner.ts'
import { readDraftFile } from '../../../../usecases/item/files/read-file.ts'
import { saveTyping, typingInput } from '../../../../usecases/item/save-typing.ts'
import { showDeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerDraftFile } from '../../../item-file.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'
import { readUpload, uploadSchema } from '../../read-upload.ts'
import { deskItemPageSchema, deskItemSchema } from './item-schema.ts'
import { attachmentSchema } from '../item-schema.ts'

const shown = { status: 200, description: '稿件', schema: deskItemSchema }
const missing = { status: 404, description: '没有这条信息' }
const conflict = { status: 409, description: '已被他人改动、这一步未开放，或发布条件不满足' }
const wrong = { status: 400, description: '填写有误' }
const step = z.union(Object.values(itemStepInputs))

/** 稿件: what officers do with items before, during and after publication. */
export const deskItemOperations = [
  operation({
    method: 'GET',
    path: '/desk/items',
    summary: '稿件列表：等我办、逾期、本周到期、被退回等，最近改动的在前',
    access: 'staff',
    query: deskItemQuery,
    answers: [{ status: 200, description: '一页稿件', schema: deskItemPageSchema }],
    handle: async (c, query) => {
      const listed = await listDeskItems(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/items',
    summary: '起草一条信息',
    access: 'staff',
    body: { schema: newDraft, mediaTypes: ['application/json'] },
    answers: [{ ...shown, status: 201 }, wrong],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(c, await draftItem(c.var.ctx, body.value, key.value), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/items/debt',
    summary: '公开欠账：各科室逾期未公开和七天内到期的信息条数',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '各科室的欠账',
        schema: z.object({
          asOf: z.string(),
          units: z.array(
            z.object({
              unit: z.string().nullable(),
              late: z.int(),
              soon: z.int(),
              oldest: z.string().nullable(),
            }),
          ),
        }),
      },
    ],
    handle: async (c) => answer(c, await listDebt(c.var.ctx)),
  }),
  operation({
    method: 'GET',
    path: '/desk/items/inner',
    summary: '本机关和下级机关不予公开、依申请公开的信息清单，按依据归类；涉密的不列名称',
    access: 'staff',
    query: innerQuery,
    answers: [
      {
        status: 200,
        description: '清单',
        schema: z.object({
          items: z.array(
            z.object({
              itemId: z.string(),
              agency: z.object({ id: z.string(), name: z.string() }),
              reason: z.string(),
              ground: z.string().nullable(),
              title: z.string().nullable(),
              decidedOn: z.string(),
              reassessOn: z.string().nullable(),
            }),
          ),
          grounds: z.array(z.object({ ground: z.string().nullable(), n: z.int() })),
          next: z.string().nullable(),
        }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listInner(c.var.ctx, c.var.region, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/items/:id',
    summary: '一条稿件的全部内容、审查记录、版本和可办动作',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showDeskItem(c.var.ctx, param(c, 'id'))),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/items/:id',
    summary: '修改稿件；已送审的退回起草并重新审查，已发布的开始新版本',
    access: 'staff',
    body: { schema: draftChange, mediaTypes: ['application/json'] },
    answers: [shown, wrong, missing, conflict],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await editItem(c.var.ctx, param(c, 'id'), body.value) : body)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/items/:id/autosave',
    summary: '自动保存正在填写的内容：只有本人看得到，不改变稿件',
    access: 'staff',
    body: { schema: typingInput, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '保存时间', schema: z.object({ at: z.string() }) },
      missing,
    ],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await saveTyping(c.var.ctx, param(c, 'id'), body.value) : body)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/items/:id/actions/:action',
    summary: '办理一步：送审、通过、退回、发布、定时、撤回、更正、合并、废止、紧急清除等',
    access: 'staff',
    body: { schema: step, mediaTypes: ['application/json'] },
    answers: [shown, wrong, missing, conflict],
    handle: act,
  }),
  operation({
    method: 'POST',
    path: '/desk/items/:id/files',
    summary: '给稿件添加附件；已发布的开始新版本，审查后才公开',
    access: 'staff',
    query: { strip: z.enum(['true', 'false']).optional() },
    body: { schema: uploadSchema, mediaTypes: ['multipart/form-data'] },
    answers: [{ status: 201, description: '附件', schema: attachmentSchema }, missing, conflict],
    handle: (c, { strip }) => attach(c, strip === 'true'),
  }),
  operation({
    method: 'GET',
    path: '/desk/items/:id/files/:file',
    summary: '下载稿件的附件',
    access: 'staff',
    answers: [
      { status: 200, description: '文件', mediaType: 'application/octet-stream' },
      { status: 206, description: '文件的一段', mediaType: 'application/octet-stream' },
      { status: 304, description: '没有变化' },
      missing,
      { status: 416, description: '要取的一段超出了文件的末尾' },
    ],
    handle: async (c) => {
      const file = await readDraftFile(c.var.ctx, param(c, 'id'), param(c, 'file'))
      return file.ok ? answerDraftFile(c, file.value) : answer(c, file)
    },
  }),
]

async function act(c: Context<AppEnv>): Promise<Response> {
  // A step that states nothing may come without a body.
  const isBare = c.req.header('content-type') === undefined && c.req.raw.body === null
  const body = isBare ? ok({}) : await readJson(c)
  if (!body.ok) return answer(c, body)
  const { ctx, region } = c.var
  return answer(c, await actOnItem(ctx, region, param(c, 'id'), param(c, 'action'), body.value))
}

async function attach(c: Context<AppEnv>, strip: boolean): Promise<Response> {
  // Who may not is told so before a body is read for him.
  if (!may(c.var.ctx.actor, 'item.draft')) return answer(c, turnAway(c.var.ctx.actor))
  const key = parseIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return answer(c, key)
  const upload = await readUpload(c, maxItemFileBytes)
  if (!upload.ok) return answer(c, upload)
  const id = param(c, 'id')
  const added = await attachFile(c.var.ctx, id, { ...upload.value, strip }, key.value)
  if (!added.ok) return answer(c, added)
  const path = `/desk/items/${encodeURIComponent(id)}/files/${encodeURIComponent(added.value.id)}`
  return answer(c, ok({ ...added.value, href: c.var.site.to.api(path) }), 201)
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
