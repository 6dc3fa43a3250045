import type { Context } from 'hono'
import * as z from 'zod'
import { decisionInput, reportInputs } from '../../../../domain/report/annual/input.ts'
import type { ReportFinding } from '../../../../domain/report/finding.ts'
import { ok, type Result } from '../../../../domain/shared/refusal.ts'
import { actOnReport } from '../../../../usecases/report/annual/act-on-report.ts'
import { checkReceived } from '../../../../usecases/report/annual/check-received.ts'
import { decideReport } from '../../../../usecases/report/annual/decide-report.ts'
import { editReport } from '../../../../usecases/report/annual/edit-report.ts'
import { listReports } from '../../../../usecases/report/annual/list-reports.ts'
import {
  listReceived,
  type ReceivedView,
  showReceived,
} from '../../../../usecases/report/annual/received-reports.ts'
import { showReport, type ReportView } from '../../../../usecases/report/annual/show-report.ts'
import { startReport } from '../../../../usecases/report/annual/start-report.ts'
import type { AppEnv } from '../../../app-env.ts'
import { reportFindingWords } from '../../../ui/words/report.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import {
  receivedListSchema,
  receivedReportSchema,
  reportListSchema,
  reportWorkSchema,
} from './report-schema.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

type C = Context<AppEnv>

const shown = {
  status: 200,
  description: '年报工作稿：数字、正文、自查结果、可办理的步骤',
  schema: reportWorkSchema,
}
const received = { status: 200, description: '下级年报', schema: receivedReportSchema }
const missing = { status: 404, description: '没有起草这个年度的报告' }
const json = ['application/json']
const stepBody = z.strictObject({ version: z.int().optional(), note: z.string().optional() })

/** 年报编制和审核: the report of a year from draft to the office above. */
export const deskReportOperations = [
  operation({
    method: 'GET',
    path: '/desk/reports',
    summary: '本机关各年度的报告',
    access: 'staff',
    query: wholeListQuery,
    answers: [{ status: 200, description: '年报列表', schema: reportListSchema }],
    handle: async (c, query) => answer(c, pageOfWhole(c, await listReports(c.var.ctx), query)),
  }),
  operation({
    method: 'POST',
    path: '/desk/reports',
    summary: '起草一个年度的报告；entered 为 true 时是补录，表格由人填写',
    access: 'staff',
    body: { schema: reportInputs.start, mediaTypes: json },
    answers: [
      { ...shown, status: 201 },
      { status: 400, description: '年度不对，或者已经有了' },
    ],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answerView(c, await startReport(c.var.ctx, c.var.region, raw, key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/reports/:year',
    summary: '一个年度的报告：表二至表四、正文、自查结果',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) => answerView(c, await showReport(c.var.ctx, c.var.region, yearOf(c))),
  }),
  operation({
    method: 'PATCH',
    path: '/desk/reports/:year',
    summary: '修改正文、说明理由，补录的年度还可以改表格；由系统得出的数不能改',
    access: 'staff',
    body: { schema: reportInputs.edit, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '已经不在起草，或者别人改过' }],
    handle: (c) => fromBody(c, (raw) => editReport(c.var.ctx, c.var.region, yearOf(c), raw)),
  }),
  operation({
    method: 'POST',
    path: '/desk/reports/:year/actions/:action',
    summary: '办理一步：check、reopen、submit、clear-own、prepare、correct',
    access: 'staff',
    body: { schema: stepBody, mediaTypes: json },
    answers: [shown, missing, { status: 409, description: '现在不能办理这一步，或者自查没有通过' }],
    handle: (c) =>
      fromBody(c, (raw) =>
        actOnReport(c.var.ctx, c.var.region, yearOf(c), c.req.param('action') ?? '', raw),
      ),
  }),
  operation({
    method: 'GET',
    path: '/desk/received-reports',
    summary: '直属下级报送一个年度报告的进度；不给年度时为上一年',
    access: 'staff',
    query: { year: z.coerce.number().int().min(2008).max(2099).optional(), ...wholeListQuery },
    answers: [{ status: 200, description: '报送进度', schema: receivedListSchema }],
    handle: async (c, { year, ...page }) => {
      const listed = await listReceived(c.var.ctx, c.var.region, year)
      if (!listed.ok) return answer(c, listed)
      const items = listed.value.items.map(({ agency, ...line }) => ({
        agency: { id: agency.id, name: agency.name },
        ...line,
      }))
      const rollup = await checkReceived(c.var.ctx, c.var.region, listed.value.year)
      if (!rollup.ok) return answer(c, rollup)
      const whole = ok({ year: listed.value.year, items, rollup: rollup.value })
      return answer(c, pageOfWhole(c, whole, page))
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/received-reports/:letter',
    summary: '下级报送的一份年度报告，以及这里核对的结果',
    access: 'staff',
    answers: [received, { status: 404, description: '没有这份报告' }],
    handle: async (c) =>
      answerReceived(c, await showReceived(c.var.ctx, c.var.region, c.req.param('letter') ?? '')),
  }),
  operation({
    method: 'POST',
    path: '/desk/received-reports/:letter/actions/:action',
    summary: '审核下级的年度报告：clear 核定，return 退回并写明意见',
    access: 'staff',
    body: { schema: decisionInput, mediaTypes: json },
    answers: [
      received,
      { status: 404, description: '没有这份报告' },
      { status: 409, description: '已经审核' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const { ctx, region } = c.var
      const [letter, action] = [c.req.param('letter') ?? '', c.req.param('action') ?? '']
      return answerReceived(c, await decideReport(ctx, region, letter, action, body.value))
    },
  }),
]

async function fromBody(
  c: C,
  verb: (raw: unknown) => Promise<Result<ReportView>>,
): Promise<Response> {
  const body = await readJson(c)
  return body.ok ? answerView(c, await verb(body.value)) : answer(c, body)
}

function answerView(c: C, result: Result<ReportView>, status: 200 | 201 = 200): Response {
  if (!result.ok) return answer(c, result)
  const { missing: absent, check, ...view } = result.value
  const shownView = {
    ...view,
    missing: absent.map(({ id, name }) => ({ id, name })),
    check: { ...check, findings: told(check.findings) },
  }
  return answer(c, ok(shownView), status)
}

function answerReceived(c: C, result: Result<ReceivedView>): Response {
  return answer(
    c,
    result.ok
      ? ok({
          ...result.value,
          sender: senderOf(result.value),
          findings: told(result.value.findings),
        })
      : result,
  )
}

/** Who sent a report, by name; null for an agency that is no longer there. */
function senderOf({ sender }: ReceivedView): { id: string; name: string } | null {
  return sender === null ? null : { id: sender.id, name: sender.name }
}

/** Findings with what they say. */
function told(findings: readonly ReportFinding[]): (ReportFinding & { message: string })[] {
  return findings.map((finding) =>
    Object.assign({}, finding, { message: reportFindingWords(finding) }),
  )
}

function yearOf(c: C): number {
  const text = c.req.param('year') ?? ''
  return /^\d{4}$/.test(text) ? Number(text) : 0
}
