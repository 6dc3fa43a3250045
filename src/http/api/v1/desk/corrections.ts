import * as z from 'zod'
import type { Context } from 'hono'
import { declineInput } from '../../../../domain/application/personal-data/input.ts'
import { decideOnCorrection } from '../../../../usecases/application/personal-data/decide-correction.ts'
import { listCorrections } from '../../../../usecases/application/personal-data/list-corrections.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readStepBody } from '../../read-body.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

const waiting = z.object({
  id: z.string(),
  receipt: z.string(),
  number: z.string().nullable(),
  fields: z.array(z.string()),
  askedAt: z.string(),
})

/** 更正申请: corrections of identity at the desk. */
export const deskCorrectionOperations = [
  operation({
    method: 'GET',
    path: '/desk/corrections',
    summary: '等待核实的身份信息更正申请：只有项目，没有内容',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '更正申请，最早的在前',
        schema: z.object({ items: z.array(waiting), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listCorrections(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/corrections/:correction/actions/:action',
    summary: '核实后更正（accept），或者不予更正并说明理由（decline）',
    access: 'staff',
    body: { schema: declineInput.partial(), mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '已经决定', schema: z.object({ receipt: z.string() }) },
      { status: 400, description: '没有说明理由' },
      { status: 404, description: '没有这件更正申请' },
      { status: 409, description: '已经决定过，或者案卷已经归档' },
    ],
    handle: decide,
  }),
]

async function decide(c: Context<AppEnv>): Promise<Response> {
  const body = await readStepBody(c)
  if (!body.ok) return answer(c, body)
  const [id, action] = [c.req.param('correction') ?? '', c.req.param('action') ?? '']
  return answer(c, await decideOnCorrection(c.var.ctx, id, action, body.value))
}
