import * as z from 'zod'
import { checkInput } from '../../../domain/catalog/check-input.ts'
import { channels } from '../../../domain/channel/channels.data.ts'
import { refileInput } from '../../../domain/catalog/refile-input.ts'
import { healthColours } from '../../../domain/catalog/health.ts'
import { checkColumn } from '../../../usecases/catalog/check-column.ts'
import { compareFiles } from '../../../usecases/catalog/compare-files.ts'
import { refileItems } from '../../../usecases/catalog/refile-items.ts'
import { examineColumns } from '../../../usecases/catalog/examine-columns.ts'
import { showCatalog } from '../../../usecases/catalog/show-catalog.ts'
import { answer, answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'
import { readCreation } from '../read-creation.ts'

const cadence = z.object({
  kind: z.enum(['regular', 'prompt', 'standing']),
  everyDays: z.number().int().optional(),
  period: z.enum(['month', 'quarter', 'half-year', 'year']).optional(),
  within: z.number().int().optional(),
  by: z.string().optional(),
})
const trunk = z.object({ id: z.string(), name: z.string(), inForceFrom: z.string() })

const columnSchema = z.object({
  id: z.string(),
  name: z.string(),
  columnType: z.string(),
  article: z.string().nullable(),
  description: z.string(),
  cadence: cadence.nullable(),
  mandatory: z.boolean(),
  owner: z.string().nullable().meta({ description: '责任单位；根栏目为 null' }),
  channels: z.array(z.enum(channels)).meta({ description: '公开渠道' }),
  missing: z.boolean(),
  formerIds: z.array(z.string()),
  count: z.number().int(),
  lastPublishedAt: z.string().nullable(),
  get children() {
    return z.array(columnSchema)
  },
})

const examined = z.object({
  id: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  article: z.string().nullable(),
  cadence,
  mandatory: z.boolean(),
  owner: z.string(),
  channels: z.array(z.enum(channels)),
  count: z.number().int(),
  lastOn: z.string().nullable(),
  colour: z.enum(healthColours),
  code: z.string(),
  dueOn: z.string().nullable(),
  days: z.number().int(),
  provisional: z.boolean(),
  check: z
    .object({ number: z.number().int(), on: z.string(), note: z.string(), by: z.string() })
    .nullable(),
  actions: z.array(z.enum(['check', 'refile'])),
})

const comparison = z.object({
  entries: z.int(),
  files: z.int(),
  bare: z.int(),
  unlabelled: z.int(),
  found: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      problem: z.enum(['bare', 'unlabelled']),
      missing: z.array(z.enum(['summary', 'writtenOn'])),
    }),
  ),
})

/** 公开目录: the tree of columns, their examination and yearly checks. */
export const catalogOperations = [
  operation({
    method: 'GET',
    path: '/catalog',
    summary: '公开目录：栏目树，带每个栏目的条数、最近公开时间和公开时限',
    access: 'public',
    answers: [{ status: 200, description: '目录的根', schema: columnSchema.extend({ trunk }) }],
    handle: async (c) => answerPublic(c, await showCatalog(c.var.ctx)),
  }),
  operation({
    method: 'GET',
    path: '/desk/catalog',
    summary: '栏目体检：空白、超期、久未更新和待核对的栏目，最急的在前',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '体检结果',
        schema: z.object({
          on: z.string(),
          trunk,
          counts: z.record(z.enum(healthColours), z.number().int()),
          columns: z.array(examined),
        }),
      },
    ],
    handle: async (c) => answer(c, await examineColumns(c.var.ctx)),
  }),
  operation({
    method: 'GET',
    path: '/desk/catalog/files',
    summary: '目录与文件核对：目录条数、附件份数，没有内容的条目和要素不全的文件',
    access: 'staff',
    answers: [{ status: 200, description: '核对结果', schema: comparison }],
    handle: async (c) => answer(c, await compareFiles(c.var.ctx)),
  }),
  operation({
    method: 'POST',
    path: '/desk/catalog/moves',
    summary: '把信息调到别的栏目，索引号和地址不变，一次最多 200 条',
    access: 'staff',
    body: { schema: refileInput, mediaTypes: ['application/json'] },
    answers: [
      {
        status: 200,
        description: '调整结果',
        schema: z.object({
          to: z.string(),
          moved: z.number().int(),
          unchanged: z.number().int(),
        }),
      },
      { status: 400, description: '没有这个栏目，或者有的信息不在本机关' },
      { status: 409, description: '信息已被他人改动' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      return answer(c, body.ok ? await refileItems(c.var.ctx, body.value) : body)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/catalog/:column/checks',
    summary: '记录一次栏目核对：看过了，仍然准确',
    access: 'staff',
    creates: true,
    body: { schema: checkInput, mediaTypes: ['application/json'] },
    answers: [
      {
        status: 200,
        description: '这次核对',
        schema: z.object({
          column: z.string(),
          checkedOn: z.string(),
          note: z.string(),
          number: z.number().int(),
        }),
      },
      { status: 404, description: '没有这个栏目' },
      { status: 409, description: '别人刚刚核对过' },
    ],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await checkColumn(c.var.ctx, c.req.param('column') ?? '', raw, key))
    },
  }),
]
