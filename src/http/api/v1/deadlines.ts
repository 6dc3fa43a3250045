import * as z from 'zod'
import { computeDeadline } from '../../../domain/application/deadline.ts'
import {
  deadlineRequest,
  parseDeadlineRequest,
} from '../../../domain/application/deadline-input.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'

const schema = z.object({
  dueOn: z.string(),
  firstDay: z.string(),
  provisional: z.boolean(),
  trace: z.array(z.object({ on: z.string(), counted: z.boolean(), why: z.string() })),
  law: z.array(z.string()),
})

/** 期限计算: pure, stores nothing. */
export const deadlineOperations = [
  operation({
    method: 'POST',
    path: '/deadlines',
    summary: '计算答复、补正、征求意见等期限，并逐日说明理由',
    access: 'public',
    body: { schema: deadlineRequest, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '期限', schema },
      { status: 400, description: '填写有误' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const request = parseDeadlineRequest(body.value)
      return answer(c, request.ok ? computeDeadline(request.value, c.var.ctx.calendar) : request)
    },
  }),
]
