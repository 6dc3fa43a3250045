import type { Context } from 'hono'
import * as z from 'zod'
import {
  bulletinInputs,
  findingStep,
  newFindingInput,
} from '../../../../domain/report/bulletin/input.ts'
import { markInput, objectionDecision } from '../../../../domain/report/bulletin/sheet-letter.ts'
import { ok, type Result } from '../../../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../../../domain/time/instant.ts'
import { actOnBulletin } from '../../../../usecases/report/bulletin/act-on-bulletin.ts'
import { actOnFinding, findingSteps } from '../../../../usecases/report/bulletin/act-on-finding.ts'
import { addFinding } from '../../../../usecases/report/bulletin/add-finding.ts'
import { decideObjection } from '../../../../usecases/report/bulletin/decide-objection.ts'
import { editBulletin } from '../../../../usecases/report/bulletin/edit-bulletin.ts'
import { listBulletins } from '../../../../usecases/report/bulletin/list-bulletins.ts'
import { addMark, removeMark } from '../../../../usecases/report/bulletin/mark.ts'
import {
  type BulletinView,
  showBulletin,
} from '../../../../usecases/report/bulletin/show-bulletin.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import { bulletinListSchema, bulletinSchema, findingSchema } from './bulletin-schema.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

type C = Context<AppEnv>

const json = ['application/json']
const shown = {
  status: 200,
  description: '简报：数字、机关表、正文、问题台账、可办理的步骤',
  schema: bulletinSchema,
}
const missing = { status: 404, description: '没有这份简报' }
const conflict = { status: 409, description: '现在不能办理这一步，或者别人改过' }

