import type { Context } from 'hono'
import * as z from 'zod'
import { cleanupDecide, cleanupInput, cleanupRows } from '../../../../domain/norm/cleanup.ts'
import { filingInputs, filingStates } from '../../../../domain/norm/filing.ts'
import { actOnFiling } from '../../../../usecases/norm/act-on-filing.ts'
import { decideCleanup } from '../../../../usecases/norm/decide-cleanup.ts'
import { filingQuery, listFilings } from '../../../../usecases/norm/list-filings.ts'
import { openCleanup } from '../../../../usecases/norm/open-cleanup.ts'
import { proposeCleanup } from '../../../../usecases/norm/propose-cleanup.ts'
import { listCleanups, showCleanup } from '../../../../usecases/norm/show-cleanup.ts'
import { showFiling } from '../../../../usecases/norm/show-filing.ts'
import type { Result } from '../../../../domain/shared/refusal.ts'
import type { Ctx } from '../../../../usecases/context.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

const text = z.string().nullable()
const json = ['application/json']

const filing = z.object({
  letterId: z.string(),
  version: z.int(),
  state: z.enum(filingStates),
  sender: z.string(),
  documentId: z.string(),
  number: z.string(),
  title: z.string(),
  publishedOn: z.string(),
  filedOn: z.string(),
  fileBy: z.string(),
  dueOn: z.string(),
  opinion: text,
  decidedOn: text,
  correctBy: text,
  outcome: text,
  outcomeOn: text,
  isLate: z.boolean(),
  isOverdue: z.boolean(),
  actions: z.array(z.string()),
})

const cleanup = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(['open', 'decided']),
  title: z.string(),
  openedOn: z.string(),
  decidedOn: text,
})

const cleanupFull = cleanup.extend({
  rows: z.array(
    z.object({
      documentId: z.string(),
      number: text,
      title: z.string(),
      publishedOn: text,
      expiresOn: text,
      inForce: z.int(),
      itemId: text,
      isShown: z.int().describe('公众现在能不能读到它的文本：1 能，0 不能'),
      decision: text,
      reason: text,
    }),
  ),
  actions: z.array(z.string()),
})

const conflict = { status: 409, description: '状态已变或这一步未开放' }
const noFiling = { status: 404, description: '没有这份报备' }
const noCleanup = { status: 404, description: '没有这次清理' }
const shownFiling = {
  status: 200,
  description: '报备',
  schema: filing.extend({ content: z.unknown() }),
}
const shownCleanup = { status: 200, description: '清理', schema: cleanupFull }

/** 备案审查和清理: filings from agencies below, and the cleanups of an agency's own documents. */
export const deskFilingOperations = [
  operation({
    method: 'GET',
    path: '/desk/filings',
    summary: '下级报备的规范性文件，最近的在前；另列等待审查的',
    access: 'staff',
    query: filingQuery,
    answers: [
      {
        status: 200,
        description: '报备',
        schema: z.object({ items: z.array(filing), open: z.array(filing), next: text }),
      },
    ],
    handle: async (c, query) => {
      const found = await listFilings(c.var.ctx, query)
      if (found.ok) linkNext(c, found.value.next)
      return answer(c, found)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/filings/:id',
    summary: '一份报备的内容和审查情况',
    access: 'staff',
    answers: [shownFiling, noFiling],
    handle: async (c) => answer(c, await showFiling(c.var.ctx, param(c, 'id'))),
  }),
  operation({
    method: 'POST',
    path: '/desk/filings/:id/actions/:action',
    summary: '备案审查：通过、退回改正、撤销',
    access: 'staff',
    body: { schema: z.union(Object.values(filingInputs)), mediaTypes: json },
    answers: [shownFiling, noFiling, conflict],
    handle: (c) =>
      withBody(c, (ctx, body) => actOnFiling(ctx, param(c, 'id'), param(c, 'action'), body)),
  }),
  operation({
    method: 'GET',
    path: '/desk/cleanups',
    summary: '本机关的规范性文件清理',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '清理',
        schema: z.object({ items: z.array(cleanup), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listCleanups(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/cleanups',
    summary: '开始一次清理，列入全部现行有效的文件',
    access: 'staff',
    body: { schema: cleanupInput, mediaTypes: json },
    answers: [{ ...shownCleanup, status: 201 }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await openCleanup(c.var.ctx, raw, key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/cleanups/:id',
    summary: '一次清理的文件和意见',
    access: 'staff',
    answers: [shownCleanup, noCleanup],
    handle: async (c) => answer(c, await showCleanup(c.var.ctx, param(c, 'id'))),
  }),
  operation({
    method: 'POST',
    path: '/desk/cleanups/:id/actions/propose',
    summary: '保存各件文件的清理意见',
    access: 'staff',
    body: { schema: cleanupRows, mediaTypes: json },
    answers: [shownCleanup, noCleanup, conflict],
    handle: (c) => withBody(c, (ctx, body) => proposeCleanup(ctx, param(c, 'id'), body)),
  }),
  operation({
    method: 'POST',
    path: '/desk/cleanups/:id/actions/decide',
    summary: '对全部文件一并作出清理决定并公布',
    access: 'staff',
    body: { schema: cleanupDecide, mediaTypes: json },
    answers: [shownCleanup, noCleanup, conflict],
    handle: (c) => withBody(c, (ctx, body) => decideCleanup(ctx, param(c, 'id'), body)),
  }),
]

async function withBody<T>(
  c: Context<AppEnv>,
  verb: (ctx: Ctx, body: unknown) => Promise<Result<T>>,
): Promise<Response> {
  const body = await readJson(c)
  return body.ok ? answer(c, await verb(c.var.ctx, body.value)) : answer(c, body)
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
