import type { Context } from 'hono'
import * as z from 'zod'
import { reviewInputs } from '../../../../domain/case-review/input.ts'
import { reviewActions, reviewStates } from '../../../../domain/case-review/lifecycle.ts'
import { orderInput } from '../../../../domain/case-review/order.ts'
import { orderResult } from '../../../../domain/case-review/order-result.ts'
import { sheetCodes, sheetGroups } from '../../../../domain/case-review/sheet.data.ts'
import { actOnOrder } from '../../../../usecases/case-review/order/act.ts'
import { listOrders, showOrder } from '../../../../usecases/case-review/order/show.ts'
import { orderReviews } from '../../../../usecases/case-review/order/start.ts'
import type { AppEnv } from '../../../app-env.ts'
import { orderFile } from '../../../case-review-order-file.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readStepBody } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

type C = Context<AppEnv>

const json = ['application/json']
const head = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(reviewStates),
  from: z.string(),
  to: z.string(),
  percent: z.int(),
  dueOn: z.string(),
  orderedAt: z.string(),
  issuedOn: z.string().nullable(),
  number: z.object({ year: z.int(), serial: z.int() }).nullable(),
})
const orderSchema = head.extend({
  seed: z.string(),
  rule: z.string(),
  reason: z.string().nullable(),
  orderedBy: z.string(),
  remarks: z.string(),
  drawnBy: z.array(z.string()),
  approvedBy: z.string().nullable(),
  rows: z.array(
    z.object({
      code: z.enum(sheetCodes),
      group: z.enum(sheetGroups),
      text: z.string(),
      points: z.int(),
      law: z.string(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  asked: z.array(
    z.object({
      agency: z.string(),
      name: z.string(),
      answeredOn: z.string().nullable(),
      isOverdue: z.boolean(),
      isLate: z.boolean(),
    }),
  ),
  result: orderResult,
  actions: z.array(z.enum(reviewActions)),
})

const shown = {
  status: 200,
  description: '部署的评查：各机关报送情况、汇总、可办理的步骤',
  schema: orderSchema,
}
const missing = { status: 404, description: '没有这次部署' }

/** 抽查下级案卷: what an office orders, what comes up, and the notice. */
export const deskCaseReviewOrderOperations = [
  operation({
    method: 'GET',
    path: '/desk/case-review-orders',
    summary: '最近部署的案卷抽查',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '部署列表',
        schema: z.object({ items: z.array(head), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listOrders(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/case-review-orders',
    summary: '部署案卷抽查：直属下级机关按同一日期、比例和随机种子自动抽取，按期报送结果',
    access: 'staff',
    body: { schema: orderInput, mediaTypes: json },
    answers: [{ ...shown, status: 201 }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await orderReviews(c.var.ctx, c.var.region, raw, key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/case-review-orders/:order',
    summary: '一次部署：谁报送了、谁逾期、各机关得分、共性问题；不含案卷和个人信息',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showOrder(c.var.ctx, c.var.region, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/case-review-orders/:order/actions/:action',
    summary: '办理一步：draw-up 起草通报、edit 修改、reopen 退回、approve 批准印发并下发',
    access: 'staff',
    body: { schema: z.union([reviewInputs.edit, reviewInputs['draw-up']]), mediaTypes: json },
    answers: [
      shown,
      missing,
      { status: 403, description: '起草的人不能批准' },
      { status: 409, description: '现在不能办理这一步，或者别人改过' },
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnOrder(c.var.ctx, c.var.region, idOf(c), action, body.value))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/case-review-orders/:order/papers/:document',
    summary:
      '文件：table.xlsx、table.csv 汇总表；notice.docx、notice.pdf、notice.txt 抽查通报（起草后）',
    access: 'staff',
    answers: [{ status: 200, description: '文件', mediaType: 'application/octet-stream' }, missing],
    handle: async (c) => {
      const { ctx, region, parts } = c.var
      const name = c.req.param('document') ?? ''
      const made = await orderFile(ctx, region, idOf(c), name, parts.assets)
      return made.ok ? made.value : answer(c, made)
    },
  }),
]

function idOf(c: C): string {
  return c.req.param('order') ?? ''
}
