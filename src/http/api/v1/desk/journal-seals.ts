import * as z from 'zod'
import { journalSealQuery, listJournalSeals } from '../../../../usecases/journal/list.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'

const seal = z.object({
  n: z.int(),
  from: z.int().describe('本段第一条流水的编号'),
  to: z.int().describe('本段最后一条流水的编号'),
  events: z.int(),
  sealedAt: z.string(),
  digest: z.string().describe('SHA-256，由上一段的摘要值和本段流水算出'),
})
const anchor = z.object({
  agency: z.string(),
  day: z.string(),
  n: z.int(),
  toId: z.int(),
  sealedAt: z.string(),
  digest: z.string(),
})
const check = z.object({
  at: z.string(),
  seals: z.int(),
  faults: z.array(
    z.object({ fault: z.string(), n: z.int().optional(), day: z.string().optional() }),
  ),
})

/** 流水封存: the seals of the journal, for who answers for the agency or its accounts. */
export const deskJournalSealOperations = [
  operation({
    method: 'GET',
    path: '/desk/journal-seals',
    summary: '流水封存，新的在前；check 为现在核验最新几段',
    access: 'staff',
    query: journalSealQuery,
    answers: [
      {
        status: 200,
        description: '封存各段、最新的每日存证、上次夜间核验和这次核验的结果',
        schema: z.object({
          items: z.array(seal),
          next: z.string().nullable(),
          waiting: z.boolean().describe('是否有流水待封存'),
          anchor: anchor.nullable(),
          nightly: check.nullable(),
          checked: check.extend({ events: z.int(), anchors: z.int() }).nullable(),
        }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listJournalSeals(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
]
