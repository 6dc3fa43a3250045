import type { Context, Hono } from 'hono'
import { formatOfYear, reportForms } from '../../../domain/report/forms.data.ts'
import { formOfTables, layoutsOf, pasteOfTables } from '../../../domain/report/from-tables.ts'
import { reportLevelOf } from '../../../domain/report/organ.ts'
import { maxReportBytes } from '../../../usecases/report/read-report-file.ts'
import { mayCheckReport } from '../../../usecases/report/limits.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { type SheetFormat, sheetFormat, sheetResponse } from '../../sheet-response.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { fill } from '../../ui/words/office.ts'
import { refusalWords } from '../../ui/words/refusal.ts'
import { reportTableNames } from '../../ui/words/report.ts'
import { reportCheck as words } from '../../ui/words/report-check.ts'
import { readPageForm } from '../form-values.ts'
import { ReportCheckPage } from './form-page.tsx'
import { type Posted, readPosted, shownForm, thisYear, type Way, wayOf } from './posted.ts'
import { type CheckResult, cellTexts, resultOf } from './result.ts'
import { ReportResultPage } from './result-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** Two files, and the texts beside them. */
const formLimit = 2 * maxReportBytes + 512 * 1024

/** Mounts the public checker of annual reports (年报核对): nothing of what is checked is kept. */
export function mountReportCheck(app: Hono<AppEnv>): void {
  app.get('/annual-reports/check', (c) => {
    const way = wayOf(c.req.query('way'))
    const year = thisYear(c) - 1
    const text = new Map([
      ['agency', c.var.site.agency.name],
      ['level', reportLevelOf(c.var.site.agency)],
      ['year', String(year)],
    ])
    const form = reportForms[formatOfYear(year)]
    return answerPage(c, <ReportCheckPage c={c} shown={{ way, text, errors: {}, form }} />)
  })
  app.post('/annual-reports/check', check)
}

async function check(c: C): Promise<Response> {
  const { ctx, parts, clientKey } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) {
    return read.refusal.code === 'too-large'
      ? again(c, 'upload', new Map(), { file: refusalWords(read.refusal).detail }, 413)
      : refusalResponse(c, read.refusal)
  }
  const { text } = read.value
  const way = wayOf(text.get('way'))
  const admitted = await mayCheckReport(ctx, parts.limits ? clientKey : null)
  if (!admitted.ok) {
    const { refusal } = admitted
    return refusal.code === 'too-many-requests'
      ? tooOften(c, way, text, refusal.retryAfterSeconds)
      : refusalResponse(c, refusal)
  }
  const posted = await readPosted(read.value, way, thisYear(c))
  if ('errors' in posted) return again(c, way, text, posted.errors, 422)
  if (text.get('as') === 'edit') return edit(c, posted, text)
  const result = resultOf(posted)
  const format = sheetFormat(text.get('as'))
  if (format !== null) return list(result, format)
  const level = text.get('level') ?? ''
  return answerPrivatePage(
    c,
    <ReportResultPage c={c} posted={posted} result={result} level={level} />,
  )
}

function tooOften(
  c: C,
  way: Way,
  text: ReadonlyMap<string, string>,
  retryAfterSeconds: number,
): Answer {
  c.header('retry-after', String(retryAfterSeconds))
  const minutes = Math.ceil(retryAfterSeconds / 60)
  return again(c, way, text, { year: fill(words.tooOften, { minutes }) }, 429)
}

/** The form once more, with all that was filled in; a file has to be chosen again. */
function again(
  c: C,
  way: Way,
  text: ReadonlyMap<string, string>,
  errors: FormErrors,
  status: 413 | 422 | 429,
): Answer {
  const form = shownForm(text, thisYear(c) - 1)
  return answerPrivatePage(c, <ReportCheckPage c={c} shown={{ way, text, errors, form }} />, status)
}

/** The tables as a form to be typed into, filled with what was read. */
function edit(
  c: C,
  { facts, tables, previous }: Posted,
  text: ReadonlyMap<string, string>,
): Answer {
  const form = formOfTables(tables, facts.year)
  const filled = new Map([...text, ...cellTexts(tables, layoutsOf(form))])
  if (previous !== null) filled.set('previousPasted', pasteOfTables(previous, facts.year - 1))
  const shown = { way: 'type', text: filled, errors: {}, form } as const
  return answerPrivatePage(c, <ReportCheckPage c={c} shown={shown} />)
}

function list({ findings }: CheckResult, format: SheetFormat): Response {
  const header = [
    words.number,
    words.table,
    words.cell,
    words.difference,
    words.why,
    words.severity,
  ]
  const rows = findings.map((finding) => [
    finding.number,
    reportTableNames[finding.table],
    finding.cell,
    finding.difference,
    finding.why,
    words.severities[finding.severity],
  ])
  const widths = [8, 40, 48, 40, 60, 10]
  return sheetResponse(
    { name: words.fileName, title: words.findings, header, widths, rows },
    format,
  )
}
