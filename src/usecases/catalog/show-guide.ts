import { firstGuide, storedGuide, type GuideFields } from '../../domain/catalog/guide.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readGuide, readGuides, type GuideRow } from '../../store/tenant/catalog/guide-version.ts'
import type { Ctx } from '../context.ts'

/** A version of the guide; `publishedAt` is null for the one that the agency began with. */
export type GuideView = {
  version: number
  current: boolean
  note: string | null
  publishedAt: string | null
  fields: GuideFields
}

type Asked = Pick<Ctx, 'agency' | 'db'>

/** Shows the guide in force (公开指南, 条例第12条); before any was written it is that of the manifest. */
export async function showGuide({ agency, db }: Asked): Promise<Result<GuideView>> {
  const [row] = await readGuides(db, 1)
  return ok(row === undefined ? manifestGuide(agency) : view(row, true))
}

/** Shows any version that there ever was; refuses `not-found` for others. */
export async function showGuideVersion(ctx: Asked, n: number): Promise<Result<GuideView>> {
  const current = await showGuide(ctx)
  if (!current.ok || current.value.version === n) return current
  const row = await readGuide(ctx.db, n)
  return row === null ? refuse({ code: 'not-found' }) : ok(view(row, false))
}

/** Lists the versions of the guide (历次版本), newest first, at most 100. */
export async function listGuideVersions({
  agency,
  db,
}: Asked): Promise<Result<{ items: Omit<GuideView, 'fields'>[] }>> {
  const rows = await readGuides(db, 100)
  const found =
    rows.length === 0 ? [manifestGuide(agency)] : rows.map((row, at) => view(row, at === 0))
  return ok({ items: found.map(({ fields: _fields, ...rest }) => rest) })
}

function manifestGuide(agency: Asked['agency']): GuideView {
  const fields = firstGuide(agency)
  return { version: 1, current: true, note: null, publishedAt: null, fields }
}

function view({ n, fields, note, publishedAt }: GuideRow, current: boolean): GuideView {
  return {
    version: n,
    current,
    note: note === '' ? null : note,
    publishedAt: publishedAt === 0 ? null : toRfc3339(publishedAt),
    fields: storedGuide.parse(JSON.parse(fields)),
  }
}
