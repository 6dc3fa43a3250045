import * as z from 'zod'
import { states } from '../../../domain/clarification/types.ts'
import { clarificationQuery, listClarifications } from '../../../usecases/clarification/list.ts'
import { showClarification } from '../../../usecases/clarification/show.ts'
import { answerPublic, linkNext } from '../answer.ts'
import { operation } from '../operation.ts'

const line = z.object({
  id: z.string(),
  state: z.enum(states),
  claim: z.string(),
  source: z.string(),
  seenOn: z.string(),
  checkedBy: z.string(),
  publishedAt: z.string(),
})

const shown = line.extend({
  sourceUrl: z.string().nullable(),
  facts: z.string(),
  corrections: z.array(z.object({ on: z.string(), reason: z.string(), facts: z.string() })),
  items: z.array(z.object({ id: z.string(), title: z.string() })),
})

/** 澄清公告: what the public may read. */
export const clarificationOperations = [
  operation({
    method: 'GET',
    path: '/clarifications',
    summary: '已发布的澄清公告，新的在前',
    access: 'public',
    query: clarificationQuery,
    answers: [
      {
        status: 200,
        description: '一页澄清公告',
        schema: z.object({ items: z.array(line), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const page = await listClarifications(c.var.ctx, query)
      if (page.ok) linkNext(c, page.value.next)
      return answerPublic(c, page)
    },
  }),
  operation({
    method: 'GET',
    path: '/clarifications/:id',
    summary: '一条澄清公告：说法、出处、核实单位、实际情况、涉及的公开信息',
    access: 'public',
    answers: [
      { status: 200, description: '这条澄清', schema: shown },
      { status: 404, description: '没有这条澄清' },
      { status: 410, description: '已经撤回，说明原因' },
    ],
    handle: async (c) =>
      answerPublic(c, await showClarification(c.var.ctx, c.req.param('id') ?? '')),
  }),
]
