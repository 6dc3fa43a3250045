import * as z from 'zod'
import { changeQuery, listChanges } from '../../../usecases/item/list-changes.ts'
import { answerPublic, linkNext } from '../answer.ts'
import { operation } from '../operation.ts'
import { itemRowSchema } from './item-schema.ts'

const agency = z.object({ id: z.string(), name: z.string(), origin: z.string() })
const item = itemRowSchema
  .omit({ found: true, exact: true, agency: true })
  .extend({ body: z.string(), shownUntil: z.string().nullable() })

/** 变更日志: what a copy of the published information must take over. */
export const changeOperations = [
  operation({
    method: 'GET',
    path: '/changes',
    summary: '公开信息的增量变更，先变更的在前；按 cursor 接着取，就能保持一份完全一致的副本',
    access: 'public',
    query: changeQuery,
    answers: [
      {
        status: 200,
        description:
          'put 是现在的全文，gone 是不再公开；next 为 null 表示已取完，cursor 留作下次的起点；本级及下级的一页可能不满或为空',
        schema: z.object({
          items: z.array(
            z.discriminatedUnion('change', [
              z.object({ change: z.literal('put'), agency, id: z.string(), item }),
              z.object({ change: z.literal('gone'), agency, id: z.string(), item: z.null() }),
            ]),
          ),
          cursor: z.string(),
          next: z.string().nullable(),
        }),
      },
      { status: 400, description: '参数不对' },
      { status: 410, description: '日志已经重建，请不带 cursor 从头取' },
    ],
    handle: async (c, query) => {
      const { ctx, region, parts } = c.var
      const page = await listChanges(ctx, region, query, (a) => parts.resolver.originOf(a))
      if (page.ok) linkNext(c, page.value.next)
      return answerPublic(c, page)
    },
  }),
]
