import * as z from 'zod'
import type { Context } from 'hono'
import { incidentReport, incidentStep } from '../../../../domain/incident/input.ts'
import { levels, states } from '../../../../domain/incident/types.ts'
import { parseIdempotencyKey } from '../../../../usecases/idempotency.ts'
import { actOnIncident } from '../../../../usecases/incident/act.ts'
import { listIncidents } from '../../../../usecases/incident/list.ts'
import { openIncident } from '../../../../usecases/incident/open.ts'
import { showIncident } from '../../../../usecases/incident/show.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson, readStepBody } from '../../read-body.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

const line = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(states),
  level: z.enum(levels),
  what: z.string(),
  itemId: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  actions: z.array(z.string()),
})

const schema = line.extend({
  steps: z.array(
    z.object({
      step: z.enum(states),
      at: z.string(),
      by: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
})

const shown = { status: 200, description: '处置单', schema }
const missing = { status: 404, description: '没有这起事件' }
const json = ['application/json']

/** 应急处置: what heads and administrators do when something public should not be. */
export const deskIncidentOperations = [
  operation({
    method: 'GET',
    path: '/desk/incidents',
    summary: '信息安全应急处置台账，新的在前',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '台账',
        schema: z.object({ items: z.array(line), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listIncidents(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/incidents',
    summary: '报告一起信息安全事件',
    access: 'staff',
    body: { schema: incidentReport, mediaTypes: json },
    answers: [{ ...shown, status: 201 }],
    handle: async (c) => {
      const key = parseIdempotencyKey(c.req.header('idempotency-key'))
      if (!key.ok) return answer(c, key)
      const body = await readJson(c)
      return answer(c, body.ok ? await openIncident(c.var.ctx, body.value, key.value) : body, 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/incidents/:incident',
    summary: '一起事件的处置单',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answer(c, await showIncident(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/incidents/:incident/actions/:action',
    summary: '处置一步：撤下、核查副本、通报、办结',
    access: 'staff',
    body: { schema: incidentStep, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '状态已变或这一步未开放' }],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = c.req.param('action') ?? ''
      return answer(c, await actOnIncident(c.var.ctx, idOf(c), action, body.value))
    },
  }),
]

function idOf(c: Context<AppEnv>): string {
  return c.req.param('incident') ?? ''
}
