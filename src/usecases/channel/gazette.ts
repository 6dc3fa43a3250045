import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type GazetteRow, selectGazette } from '../../store/tenant/channel.ts'
import type { Ctx } from '../context.ts'

/** An issue of the gazette with its items (政府公报). */
export type GazetteIssue = {
  on: string
  issue: string
  items: { id: string; title: string }[]
}

const most = 200

/** Lists the newest issues of the gazette with the items in each, in one round trip. */
export async function listGazette({
  db,
}: Pick<Ctx, 'db'>): Promise<Result<{ items: GazetteIssue[] }>> {
  const [rows] = await readBatch<[GazetteRow]>(db, [selectGazette(most)])
  const issues: GazetteIssue[] = []
  for (const { on_day: on, place: issue, id, title } of rows) {
    const last = issues.at(-1)
    if (last !== undefined && last.on === on && last.issue === issue) last.items.push({ id, title })
    else issues.push({ on, issue, items: [{ id, title }] })
  }
  return ok({ items: issues })
}
