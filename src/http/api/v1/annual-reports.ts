import type { Context } from 'hono'
import * as z from 'zod'
import { reportInput } from '../../../domain/report/input.ts'
import { reportSections } from '../../../domain/report/annual/sections.data.ts'
import { reportFormats as formsOfLaw } from '../../../domain/report/forms.data.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import {
  listPublicReports,
  showPublicReport,
  type PublicReport,
} from '../../../usecases/report/annual/public-reports.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { reportFile, reportFormats, type ReportFileFormat } from '../../report-file.ts'
import { preferred } from '../accept.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'

const yearSchema = z.object({
  year: z.int(),
  title: z.string(),
  indexNumber: z.string(),
  itemId: z.string(),
  publishedAt: z.string(),
  href: z.string(),
})

const reportSchema = reportInput.extend({
  format: z.enum(formsOfLaw),
  title: z.string(),
  edition: z.int(),
  publishedDate: z.string(),
  url: z.string(),
  itemId: z.string(),
  note: z.string().nullable(),
  coverage: z
    .object({ reporting: z.int(), of: z.int(), missing: z.array(z.string()) })
    .nullable()
    .meta({
      description: '汇总范围：应报送的机关数、已报送数、未报送的机关名称；不汇总下级的报告为 null',
    }),
  sections: z.array(
    z.object({
      key: z.enum(reportSections.map(({ key }) => key)),
      title: z.string(),
      text: z.string(),
    }),
  ),
  downloads: z.record(z.enum(reportFormats), z.string()),
})

const listForms = new Map([
  ['json', 'application/json'],
  ['html', 'text/html'],
] as const)
const forms = new Map<ReportFileFormat | 'json' | 'html', string>([
  ...listForms,
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pdf', 'application/pdf'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])

/** 年度报告: the published ones, with the keys of the national form. */
export const annualReportOperations = [
  operation({
    method: 'GET',
    path: '/annual-reports',
    summary: '已公开的年度报告，新的年度在前；Accept 要网页的，转到网页',
    access: 'public',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '各年度的报告',
        schema: z.object({ items: z.array(yearSchema), next: z.string().nullable() }),
      },
      { status: 303, description: '网页的地址' },
    ],
    handle: async (c, query) => {
      const { to } = c.var.site
      c.header('vary', 'accept')
      if (preferred(c.req.header('accept') ?? '', listForms) === 'html') {
        return c.redirect(to.reports(), 303)
      }
      const listed = await listPublicReports(c.var.ctx)
      const whole = listed.ok
        ? ok({
            items: listed.value.items.map((one) => ({
              ...one,
              href: to.api(`/annual-reports/${one.year}`),
            })),
          })
        : listed
      return answerPublic(c, pageOfWhole(c, whole, query))
    },
  }),
  operation({
    method: 'GET',
    path: '/annual-reports/:year',
    summary:
      '一个年度的报告；按 Accept 或者后缀给出 JSON、网页（.html）、Word（.docx）、PDF（.pdf）、Excel（.xlsx）',
    access: 'public',
    answers: [
      { status: 200, description: '年度报告', schema: reportSchema },
      { status: 303, description: '网页的地址' },
      { status: 404, description: '这个年度没有公开的报告' },
    ],
    handle: (c) => answerReport(c),
  }),
]

async function answerReport(c: Context<AppEnv>): Promise<Response> {
  const [, year = '', suffix] = /^(\d{4})(?:\.(json|html|docx|pdf|xlsx))?$/.exec(
    c.req.param('year') ?? '',
  ) ?? ['', '']
  if (year === '') return answerPublic(c, refuse({ code: 'not-found' }))
  const shown = await showPublicReport(c.var.ctx, Number(year))
  if (!shown.ok) return answerPublic(c, shown)
  const wanted = suffix ?? preferred(c.req.header('accept') ?? '', forms) ?? 'json'
  c.header('vary', 'accept')
  if (wanted === 'html') return c.redirect(c.var.site.to.report(Number(year)), 303)
  if (wanted === 'json') return answerPublic(c, ok(reportJson(c, shown.value)))
  const format = reportFormats.find((one) => one === wanted)
  if (format === undefined) return answerPublic(c, ok(reportJson(c, shown.value)))
  const file = fileResponse(
    await reportFile(shown.value, format, c.var.parts.assets),
    'public, no-cache',
  )
  file.headers.set('access-control-allow-origin', '*')
  file.headers.set('vary', 'accept')
  return file
}

function reportJson(
  c: Context<AppEnv>,
  { report, title, edition, publishedAt, itemId, note, coverage, sections, year }: PublicReport,
): z.input<typeof reportSchema> {
  const { to } = c.var.site
  const { narrative: _narrative, ...figures } = report
  return {
    ...figures,
    title,
    edition,
    publishedDate: publishedAt.slice(0, 10),
    url: to.report(year),
    itemId,
    note,
    coverage: coverage === null ? null : { ...coverage, missing: [...coverage.missing] },
    sections,
    downloads: {
      docx: to.reportFile(year, 'docx'),
      pdf: to.reportFile(year, 'pdf'),
      xlsx: to.reportFile(year, 'xlsx'),
    },
  }
}
