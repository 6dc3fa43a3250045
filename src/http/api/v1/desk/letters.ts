import type { Context } from 'hono'
import * as z from 'zod'
import { answerInput } from '../../../../domain/consultation/consultation.ts'
import { answerConsultation } from '../../../../usecases/consultation/answer.ts'
import { boxes } from '../../../../usecases/letter/letter-view.ts'
import { letterQuery, listLetters } from '../../../../usecases/letter/list-letters.ts'
import { showLetter } from '../../../../usecases/letter/show-letter.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'

const line = z.object({
  id: z.string(),
  box: z.enum(boxes),
  agencyId: z.string(),
  kind: z.string(),
  subject: z.string(),
  at: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(['sent', 'delivered', 'answered']),
  isOverdue: z.boolean(),
  answeredAt: z.string().nullable(),
})

const opened = line.extend({
  about: z.string(),
  sentAt: z.string(),
  replyTo: z.string().nullable(),
  answeredBy: z.string().nullable(),
  content: z.unknown(),
  actions: z.array(z.string()),
})

const list = z.object({ items: z.array(line), open: z.array(line), next: z.string().nullable() })
const shown = { status: 200, description: '公函', schema: opened }
const missing = { status: 404, description: '没有这份公函' }

/** 公函往来: letters between agencies, at the desk of either end. */
export const deskLetterOperations = [
  operation({
    method: 'GET',
    path: '/desk/letters',
    summary: '收到的或者发出的公函，最近的在前；另列等待本机关答复的',
    access: 'staff',
    query: letterQuery,
    answers: [{ status: 200, description: '公函', schema: list }],
    handle: async (c, query) => {
      const found = await listLetters(c.var.ctx, query)
      if (found.ok) linkNext(c, found.value.next)
      return answer(c, found)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/letters/:id',
    summary: '一份公函的内容、状态和往来',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showLetter(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/letters/:id/answer',
    summary: '答复征求公开意见的来函，只能答复一次',
    access: 'staff',
    body: { schema: answerInput, mediaTypes: ['application/json'] },
    answers: [shown, missing, { status: 409, description: '已经答复过了' }],
    handle: reply,
  }),
]

async function reply(c: Context<AppEnv>): Promise<Response> {
  const body = await readJson(c)
  if (!body.ok) return answer(c, body)
  const done = await answerConsultation(c.var.ctx, idOf(c), body.value)
  return done.ok ? answer(c, await showLetter(c.var.ctx, idOf(c))) : answer(c, done)
}

function idOf(c: Context<AppEnv>): string {
  return c.req.param('id') ?? ''
}
