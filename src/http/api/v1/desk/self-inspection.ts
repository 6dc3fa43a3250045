import * as z from 'zod'
import type { Context } from 'hono'
import { recordInput } from '../../../../domain/self-inspection/record-input.ts'
import type { Rule } from '../../../../domain/self-inspection/rule.ts'
import { type Outcome, ruleIds } from '../../../../domain/self-inspection/types.ts'
import { ok, type Result } from '../../../../domain/shared/refusal.ts'
import { inspectSelf } from '../../../../usecases/self-inspection/inspect.ts'
import {
  listSelfChecks,
  type SelfChecks,
} from '../../../../usecases/self-inspection/list-records.ts'
import { recordSelfCheck } from '../../../../usecases/self-inspection/record.ts'
import { ownRules } from '../../../../domain/self-inspection/own-rules.ts'
import { strikeRecord } from '../../../../usecases/self-inspection/strike.ts'
import type { AppEnv } from '../../../app-env.ts'
import { hrefOf } from '../../../pages/self-inspection/evidence.tsx'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readCreation } from '../../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

const day = z.string().nullable()

const outcome = z.object({
  rule: z.enum(ruleIds),
  source: z.string().nullable(),
  clause: z.string().nullable(),
  /** how surely its number is known: read in the text, from a secondary source, from memory */
  standing: z.enum(['proven', 'secondary', 'memory']).nullable(),
  level: z.enum(['veto', 'deduction', 'warning']),
  state: z.enum(['clear', 'near', 'tripped', 'unknown', 'not-applicable']),
  colour: z.enum(['blue', 'yellow', 'red']).nullable(),
  measured: z.number().nullable(),
  threshold: z.number(),
  tripsOn: day,
  daysLeft: z.int().nullable(),
  goodUntil: day,
  evidence: z.array(
    z.object({ of: z.string(), what: z.string().nullable(), href: day, since: day }),
  ),
  points: z.number(),
})

const records = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      object: z.string(),
      on: z.string(),
      absent: z.boolean(),
      tries: z.int().nullable(),
      failed: z.int().nullable(),
      elsewhere: z.int().nullable(),
      sinceOn: day,
      lastOn: day,
      replyOn: day,
      proof: z.string(),
      by: z.string().nullable(),
      at: z.string(),
      goodUntil: z.string(),
      state: z.enum(['speaks', 'expired', 'replaced', 'struck']),
    }),
  ),
  next: z.string().nullable(),
})

const shown = { status: 200, description: '核查登记', schema: records }
const missing = { status: 404, description: '没有这项指标、这项指标不用人工核查，或者没有这条登记' }

/** 网站自查: where every rule of the national table stands, and what officers record themselves. */
export const deskSelfInspectionOperations = [
  operation({
    method: 'GET',
    path: '/desk/self-inspection',
    summary: '按全国政府网站检查指标自查：每项的情况、还有几天触发、依据和扣分；待核查的不算正常',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '自查结果',
        schema: z.object({
          on: z.string(),
          vetoed: z.boolean(),
          score: z.number(),
          unknown: z.int(),
          verdict: z.enum(['pass', 'fail', 'incomplete']),
          outcomes: z.array(outcome),
        }),
      },
    ],
    handle: async (c) => {
      const inspected = await inspectSelf(c.var.ctx)
      if (!inspected.ok) return answer(c, inspected)
      const { outcomes, ...verdict } = inspected.value
      const rules = ownRules(c.var.site.agency)
      return answer(c, ok({ ...verdict, outcomes: outcomes.map((one) => linked(c, rules, one)) }))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/self-inspection/checks/:indicator',
    summary: '一项指标的人工核查登记，新的在前',
    access: 'staff',
    query: wholeListQuery,
    answers: [shown, missing],
    handle: async (c, query) =>
      answer(
        c,
        pageOfWhole(c, recordsOf(await listSelfChecks(c.var.ctx, param(c, 'indicator'))), query),
      ),
  }),
  operation({
    method: 'POST',
    path: '/desk/self-inspection/checks/:indicator',
    summary: '登记一次人工核查；代替同一对象较早的登记',
    access: 'staff',
    body: { schema: recordInput, mediaTypes: ['application/json'] },
    answers: [{ ...shown, status: 201 }, missing],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answerList(c, await recordSelfCheck(c.var.ctx, param(c, 'indicator'), raw, key), 201)
    },
  }),
  operation({
    method: 'DELETE',
    path: '/desk/self-inspection/checks/:indicator/records/:record',
    summary: '划除登错的核查，记录仍然留存',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) =>
      answerList(c, await strikeRecord(c.var.ctx, param(c, 'indicator'), param(c, 'record'))),
  }),
]

/** An outcome as it goes out: with the rule's source, and evidence with addresses. */
function linked(c: Context<AppEnv>, rules: readonly Rule[], one: Outcome): unknown {
  const { to, origin } = c.var.site
  const rule = rules.find(({ id }) => id === one.rule)
  return {
    ...one,
    source: rule?.source ?? null,
    clause: rule?.clause ?? null,
    standing: rule?.standing ?? null,
    evidence: one.evidence.map((piece) => {
      const href = hrefOf(to, one.rule, piece)
      const { of, what, since } = piece
      return { of, what, since, href: href === null ? null : `${origin}${href}` }
    }),
  }
}

function answerList(
  c: Context<AppEnv>,
  result: Result<SelfChecks>,
  status: 200 | 201 = 200,
): Response {
  const shownRecords = recordsOf(result)
  return answer(
    c,
    shownRecords.ok ? ok({ ...shownRecords.value, next: null }) : shownRecords,
    status,
  )
}

function recordsOf(
  result: Result<SelfChecks>,
): Result<{ items: Omit<SelfChecks['items'][number], 'rule'>[] }> {
  if (!result.ok) return result
  return ok({ items: result.value.items.map(({ rule: _rule, ...record }) => record) })
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
