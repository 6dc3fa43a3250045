import type { Context } from 'hono'
import * as z from 'zod'
import { calendarStep } from '../../../../domain/calendar/input.ts'
import { ok, refuse, type Result } from '../../../../domain/shared/refusal.ts'
import { calendarScopes } from '../../../../domain/time/edition.ts'
import { askTrial } from '../../../../usecases/calendar/ask-trial.ts'
import { decideCalendar } from '../../../../usecases/calendar/decide.ts'
import { draftCalendar } from '../../../../usecases/calendar/draft.ts'
import { listCalendar } from '../../../../usecases/calendar/list.ts'
import { listMoves } from '../../../../usecases/calendar/moves.ts'
import { showYearTable } from '../../../../usecases/calendar/public-table.ts'
import { showCalendar } from '../../../../usecases/calendar/show.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, answerPublic } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import {
  calendarListSchema,
  calendarMovesSchema,
  calendarVersionSchema,
  yearTableSchema,
} from '../calendar-schema.ts'

type C = Context<AppEnv>

const json = ['application/json']
const draft = z.strictObject({
  scope: z.enum(calendarScopes),
  year: z.int(),
  table: z.string(),
  docNumber: z.string(),
  url: z.string(),
  issuedOn: z.string(),
  version: z.int().optional(),
})
const shown = {
  status: 200,
  description: '放假安排的一个版本；起草中的附试算：会变动的期限',
  schema: calendarVersionSchema,
}
const missing = { status: 404, description: '没有这个版本' }
const conflict = { status: 409, description: '现在不能办理这一步，或者别人改过' }

/** 放假安排: the tables that working days are counted by, their versions and what each moved. */
export const calendarOperations = [
  operation({
    method: 'GET',
    path: '/calendar',
    summary: '一年的工作日历：放假和上班的日子、依据；不给年份时为今年',
    access: 'public',
    query: { year: z.string().optional() },
    answers: [
      {
        status: 200,
        description: '工作日历；没有公布的年份 provisional 为 true',
        schema: yearTableSchema,
      },
    ],
    handle: async (c, { year }) => answerPublic(c, await showYearTable(c.var.ctx, year)),
  }),
  operation({
    method: 'GET',
    path: '/desk/calendar',
    summary: '放假安排的各个版本、换用记录、现行版本',
    access: 'staff',
    answers: [{ status: 200, description: '放假安排', schema: calendarListSchema }],
    handle: async (c) => {
      const listed = await listCalendar(c.var.ctx, c.var.region)
      return answer(c, listed.ok ? ok({ ...listed.value, next: null }) : listed)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/calendar',
    summary: '录入一年的放假安排；table 是文件中放假、上班的句子或者逐行的日期',
    access: 'staff',
    body: { schema: draft, mediaTypes: json },
    answers: [{ ...shown, status: 201 }],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await draftCalendar(c.var.ctx, c.var.region, null, raw, key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/calendar/switches/:n',
    summary: '一次换用工作日历变动了哪些件的期限，每次 100 件；after 是上一页最后一件的回执编号',
    access: 'staff',
    query: { after: z.string().max(60).optional() },
    answers: [{ status: 200, description: '期限变动', schema: calendarMovesSchema }, missing],
    handle: async (c, { after = '' }) => {
      const n = /^\d{1,9}$/.test(param(c, 'n')) ? Number(param(c, 'n')) : 0
      return answer(c, await listMoves(c.var.ctx, n, after))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/calendar/:calendar',
    summary: '放假安排的一个版本',
    access: 'staff',
    answers: [shown, missing],
    handle: (c) => answerOne(c),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/calendar/:calendar',
    summary: '修改起草中的放假安排，全部内容一起提交',
    access: 'staff',
    body: { schema: draft, mediaTypes: json },
    answers: [shown, missing, conflict],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(
        c,
        await draftCalendar(c.var.ctx, c.var.region, param(c, 'calendar'), body.value),
      )
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/calendar/:calendar/trial',
    summary: '请各机关试算起草中的全国放假安排',
    access: 'staff',
    answers: [shown, missing, conflict],
    handle: async (c) => then(c, await askTrial(c.var.ctx, c.var.region, param(c, 'calendar'))),
  }),
  operation({
    method: 'POST',
    path: '/desk/calendar/:calendar/actions/:action',
    summary: '办理一步：check 复核启用，drop 放弃',
    access: 'staff',
    body: { schema: calendarStep, mediaTypes: json },
    answers: [shown, missing, { status: 403, description: '录入的人不能复核' }, conflict],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = param(c, 'action')
      if (action !== 'check' && action !== 'drop') return answer(c, refuse({ code: 'not-found' }))
      return then(c, await decideCalendar(c.var.ctx, param(c, 'calendar'), action, body.value))
    },
  }),
]

function then(c: C, done: Result<null>): Promise<Response> | Response {
  return done.ok ? answerOne(c) : answer(c, done)
}

async function answerOne(c: C): Promise<Response> {
  return answer(c, await showCalendar(c.var.ctx, c.var.region, param(c, 'calendar')))
}

function param(c: C, name: string): string {
  return c.req.param(name) ?? ''
}
