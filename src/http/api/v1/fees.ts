import * as z from 'zod'
import { computeFee, feeRequest, parseFeeRequest } from '../../../domain/application/fee.ts'
import { ok } from '../../../domain/shared/refusal.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'

const schema = z.object({
  yuan: z.int(),
  steps: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      count: z.int(),
      unitYuan: z.int(),
      yuan: z.int(),
    }),
  ),
  law: z.array(z.string()),
})

/** 信息处理费计算: pure, stores nothing. */
export const feeOperations = [
  operation({
    method: 'POST',
    path: '/fees',
    summary: '按件或按量计算信息处理费，并列出各档',
    access: 'public',
    body: { schema: feeRequest, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '收费计算', schema },
      { status: 400, description: '填写有误' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const request = parseFeeRequest(body.value)
      return answer(c, request.ok ? ok(computeFee(request.value)) : request)
    },
  }),
]
