import type { Context } from 'hono'
import * as z from 'zod'
import { reviewInputs, sheetInputs, startInput } from '../../../../domain/case-review/input.ts'
import {
  objectionVerdicts,
  reviewActions,
  reviewStates,
  sheetActions,
  sheetStates,
} from '../../../../domain/case-review/lifecycle.ts'
import { reviewResult } from '../../../../domain/case-review/result.ts'
import { citable } from '../../../../domain/case-review/score.ts'
import { sheetCodes, sheetGroups } from '../../../../domain/case-review/sheet.data.ts'
import { actOnReview } from '../../../../usecases/case-review/act-on-review.ts'
import { actOnSheet } from '../../../../usecases/case-review/act-on-sheet.ts'
import { listReviews } from '../../../../usecases/case-review/list.ts'
import { showReview } from '../../../../usecases/case-review/show.ts'
import { showSheet } from '../../../../usecases/case-review/show-sheet.ts'
import { startReview } from '../../../../usecases/case-review/start.ts'
import type { AppEnv } from '../../../app-env.ts'
import { noticeFile } from '../../../case-review-notice.ts'
import { fileResponse } from '../../../file-response.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readStepBody } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

type C = Context<AppEnv>

const json = ['application/json']
const number = z.object({ year: z.int(), serial: z.int() }).nullable()
const head = z.object({
  id: z.string(),
  state: z.enum(reviewStates),
  from: z.string(),
  to: z.string(),
  size: z.int(),
  finished: z.int(),
  startedAt: z.string(),
  number,
  issuedOn: z.string().nullable(),
})
const row = z.object({
  code: z.enum(sheetCodes),
  group: z.enum(sheetGroups),
  text: z.string(),
  points: z.int(),
  law: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})
const drawn = z.object({
  n: z.int(),
  receipt: z.string().nullable(),
  number: z.string(),
  unit: z.string(),
  outcome: z.string().nullable(),
  state: z.enum(sheetStates),
  reviewer: z.string().nullable(),
})
const reviewSchema = head.extend({
  version: z.int(),
  seed: z.string(),
  rule: z.string(),
  population: z.int(),
  populationDigest: z.string(),
  startedBy: z.string(),
  reason: z.string().nullable(),
  ordered: z
    .object({
      by: z.string(),
      name: z.string(),
      order: z.string(),
      letter: z.string(),
      dueOn: z.string(),
    })
    .nullable(),
  meetings: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      isLater: z.boolean(),
      reason: z.string().nullable(),
      number,
    }),
  ),
  remarks: z.string(),
  drawnBy: z.array(z.string()),
  approvedBy: z.string().nullable(),
  rows: z.array(row),
  sheets: z.array(
    drawn.extend({
      score: z.int().nullable(),
      faults: z.int(),
      isObjected: z.boolean(),
      isMine: z.boolean(),
    }),
  ),
  result: reviewResult.nullable(),
  actions: z.array(z.enum(reviewActions)),
})
const sheetSchema = drawn.extend({
  review: z.string(),
  version: z.int(),
  score: z.int(),
  objection: z.string().nullable(),
  objectedBy: z.string().nullable(),
  verdict: z.enum(objectionVerdicts).nullable(),
  answer: z.string().nullable(),
  isBarred: z.boolean(),
  rows: z.array(
    row.extend({
      evidence: z.string().nullable(),
      remark: z.string().nullable(),
      deducted: z.int(),
      reason: z.string().optional(),
      record: z.enum(citable).optional(),
    }),
  ),
  actions: z.array(z.enum(sheetActions)),
})

const shown = {
  status: 200,
  description: '评查：抽样、进度、结果、可办理的步骤',
  schema: reviewSchema,
}
const sheet = { status: 200, description: '评查表', schema: sheetSchema }
const missing = { status: 404, description: '没有这次评查或者这份评查表' }
const conflict = { status: 409, description: '现在不能办理这一步，或者别人改过' }

/** 案卷评查: the draw, the score sheets and the notice. */
export const deskCaseReviewOperations = [
  operation({
    method: 'GET',
    path: '/desk/case-reviews',
    summary: '最近的案卷评查',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '评查列表',
        schema: z.object({ items: z.array(head), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listReviews(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/case-reviews',
    summary:
      '发起评查：从一段日期内办结的申请中随机抽取案卷，件数 size 与比例 percent 填一项；日期与已有评查重叠的写明理由 reason',
    access: 'staff',
    body: { schema: startInput, mediaTypes: json },
    answers: [{ ...shown, status: 201 }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await startReview(c.var.ctx, raw, key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/case-reviews/:review',
    summary: '一次评查：种子、规则、总体和抽取的案卷固定不变，可以重新抽取核对',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showReview(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/case-reviews/:review/actions/:action',
    summary: '办理一步：draw-up 起草通报、edit 修改、reopen 退回评查、approve 批准印发',
    access: 'staff',
    body: { schema: z.union([reviewInputs.edit, reviewInputs['draw-up']]), mediaTypes: json },
    answers: [shown, missing, { status: 403, description: '起草的人不能批准' }, conflict],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnReview(c.var.ctx, idOf(c), action, body.value))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/case-reviews/:review/notices/:document',
    summary: '评查通报：notice.docx、notice.pdf、notice.txt；没有申请人的信息',
    access: 'staff',
    answers: [{ status: 200, description: '文件', mediaType: 'application/octet-stream' }, missing],
    handle: async (c) => {
      const name = c.req.param('document') ?? ''
      const file = await noticeFile(c.var.ctx, idOf(c), name, c.var.parts.assets)
      return file.ok ? fileResponse(file.value) : answer(c, file)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/case-reviews/:review/sheets/:n',
    summary: '一份评查表：评分项、记录显示的问题、扣分和理由、异议',
    access: 'staff',
    answers: [sheet, missing],
    handle: async (c) => answer(c, await showSheet(c.var.ctx, idOf(c), numberOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/case-reviews/:review/sheets/:n/actions/:action',
    summary: '评查表办理：save 保存评分、finish 完成、object 承办人员提出异议、answer 答复异议',
    access: 'staff',
    body: {
      schema: z.union([
        sheetInputs.save,
        sheetInputs.answer,
        sheetInputs.object,
        sheetInputs.finish,
      ]),
      mediaTypes: json,
    },
    answers: [
      sheet,
      missing,
      { status: 403, description: '经办、审核、签发的人员不能评查' },
      conflict,
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnSheet(c.var.ctx, idOf(c), numberOf(c), action, body.value))
    },
  }),
]

function idOf(c: C): string {
  return c.req.param('review') ?? ''
}

function numberOf(c: C): number {
  const text = c.req.param('n') ?? ''
  return /^\d{1,3}$/.test(text) ? Number(text) : 0
}
