import * as z from 'zod'
import { reportRules, reportTables } from '../../../domain/report/finding.ts'
import { reportCheckInput } from '../../../domain/report/input.ts'
import { ok } from '../../../domain/shared/refusal.ts'
import { checkSentReport } from '../../../usecases/report/check-report.ts'
import { reportFindingWords } from '../../ui/words/report.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'

/** A fault in a report with its sentence, for the API reference (核对发现). */
export const findingSchema = z.object({
  rule: z.enum(reportRules),
  severity: z.enum(['error', 'warning']),
  table: z.enum(reportTables),
  row: z.string().optional(),
  column: z.string().optional(),
  expected: z.number().optional(),
  actual: z.number().nullable().optional(),
  message: z.string(),
})
const schema = z.object({ valid: z.boolean(), findings: z.array(findingSchema) })

/** 年报核对: pure, stores nothing. */
export const reportOperations = [
  operation({
    method: 'POST',
    path: '/annual-reports/check',
    summary: '核对一份年报：表内勾稽、合计、正文与表格、与上年年报的衔接；不保存所核对的内容',
    access: 'public',
    body: { schema: reportCheckInput, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '核对结果', schema },
      { status: 400, description: '填写有误' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const checked = checkSentReport(c.var.ctx, body.value)
      if (!checked.ok) return answer(c, checked)
      const { valid, findings } = checked.value
      const told = findings.map((finding) =>
        Object.assign({}, finding, { message: reportFindingWords(finding) }),
      )
      return answer(c, ok({ valid, findings: told }))
    },
  }),
]
