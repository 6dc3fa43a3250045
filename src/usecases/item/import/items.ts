import { facetKeys } from '../../../domain/item/facet-keys.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import type { Statement } from '../../../store/statement.ts'
import { countFiles } from '../../../store/tenant/item/file-count.ts'
import { addItems } from '../../../store/tenant/item/add.ts'
import type { ItemRow } from '../../../store/tenant/item/work.ts'
import { numberRows, publishItems, type NewItem } from '../../../store/tenant/item/publish.ts'
import type { Ctx } from '../../context.ts'
import { earlierImport, rememberImport, repeatableImport } from '../../import-memory.ts'
import type { Repeatable } from '../../idempotency.ts'
import { may, turnAway } from '../../permissions.ts'
import { importedRow } from './imported-row.ts'
import { newItemOf, type Candidate } from './candidate.ts'
import { checkCandidates } from './check.ts'
import { readImport, type ItemReading } from './read.ts'
import type { ImportProgress, ItemImportReport } from './report.ts'

/** How an import runs: `dryRun` only looks; the same `idempotencyKey` and file answer the same. */
export type ImportOptions = {
  dryRun: boolean
  idempotencyKey?: string | null
  onProgress?: (progress: ImportProgress) => void
}

/** Tries against others who publish the same at the same moment. */
const maxTries = 4

/**
 * Takes in the items of a file (信息批量导入): CSV, XLSX or JSON lines, all rows or none. What was
 * reviewed elsewhere is published; where the agency asks for review here, every row becomes a draft.
 * What is not 主动公开 is kept where only staff see it.
 * A file that comes again publishes nothing twice. Refuses `forbidden` and, when others keep
 * publishing the same numbers, `busy`.
 */
export async function importItems(
  ctx: Ctx,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<Result<ItemImportReport>> {
  if (!may(ctx.actor, 'item.import')) return turnAway(ctx.actor)
  const { dryRun, idempotencyKey = null, onProgress } = options
  const reading = await readImport(ctx, bytes)
  const total = reading.candidates.length
  onProgress?.({ stage: 'read', done: total, total })
  const repeat = await repeatableImport(ctx, 'items', dryRun ? null : idempotencyKey, bytes)
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const done = await importOnce(ctx, reading, repeat, options)
    if (done !== null) return done
  }
  return refuse({ code: 'busy' })
}

/** One try: checks, and writes if nothing speaks against it; null when others were faster. */
async function importOnce(
  ctx: Ctx,
  { candidates, warnings, preview, rejected: faults }: ItemReading,
  repeat: Repeatable | null,
  { dryRun, onProgress }: ImportOptions,
): Promise<Result<ItemImportReport> | null> {
  const earlier = await earlierImport(ctx.db, repeat)
  if (!earlier.ok) return earlier
  const told = { warnings, preview }
  if (earlier.value !== null) {
    return ok({ ...told, ...earlier.value, rejected: [], committed: true })
  }
  const { fresh, unchanged, refused } = await checkCandidates(ctx.db, candidates)
  const total = candidates.length
  onProgress?.({ stage: 'check', done: total, total })
  const rejected = [...faults, ...refused].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const counts = { accepted: fresh.length, unchanged }
  const report = { ...told, ...counts, rejected }
  if (dryRun || rejected.length > 0) return ok({ ...report, committed: false })
  if (!(await publish(ctx, fresh, rememberImport(repeat, counts, ctx.now)))) return null
  onProgress?.({ stage: 'write', done: total, total })
  return ok({ ...report, committed: true })
}

/** Writes everything as one batch; false when someone published one of the keys or numbers meanwhile. */
async function publish(
  ctx: Ctx,
  fresh: readonly Candidate[],
  memory: readonly Statement[],
): Promise<boolean> {
  if (fresh.length === 0) return true
  const columns = new Map<string, number>()
  const events: NewEvent[] = []
  const items: NewItem[] = []
  const open: NewItem[] = []
  const kept: ItemRow[] = []
  const isReviewed = ctx.agency.settings.importReview === 'elsewhere'
  for (const candidate of fresh) {
    const item = newItemOf(ctx.agency, candidate, ctx.newId(), ctx.now)
    items.push(item)
    const first = { entity: 'item', entityId: item.id, seq: 1 } as const
    if (!isReviewed) {
      events.push({ ...first, kind: 'item.drafted', data: { edition: 1 } })
      kept.push(await importedRow(ctx, candidate, item.id, 'draft'))
    } else if (item.attribute === 'proactive') {
      const path = candidate.column.path.map(({ id }) => id)
      for (const id of path) columns.set(id, Math.max(columns.get(id) ?? 0, item.publishedAt))
      const facets = facetKeys(item, path)
      const data = { on: localDateOf(item.publishedAt), columns: path, facets }
      events.push({ ...first, kind: 'item.published', data })
      open.push(item)
    } else {
      events.push({ ...first, kind: 'item.held', data: { attribute: item.attribute } })
      kept.push(await importedRow(ctx, candidate, item.id, 'held'))
    }
  }
  events.push({
    entity: 'import',
    entityId: ctx.newId(),
    seq: 1,
    kind: 'import.committed',
    data: { accepted: items.length, kind: 'items' },
  })
  const done = await commit(ctx, {
    events,
    statements: [
      ...numberRows(items),
      ...publishItems(open, columns),
      ...countFiles(open.map(({ id }) => id)),
      ...addItems(kept),
      ...memory,
    ],
  })
  if (done.ok) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return done.ok
}
