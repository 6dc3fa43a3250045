import * as z from 'zod'
import { cardFields, cardInput, cardKinds } from '../../../domain/catalog/card.ts'
import { saveCard } from '../../../usecases/catalog/save-card.ts'
import { listCards, showInstitution } from '../../../usecases/catalog/show-institution.ts'
import { answer, answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'
import { readCreation } from '../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'

const card = cardFields.extend({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(cardKinds),
  place: z.number().int(),
  name: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
})
const list = {
  status: 200,
  description: '名单',
  schema: z.object({ items: z.array(card), next: z.string().nullable() }),
}
const saved = { status: 200, description: '保存后的内容', schema: card }
const body = { schema: cardInput, mediaTypes: ['application/json'] }

/** 机构信息: leaders with their work, offices within. */
export const institutionOperations = [
  operation({
    method: 'GET',
    path: '/institution',
    summary: '现任领导的分工和内设机构',
    access: 'public',
    query: wholeListQuery,
    answers: [list],
    handle: async (c, query) =>
      answerPublic(c, pageOfWhole(c, await showInstitution(c.var.ctx), query)),
  }),
  operation({
    method: 'GET',
    path: '/desk/institution',
    summary: '领导分工和内设机构，含已结束的',
    access: 'staff',
    query: wholeListQuery,
    answers: [list],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listCards(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/institution',
    summary: '增加一位领导或者一个内设机构',
    access: 'staff',
    creates: true,
    body,
    answers: [saved, { status: 400, description: '填写有误' }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await saveCard(c.var.ctx, null, raw, key))
    },
  }),
  operation({
    method: 'PATCH',
    path: '/desk/institution/:id',
    summary: '修改一位领导或者一个内设机构，填写截止日即结束',
    access: 'staff',
    body,
    answers: [saved, { status: 404, description: '没有这一项' }],
    handle: async (c) => {
      const read = await readJson(c)
      const id = c.req.param('id') ?? ''
      return answer(c, read.ok ? await saveCard(c.var.ctx, id, read.value) : read)
    },
  }),
]
