import * as z from 'zod'
import { ruleInput, ruleSystemKeys } from '../../../domain/catalog/rule-input.ts'
import { listRules } from '../../../usecases/catalog/list-rules.ts'
import { saveRule } from '../../../usecases/catalog/save-rule.ts'
import { answer, answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'
import { readCreation } from '../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'

const register = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      version: z.number().int(),
      system: z.enum(ruleSystemKeys),
      title: z.string(),
      number: z.string().nullable(),
      edition: z.string(),
      issuedOn: z.string(),
      fromOn: z.string(),
      toOn: z.string().nullable(),
      state: z.enum(['pending', 'in-force', 'ended']),
      item: z.string().nullable(),
    }),
  ),
  gaps: z.array(z.object({ key: z.string(), name: z.string(), article: z.string() })),
})
const shown = { status: 200, description: '制度登记', schema: register }
const listed = { ...shown, schema: register.extend({ next: z.string().nullable() }) }
const body = { schema: ruleInput, mediaTypes: ['application/json'] }

/** 公开制度: the register of rules and its gaps. */
export const ruleOperations = [
  operation({
    method: 'GET',
    path: '/rules',
    summary: '公开制度登记：文号、版本、施行和失效日期，以及尚缺的制度',
    access: 'public',
    query: wholeListQuery,
    answers: [listed],
    handle: async (c, query) => answerPublic(c, pageOfWhole(c, await listRules(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/rules',
    summary: '登记一项公开制度',
    access: 'staff',
    creates: true,
    body,
    answers: [shown, { status: 400, description: '填写有误' }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await saveRule(c.var.ctx, null, raw, key))
    },
  }),
  operation({
    method: 'PATCH',
    path: '/desk/rules/:id',
    summary: '修改一项公开制度，填写失效日期即废止',
    access: 'staff',
    body,
    answers: [shown, { status: 404, description: '没有这项制度' }],
    handle: async (c) => {
      const read = await readJson(c)
      const id = c.req.param('id') ?? ''
      return answer(c, read.ok ? await saveRule(c.var.ctx, id, read.value) : read)
    },
  }),
]