/** 简报: monthly summaries, quarterly circulars and assessments, with their ledger of findings. */
export const deskBulletinOperations = [
  operation({
    method: 'GET',
    path: '/desk/bulletins',
    summary: '一年的简报；另列各类简报下一份何时生成、还有多少问题没有销号',
    access: 'staff',
    query: { year: z.string().optional(), kind: z.string().optional(), ...wholeListQuery },
    answers: [{ status: 200, description: '简报列表', schema: bulletinListSchema }],
    handle: async (c, { limit, cursor, ...query }) => {
      const listed = await listBulletins(c.var.ctx, c.var.region, query)
      return answer(c, pageOfWhole(c, listed, { limit, cursor }))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/bulletins/:bulletin',
    summary: '一份简报：核对锁定前是现在的数字，锁定后是锁定的数字并列出之后的变动',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answerView(c, await showBulletin(c.var.ctx, c.var.region, idOf(c))),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/bulletins/:bulletin',
    summary: '修改起草中的正文；{名称} 处填入同名的数字',
    access: 'staff',
    body: { schema: bulletinInputs.edit, mediaTypes: json },
    answers: [shown, missing, conflict],
    handle: (c) => step(c, (raw) => editBulletin(c.var.ctx, c.var.region, idOf(c), raw)),
  }),
  operation({
    method: 'POST',
    path: '/desk/bulletins/:bulletin/actions/:action',
    summary: '办理一步：check 核对锁定、reopen 退回起草、show 送下级核对、approve 批准、issue 印发',
    access: 'staff',
    body: { schema: z.union([bulletinInputs.issue, bulletinInputs.step]), mediaTypes: json },
    answers: [shown, missing, { status: 403, description: '核对的人不能批准' }, conflict],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const { ctx, region } = c.var
      const action = c.req.param('action') ?? ''
      return answerView(c, await actOnBulletin(ctx, region, idOf(c), action, body.value))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/bulletins/:bulletin/findings',
    summary: '手工登记一个问题',
    access: 'staff',
    body: { schema: newFindingInput, mediaTypes: json },
    answers: [{ status: 201, description: '登记的问题', schema: findingSchema }, missing, conflict],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await addFinding(c.var.ctx, c.var.region, idOf(c), raw, key), 201)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/bulletins/:bulletin/findings/:finding',
    summary: '问题办理：close 销号、leave-open 未整改到位、drop 不采用',
    access: 'staff',
    body: { schema: findingStep.extend({ step: z.enum(findingSteps) }), mediaTypes: json },
    answers: [
      { status: 200, description: '办理后的问题', schema: findingSchema },
      missing,
      conflict,
    ],
    handle: async (c) => {
      const body = await readNamed(c, 'step')
      if (!body.ok) return answer(c, body)
      const { named, rest } = body.value
      return answer(c, await actOnFinding(c.var.ctx, c.req.param('finding') ?? '', named, rest))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/bulletins/:bulletin/marks',
    summary: '考核记分：手工登记一项扣分或加分及其依据',
    access: 'staff',
    body: { schema: markInput, mediaTypes: json },
    answers: [shown, missing, conflict],
    handle: (c) => then(c, (raw) => addMark(c.var.ctx, c.var.region, idOf(c), raw)),
  }),
  operation({
    method: 'DELETE',
    path: '/desk/bulletins/:bulletin/marks/:mark',
    summary: '去掉起草中手工登记的一项记分',
    access: 'staff',
    answers: [{ status: 204, description: '已去掉' }, missing, conflict],
    handle: async (c) => {
      const done = await removeMark(c.var.ctx, idOf(c), c.req.param('mark') ?? '')
      return done.ok ? c.body(null, 204) : answer(c, done)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/bulletins/:bulletin/objections/:objection',
    summary: '决定一个下级对考核表的异议：verdict 为 upheld 采纳、rejected 不采纳，写明理由',
    access: 'staff',
    body: { schema: objectionDecision.extend({ verdict: z.string() }), mediaTypes: json },
    answers: [shown, missing, conflict],
    handle: async (c) => {
      const body = await readNamed(c, 'verdict')
      if (!body.ok) return answer(c, body)
      const { named, rest } = body.value
      const agency = c.req.param('objection') ?? ''
      const done = await decideObjection(c.var.ctx, idOf(c), agency, named, rest)
      return done.ok ? reread(c) : answer(c, done)
    },
  }),
]

async function step(
  c: C,
  verb: (raw: unknown) => Promise<Result<BulletinView>>,
): Promise<Response> {
  const body = await readJson(c)
  return body.ok ? answerView(c, await verb(body.value)) : answer(c, body)
}

/** Takes a step that answers nothing, and answers the bulletin as it is then. */
async function then(c: C, verb: (raw: unknown) => Promise<Result<null>>): Promise<Response> {
  const body = await readJson(c)
  if (!body.ok) return answer(c, body)
  const done = await verb(body.value)
  return done.ok ? reread(c) : answer(c, done)
}

async function reread(c: C): Promise<Response> {
  return answerView(c, await showBulletin(c.var.ctx, c.var.region, idOf(c)))
}

/** Parts the word that says which step from the rest of a body; the verb parses both. */
async function readNamed(
  c: C,
  name: string,
): Promise<Result<{ named: string; rest: Record<string, unknown> }>> {
  const body = await readJson(c)
  if (!body.ok) return body
  const object = z.record(z.string(), z.unknown()).safeParse(body.value)
  const { [name]: named, ...rest } = object.success ? object.data : {}
  return ok({ named: typeof named === 'string' ? named : '', rest })
}

function answerView(c: C, result: Result<BulletinView>): Response {
  if (!result.ok) return answer(c, result)
  const { bulletin, objections, ...rest } = result.value
  const { locked, ...head } = bulletin
  return answer(
    c,
    ok({
      ...head,
      isLocked: locked !== null,
      ...rest,
      objections: objections.map(({ agency, version, state, marks, text, reason, ...row }) => ({
        agency,
        version,
        state,
        marks: z.array(z.string()).parse(JSON.parse(marks)),
        text,
        reason,
        receivedAt: toRfc3339(row.received_at),
      })),
    }),
  )
}

function idOf(c: C): string {
  return c.req.param('bulletin') ?? ''
}
