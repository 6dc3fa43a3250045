import * as z from 'zod'
import { pageLimit } from '../../../domain/shared/validate/fields.ts'
import { listHeld } from '../../../usecases/item/list-held.ts'
import { answer, linkNext } from '../answer.ts'
import { operation } from '../operation.ts'

const text = z.string().nullable()
const held = z.object({
  id: z.string(),
  indexNumber: z.string(),
  attribute: z.enum(['on-request', 'withheld']),
  docNumber: text,
  title: z.string(),
  issuer: z.string(),
  writtenOn: text,
  category: z.string(),
  theme: text,
  genre: text,
  validity: z.string(),
  summary: text,
  actions: z.array(z.string()),
})

/** 未公开信息: what only the agency's own staff see. */
export const deskItemOperations = [
  operation({
    method: 'GET',
    path: '/desk/items',
    summary: '本机关未对外公开的信息（依申请公开、不予公开）',
    access: 'staff',
    query: { limit: pageLimit.optional(), cursor: z.string().max(200).optional() },
    answers: [
      {
        status: 200,
        description: '未公开信息',
        schema: z.object({ items: z.array(held), next: text }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listHeld(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
]
