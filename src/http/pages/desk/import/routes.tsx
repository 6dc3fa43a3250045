import type { Context, Hono } from 'hono'
import type { Result } from '../../../../domain/shared/refusal.ts'
import { writeCsv } from '../../../../domain/shared/sheet/write-csv.ts'
import { importApplications } from '../../../../usecases/application/import/applications.ts'
import type { Ctx } from '../../../../usecases/context.ts'
import { importItems } from '../../../../usecases/item/import/items.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import { maxImportBytes } from '../../../api/v1/imports.ts'
import type { AppEnv } from '../../../app-env.ts'
import { disposition } from '../../../file-response.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { desk } from '../../../ui/words/desk.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { readPageForm } from '../../form-values.ts'
import { frameOf } from '../frame.ts'
import { ImportPage } from './page.tsx'
import { findingCells, ImportResultPage, type Report } from './result-page.tsx'
import { fetchStaged, type ImportKind, stage } from '../staged-file.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** Mounts the import pages (导入): choose, preview, commit, download what was refused. */
export function mountImports(app: Hono<AppEnv>): void {
  app.get('/desk/imports', (c) => choose(c, {}))
  app.post('/desk/imports', preview)
  app.post('/desk/imports/commit', commit)
  app.post('/desk/imports/rejected.csv', rejected)
}

function choose(c: C, errors: FormErrors, kind = ''): Answer {
  const kinds = kindsFor(c.var.ctx)
  if (kinds.length === 0) return refusalResponse(c, turnAway(c.var.ctx.actor).refusal)
  const page = (
    <ImportPage frame={frameOf(c)} kinds={kinds} kind={kind || (kinds[0] ?? '')} errors={errors} />
  )
  return answerPrivatePage(c, page, Object.keys(errors).length > 0 ? 422 : 200)
}

async function preview(c: C): Promise<Response> {
  const { ctx } = c.var
  if (kindsFor(ctx).length === 0) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const read = await readPageForm(c, maxImportBytes + 64 * 1024)
  if (!read.ok) {
    return read.refusal.code === 'too-large'
      ? choose(c, { file: refusalWords(read.refusal).detail })
      : refusalResponse(c, read.refusal)
  }
  const { text, files } = read.value
  const kind = kindOf(text.get('kind'))
  const file = files.get('file')?.[0]
  if (kind === null) return choose(c, { kind: `请选择“${desk.kind}”` })
  if (file === undefined) return choose(c, { file: `请选择“${desk.file}”` }, kind)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const report = await run(ctx, kind, bytes, true)
  if (!report.ok) return refusalResponse(c, report.refusal)
  return result(c, report.value, await stage(ctx, kind, bytes))
}

async function commit(c: C): Promise<Response> {
  const { ctx } = c.var
  const staged = await stagedIn(c)
  if (staged === null) return choose(c, { file: desk.expired })
  const report = await run(ctx, staged.kind, staged.bytes, false)
  if (!report.ok) return refusalResponse(c, report.refusal)
  if (report.value.committed) await ctx.files.remove([staged.key])
  return result(c, report.value, staged.token)
}

async function rejected(c: C): Promise<Response> {
  const staged = await stagedIn(c)
  if (staged === null) return choose(c, { file: desk.expired })
  const report = await run(c.var.ctx, staged.kind, staged.bytes, true)
  if (!report.ok) return refusalResponse(c, report.refusal)
  const header = [desk.line, desk.column, desk.reason]
  return new Response(new Uint8Array(writeCsv(header, report.value.rejected.map(findingCells))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition(desk.downloadName),
      'cache-control': 'no-store',
    },
  })
}

function result(c: C, report: Report, token: string): Answer {
  const page = <ImportResultPage frame={frameOf(c)} report={report} token={token} />
  return answerPrivatePage(c, page, report.rejected.length > 0 ? 422 : 200)
}

type Staged = NonNullable<Awaited<ReturnType<typeof fetchStaged>>> & { token: string }

async function stagedIn(c: C): Promise<Staged | null> {
  const read = await readPageForm(c, 16 * 1024)
  const token = read.ok ? (read.value.text.get('token') ?? '') : ''
  const staged = await fetchStaged(c.var.ctx, token)
  return staged === null ? null : { ...staged, token }
}

async function run(
  ctx: Ctx,
  kind: ImportKind,
  bytes: Uint8Array,
  dryRun: boolean,
): Promise<Result<Report>> {
  return kind === 'items'
    ? importItems(ctx, bytes, { dryRun })
    : importApplications(ctx, bytes, { dryRun })
}

function kindOf(word: string | undefined): ImportKind | null {
  return word === 'items' || word === 'applications' ? word : null
}

function kindsFor({ actor }: Pick<Ctx, 'actor'>): ImportKind[] {
  const items: ImportKind[] = may(actor, 'item.import') ? ['items'] : []
  return may(actor, 'application.import') ? [...items, 'applications'] : items
}
