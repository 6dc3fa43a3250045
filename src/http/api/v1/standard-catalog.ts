import * as z from 'zod'
import { filingInput } from '../../../domain/catalog/filing-input.ts'
import { fileMatter } from '../../../usecases/catalog/file-matter.ts'
import {
  showCoverage,
  showStandardCatalog,
} from '../../../usecases/catalog/show-standard-catalog.ts'
import { answer, answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'

const texts = z.array(z.string())
const matter = z.object({
  id: z.string(),
  field: z.string(),
  first: z.string(),
  second: z.string(),
  elements: texts,
  basis: texts,
  timeLimit: z.string(),
  timeLimitRule: z
    .object({
      days: z.number().int(),
      unit: z.enum(['workday', 'day']),
      trigger: z.string(),
      publicityDays: z.number().int().optional(),
      licensingOrPunishmentDays: z.number().int().optional(),
    })
    .nullable(),
  subject: texts,
  channels: texts,
  audience: z.string(),
  method: z.string(),
  levels: z.array(z.enum(['county', 'township'])),
  source: z.string(),
  count: z.number().int(),
  newestOn: z.string().nullable(),
  warnings: z.array(z.enum(['too-few', 'too-old', 'gap'])),
  newest: z.array(z.object({ id: z.string(), title: z.string(), publishedAt: z.string() })),
})
const catalog = z.object({
  on: z.string(),
  pilotFields: texts,
  /** 试点领域中还没有录入事项的领域 */
  unkeptFields: texts,
  applicable: z.number().int(),
  covered: z.number().int(),
  fields: z.array(
    z.object({
      field: z.string(),
      applicable: z.number().int(),
      covered: z.number().int(),
      gaps: texts,
      newestOn: z.string().nullable(),
      matters: z.array(matter),
    }),
  ),
})

/** 基层政务公开标准目录: matters, what was filed against them, coverage. */
export const standardCatalogOperations = [
  operation({
    method: 'GET',
    path: '/standard-catalog',
    summary: '基层政务公开标准目录：领域、事项、要素和归入的信息',
    access: 'public',
    answers: [{ status: 200, description: '标准目录', schema: catalog }],
    handle: async (c) => answerPublic(c, await showStandardCatalog(c.var.ctx)),
  }),
  operation({
    method: 'GET',
    path: '/desk/standard-catalog',
    summary: '标准目录覆盖：各领域已公开和空白的事项、提醒',
    access: 'staff',
    answers: [{ status: 200, description: '覆盖情况', schema: catalog }],
    handle: async (c) => answer(c, await showCoverage(c.var.ctx)),
  }),
  operation({
    method: 'POST',
    path: '/desk/items/:id/matters',
    summary: '把一条信息归入标准目录的事项，代替原来的归类',
    access: 'staff',
    body: { schema: filingInput, mediaTypes: ['application/json'] },
    answers: [
      {
        status: 200,
        description: '归类',
        schema: z.object({ item: z.string(), title: z.string(), matters: texts }),
      },
      { status: 404, description: '没有这条信息' },
      { status: 409, description: '信息已被他人改动' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(c, await fileMatter(c.var.ctx, c.req.param('id') ?? '', body.value))
    },
  }),
]
