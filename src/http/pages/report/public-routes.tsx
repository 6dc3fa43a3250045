import type { Context, Hono } from 'hono'
import {
  listPublicReports,
  showPublicReport,
} from '../../../usecases/report/annual/public-reports.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { reportFile, reportFormats } from '../../report-file.ts'
import { PublicReportPage } from './public-page.tsx'

type C = Context<AppEnv>

/** Mounts the published reports (公开的年度报告): a page for each year, and its files. */
export function mountPublicReports(app: Hono<AppEnv>): void {
  app.get('/annual-reports/:year{[0-9]{4}}', page)
  for (const format of reportFormats) {
    app.get(`/annual-reports/:file{[0-9]{4}\\.${format}}`, async (c) => {
      const shown = await showPublicReport(c.var.ctx, yearOf(c.req.param('file')))
      return shown.ok
        ? fileResponse(
            await reportFile(shown.value, format, c.var.parts.assets),
            'public, no-cache',
          )
        : refusalResponse(c, shown.refusal)
    })
  }
}

async function page(c: C): Promise<Response> {
  const [shown, years] = await Promise.all([
    showPublicReport(c.var.ctx, yearOf(c.req.param('year'))),
    listPublicReports(c.var.ctx),
  ])
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const items = years.ok ? years.value.items : []
  return answerPage(c, <PublicReportPage c={c} view={shown.value} years={items} />)
}

function yearOf(text: string | undefined): number {
  return Number((text ?? '').slice(0, 4))
}
