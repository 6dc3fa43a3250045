import * as z from 'zod'
import { showCatalog } from '../../../usecases/catalog/show-catalog.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'

const columnSchema = z.object({
  id: z.string(),
  name: z.string(),
  columnType: z.string(),
  article: z.string().nullable(),
  description: z.string(),
  count: z.number().int(),
  lastPublishedAt: z.string().nullable(),
  get children() {
    return z.array(columnSchema)
  },
})

/** 公开目录: the tree of columns. */
export const catalogOperations = [
  operation({
    method: 'GET',
    path: '/catalog',
    summary: '公开目录：栏目树，带每个栏目的条数和最近公开时间',
    access: 'public',
    answers: [{ status: 200, description: '目录的根', schema: columnSchema }],
    handle: async (c) => answerPublic(c, await showCatalog(c.var.ctx)),
  }),
]
