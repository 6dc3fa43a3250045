import * as z from 'zod'
import { listPublicNorms, publicNormQuery } from '../../../usecases/norm/list-public-norms.ts'
import { showPublicCleanup } from '../../../usecases/norm/show-cleanup.ts'
import { answerPublic, linkNext } from '../answer.ts'
import { operation } from '../operation.ts'

const row = z.object({
  id: z.string(),
  itemId: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  maker: z.string(),
  publishedOn: z.string(),
  effectiveOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  replacedBy: z
    .object({ itemId: z.string(), title: z.string() })
    .nullable()
    .describe('取代它的新文件'),
  standing: z.enum(['valid', 'not-yet', 'expired', 'amended', 'repealed']),
})

const list = z.object({
  items: z.array(row),
  cleanups: z.array(
    z.object({ id: z.string(), title: z.string(), decidedOn: z.string().nullable() }),
  ),
  next: z.string().nullable(),
})

const cleanup = z.object({
  id: z.string(),
  title: z.string(),
  state: z.literal('decided'),
  decidedOn: z.string().nullable(),
  rows: z.array(
    z.object({
      documentId: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      publishedOn: z.string().nullable(),
      expiresOn: z.string().nullable(),
      inForce: z.int(),
      itemId: z.string().nullable(),
      decision: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
})

/** 规范性文件登记簿: what the public may know of an agency's normative documents. */
export const normOperations = [
  operation({
    method: 'GET',
    path: '/norms',
    summary: '已公布的规范性文件及效力状态，最近公布的在前；未公布的不列',
    access: 'public',
    query: publicNormQuery,
    answers: [{ status: 200, description: '规范性文件', schema: list }],
    handle: async (c, query) => {
      const found = await listPublicNorms(c.var.ctx, query)
      if (found.ok) linkNext(c, found.value.next)
      return answerPublic(c, found)
    },
  }),
  operation({
    method: 'GET',
    path: '/norms/cleanups/:id',
    summary: '一次规范性文件清理的结果，决定以后才公布',
    access: 'public',
    answers: [
      { status: 200, description: '清理结果', schema: cleanup },
      { status: 404, description: '没有这次清理，或者还没有决定' },
    ],
    handle: async (c) =>
      answerPublic(c, await showPublicCleanup(c.var.ctx, c.req.param('id') ?? '')),
  }),
]
