import { applyParts, storable } from '../../domain/item/apply-parts.ts'
import type { ItemContent, ItemFiling } from '../../domain/item/content.ts'
import { draftChange, type DraftParts } from '../../domain/item/draft-input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import { dropAutosave } from '../../store/tenant/item/autosave.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { checkInterprets } from './check-interprets.ts'
import { contentDigest } from './content-digest.ts'
import { contentPatch } from './draft-row.ts'
import { filingOf } from './filing.ts'
import { readWork, type Work } from './read-work.ts'
import { resolveReferences } from './resolve-references.ts'
import { type DeskItem, showDeskItem } from './show-desk-item.ts'
import { mayTake, type Taker } from './take-item-step.ts'
import { takePictures, type TakenPictures } from './files/take-pictures.ts'
import { checkSeen, commitWork, type ItemPatch } from './work-change.ts'

/**
 * Changes an item (修改): whatever state it was in, it is a draft again and earlier reviews no
 * longer hold; of one that the public reads or that was withdrawn, a new edition begins. Refuses
 * `stale` when the version that was seen is not the one that stands. Saving what stands already
 * changes nothing, so it voids no review.
 */
export async function editItem(ctx: Ctx, id: string, raw: unknown): Promise<Result<DeskItem>> {
  const { actor, agency } = ctx
  if (!may(actor, 'item.draft') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(draftChange, raw)
  if (!input.ok) return input
  const { version, ...parts } = input.value
  const work = await readWork(ctx, id)
  if (work === null) return refuse({ code: 'not-found' })
  const current = checkSeen(work, version)
  if (!current.ok) return current
  const { category, matter, unit } = work.row
  const filing = filingOf(agency, parts, { category, matter, unit })
  if (!filing.ok) return filing
  const taken = await contentWithFiles(ctx, work, parts)
  if (!taken.ok) return taken
  const { content, statements, announce } = taken.value
  const { interprets: before } = work.content
  const now = content.interprets
  const explained = await checkInterprets(ctx, { id, now, before })
  if (!explained.ok) return explained
  const note = parts.note === undefined ? {} : { note: parts.note }
  const patch = { ...filing.value, ...note }
  const saved = [...statements, dropAutosave(id, actor.id)]
  const done = (await isAsBefore(work, content, patch))
    ? await keepAsItIs(ctx, work, actor, saved)
    : await changeContent(ctx, work, content, patch, saved)
  if (!done.ok) return done
  await announce()
  return showDeskItem(ctx, id)
}

/** What the edition says after the change, as it is stored, and the pictures that come with it. */
async function contentWithFiles(
  ctx: Ctx,
  work: Work,
  parts: DraftParts,
): Promise<Result<TakenPictures>> {
  const said = contentOf(work, parts)
  if (!said.ok) return said
  const place = { itemId: work.row.id, files: work.files }
  const taken = await takePictures(ctx, place, said.value, parts.pictures)
  if (!taken.ok) return taken
  const kept = storable(taken.value.content)
  if (!kept.ok) return kept
  const typed = taken.value.content.fields
  const content = await resolveReferences(ctx, kept.value, { self: work.row.id, typed })
  return content.ok ? ok({ ...taken.value, content: content.value }) : content
}

/** What the edition says after the change; a wrong name among the files that stay would drop the right one. */
function contentOf({ content }: Work, parts: DraftParts): Result<ItemContent> {
  const there = new Set(content.attachments.map(({ id }) => id))
  const named = new Set<string>()
  for (const [at, id] of (parts.attachments ?? []).entries()) {
    const pointer = `/attachments/${String(at)}`
    if (!there.has(id)) return refuseField(pointer, { problem: 'not-listed', allowed: [] })
    if (named.has(id)) return refuseField(pointer, { problem: 'duplicate' })
    named.add(id)
  }
  return ok(applyParts(content, parts))
}

/** States in which the newest edition is still being worked on. */
const underWork: ReadonlySet<string> = new Set([
  'draft',
  'first-review',
  'second-review',
  'final-review',
  'approved',
  'scheduled',
])

/** States in which an edit that changes nothing has nothing to begin either. */
const settled: ReadonlySet<string> = new Set([...underWork, 'published', 'repealed'])

async function isAsBefore(
  { row, state }: Work,
  content: ItemContent,
  patch: Partial<ItemFiling> & { note?: string | null },
): Promise<boolean> {
  if (!settled.has(state)) return false
  const before = { category: row.category, matter: row.matter, unit: row.unit, note: row.note }
  const after = { ...before, ...patch }
  return (
    JSON.stringify(after) === JSON.stringify(before) &&
    (await contentDigest(content)) === row.digest
  )
}

async function keepAsItIs(
  ctx: Ctx,
  work: Work,
  actor: Taker,
  statements: readonly Statement[],
): Promise<Result<null>> {
  const open = mayTake(work, 'edit', actor)
  if (!open.ok) return open
  await commit(ctx, { events: [], statements })
  return ok(null)
}

/** Commits a changed content as the edition under way (改稿); files come in through here as well. */
export async function changeContent(
  ctx: Ctx,
  work: Work,
  content: ItemContent,
  patch: ItemPatch,
  statements: readonly Statement[],
): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.type !== 'staff') return turnAway(actor)
  const open = mayTake(work, 'edit', actor)
  if (!open.ok) return open
  const { row } = work
  const isNewEdition = !underWork.has(work.state)
  const edition = isNewEdition ? nextEdition(work) : row.edition
  const editors = isNewEdition ? [actor.id] : [...new Set([...work.editors, actor.id])]
  const changed = await contentPatch(ctx, content, row.isLive === 1)
  const data = { edition, digest: changed.digest ?? '' }
  const next = {
    ...(isNewEdition ? { note: null, author: actor.id } : {}),
    ...changed,
    ...patch,
    state: 'draft',
    edition,
    editors: JSON.stringify(editors),
    publishAt: null,
    reassessOn: null,
  }
  return commitWork(ctx, work, [{ kind: 'item.edited', data }], next, statements)
}

/** The reviews of an edition that was discarded must not hold for the next one: its number is not used again. */
function nextEdition({ row, reviews }: Work): number {
  return Math.max(row.edition, ...reviews.map(({ edition }) => edition)) + 1
}
