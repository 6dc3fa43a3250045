import * as z from 'zod'
import { itemKinds } from '../../../domain/item/kinds/kind-of.ts'
import { ok } from '../../../domain/shared/refusal.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'

const column = z.object({
  key: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  type: z.string().meta({
    description:
      'line、text、code、party、address 文字，year 年份（2026），date 日期（2026-03-02），period 起止两天（2026-03-02/2026-03-06），money、count、percent 数，choice 单选（options 里的 key），yes-no 是否（true、false），resident-id、credit-code、phone 证件和电话号码，item 信息的编号、索引号或网址，rows 表格（每行一个对象）',
  }),
  required: z.boolean().optional(),
  private: z.boolean().optional(),
  unit: z.string().optional(),
  options: z.array(z.object({ key: z.string(), label: z.string() })).optional(),
  least: z.literal(0).optional(),
  class: z.string().nullable().optional(),
})
const field = column.extend({
  columns: z.array(column).optional(),
  head: z.string().optional(),
  totals: z.array(z.string()).optional(),
  until: z.string().optional(),
})
const duty = z.object({
  from: z.string(),
  days: z.int(),
  unit: z.enum(['working', 'calendar']),
  basis: z.string(),
})

const schema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      about: z.string(),
      columns: z.array(z.string()),
      fields: z.array(field),
      rules: z.array(z.looseObject({ rule: z.string() })),
      derived: z.array(z.looseObject({ key: z.string(), label: z.string(), derive: z.string() })),
      list: z.array(z.string()),
      chart: z.object({ rows: z.string(), columns: z.array(z.string()) }).optional(),
      duty: duty.optional(),
      hideAfter: z.string().optional(),
      basis: z.array(z.string()),
    }),
  ),
  next: z.string().nullable(),
})

/** 专项类型: fields, rules and lists of special items as data, the same that forms and checks obey. */
export const itemKindOperations = [
  operation({
    method: 'GET',
    path: '/item-kinds',
    summary: '专项信息的类型、必填项和校验规则',
    access: 'public',
    query: wholeListQuery,
    answers: [{ status: 200, description: '专项类型', schema }],
    handle: (c, query) => answerPublic(c, pageOfWhole(c, ok({ items: itemKinds }), query)),
  }),
]
