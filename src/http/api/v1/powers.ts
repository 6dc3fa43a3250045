import * as z from 'zod'
import { changeKindKeys } from '../../../domain/service/change-kinds.data.ts'
import { guideBlocks } from '../../../domain/service/guide.ts'
import { guideText } from '../../../domain/service/input.ts'
import { powerTypeKeys } from '../../../domain/service/power-types.data.ts'
import { comparePowers, compareQuery } from '../../../usecases/service/compare-powers.ts'
import { countPowers, countQuery } from '../../../usecases/service/count-powers.ts'
import { listPowers, powerQuery } from '../../../usecases/service/list-powers.ts'
import { listServices, serviceQuery } from '../../../usecases/service/list-matters.ts'
import { showService } from '../../../usecases/service/show-guide.ts'
import { answerPublic, linkNext } from '../answer.ts'
import { operation } from '../operation.ts'

const type = z.enum(powerTypeKeys)
const power = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  type,
  unit: z.string(),
  basis: z.array(z.string()),
  from: z.string(),
  to: z.string().nullable(),
})
const counts = { byType: z.record(z.string(), z.int()), total: z.int() }
const logLine = z.object({
  on: z.string(),
  kind: z.enum(changeKindKeys),
  id: z.string(),
  code: z.string(),
  name: z.string(),
  type,
  note: z.string().nullable(),
  reason: z.string(),
  basis: z.string(),
})
const line = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  type,
  unit: z.string(),
  promisedDays: z.int().nullable(),
  statutoryDays: z.int().nullable(),
  lacking: z.array(z.enum(guideBlocks)),
})

const powerPage = z.object({
  day: z.string(),
  counts: z.object(counts),
  items: z.array(power),
  revisions: z.array(
    z.object({ revision: z.int(), on: z.string(), reason: z.string(), entries: z.int() }),
  ),
  next: z.string().nullable(),
})

const comparison = z.object({
  from: z.string(),
  until: z.string(),
  difference: z.object({
    added: z.array(power),
    removed: z.array(power),
    amended: z.array(z.object({ before: power, after: power })),
  }),
  log: z.array(logLine),
  isCut: z.boolean(),
})

const numbers = z.object({
  ...counts,
  scope: z.enum(['own', 'subtree']),
  year: z.int(),
  changes: z.record(z.string(), z.int()),
  coverage: z.object({ reporting: z.int(), of: z.int(), missing: z.array(z.string()) }),
  asOf: z.string().nullable(),
  children: z.array(
    z.object({
      agency: z.object({ id: z.string(), name: z.string() }),
      agencies: z.int(),
      ...counts,
    }),
  ),
})

/** 权责清单和办事指南: what the public may read of powers and services. */
export const serviceOperations = [
  operation({
    method: 'GET',
    path: '/services',
    summary: '可以申请办理的事项，按名称和类别查找；时限为工作日，lacking 是尚未公开的内容',
    access: 'public',
    query: serviceQuery,
    answers: [
      {
        status: 200,
        description: '一页事项',
        schema: z.object({ items: z.array(line), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const page = await listServices(c.var.ctx, query)
      if (page.ok) linkNext(c, page.value.next)
      return answerPublic(c, page)
    },
  }),
  operation({
    method: 'GET',
    path: '/services/:id',
    summary: '一个事项的办事指南：依据、条件、程序、时限、材料、收费、结果、责任科室和监督',
    access: 'public',
    answers: [
      {
        status: 200,
        description: '办事指南',
        schema: line.extend({
          basis: z.array(z.string()),
          guide: guideText.nullable(),
          publishedOn: z.string().nullable(),
          log: z.array(logLine),
        }),
      },
      { status: 404, description: '没有这个事项' },
      { status: 410, description: '事项已不在清单上，说明日期和理由' },
    ],
    handle: async (c) => answerPublic(c, await showService(c.var.ctx, c.req.param('id') ?? '')),
  }),
  operation({
    method: 'GET',
    path: '/powers',
    summary: '某一天的权责清单，连同各类数量和清单版本',
    access: 'public',
    query: powerQuery,
    answers: [{ status: 200, description: '一页清单', schema: powerPage }],
    handle: async (c, query) => {
      const page = await listPowers(c.var.ctx, query)
      if (page.ok) linkNext(c, page.value.next)
      return answerPublic(c, page)
    },
  }),
  operation({
    method: 'GET',
    path: '/powers/changes',
    summary: '两日清单的差异，和其间逐项调整的方式、理由和依据',
    access: 'public',
    query: compareQuery,
    answers: [{ status: 200, description: '差异和调整记录', schema: comparison }],
    handle: async (c, query) => answerPublic(c, await comparePowers(c.var.ctx, query)),
  }),
  operation({
    method: 'GET',
    path: '/powers/counts',
    summary: '按类别统计的职权数量和本年调整，本机关的或本级及下级的，由清单计算',
    access: 'public',
    query: countQuery,
    answers: [{ status: 200, description: '数量', schema: numbers }],
    handle: async (c, query) => answerPublic(c, await countPowers(c.var.ctx, c.var.region, query)),
  }),
]
