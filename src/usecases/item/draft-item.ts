import * as z from 'zod'
import { applyParts, blankContent, storable } from '../../domain/item/apply-parts.ts'
import { newDraft } from '../../domain/item/draft-input.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../../store/tenant/idempotency.ts'
import type { Statement } from '../../store/statement.ts'
import { type ItemRow, putItem } from '../../store/tenant/item/work.ts'
import type { Ctx } from '../context.ts'
import { answerAgain, repeatable, type Repeatable } from '../idempotency.ts'
import { may, turnAway } from '../permissions.ts'
import { checkInterprets } from './check-interprets.ts'
import { rowOf } from './draft-row.ts'
import { filingOf } from './filing.ts'
import { type DeskItem, showDeskItem } from './show-desk-item.ts'
import { resolveReferences } from './resolve-references.ts'
import { takePictures, type TakenPictures } from './files/take-pictures.ts'

const remembered = z.strictObject({ id: z.string() })

/**
 * Draws up an item (起草): nothing but its title is needed yet. The same idempotency key answers
 * the same draft again.
 */
export async function draftItem(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<DeskItem>> {
  const { actor } = ctx
  if (!may(actor, 'item.draft') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(newDraft, raw)
  if (!input.ok) return input
  const repeat =
    idempotencyKey === null
      ? null
      : await repeatable(ctx.keys, 'item.draft', idempotencyKey, input.value)
  const earlier = await earlierDraft(ctx, repeat)
  if (!earlier.ok) return earlier
  if (earlier.value !== null) return showDeskItem(ctx, earlier.value)
  const drawn = await newDraftOf(ctx, actor.id, input.value)
  if (!drawn.ok) return drawn
  const { row, statements, announce } = drawn.value
  const done = await commit(ctx, {
    events: [
      {
        entity: 'item',
        entityId: row.id,
        seq: 1,
        kind: 'item.drafted',
        data: { edition: 1 },
      },
    ],
    statements: [putItem(row), ...statements, ...memoryOf(repeat, row.id, ctx.now)],
  })
  // Somebody sent the same at the same moment: the draft that stands is the answer.
  if (!done.ok && repeat !== null) return draftItem(ctx, raw, idempotencyKey)
  if (!done.ok) return refuse({ code: 'stale' })
  await announce()
  return showDeskItem(ctx, row.id)
}

/** The row of a new item, and the pictures that come with it. */
type Drawn = Omit<TakenPictures, 'content'> & { row: ItemRow }

async function newDraftOf(
  ctx: Ctx,
  author: string,
  { title, ...parts }: z.output<typeof newDraft>,
): Promise<Result<Drawn>> {
  const id = ctx.newId()
  const said = applyParts(blankContent(title, ctx.agency.name), { ...parts, title })
  const taken = await takePictures(ctx, { itemId: id, files: [] }, said, parts.pictures)
  if (!taken.ok) return taken
  const { content: shown, ...files } = taken.value
  const kept = storable(shown)
  if (!kept.ok) return kept
  const content = await resolveReferences(ctx, kept.value, { self: null, typed: shown.fields })
  if (!content.ok) return content
  const explained = await checkInterprets(ctx, {
    id: null,
    now: content.value.interprets,
    before: [],
  })
  if (!explained.ok) return explained
  const filing = filingOf(ctx.agency, parts, null)
  if (!filing.ok) return filing
  const who = { id, edition: 1, author, note: parts.note ?? null }
  return ok({ ...files, row: await rowOf(ctx, who, content.value, filing.value) })
}

function memoryOf(repeat: Repeatable | null, id: string, now: number): Statement[] {
  if (repeat === null) return []
  return [
    rememberStatement(repeat.key, { digest: repeat.digest, answer: JSON.stringify({ id }) }, now),
  ]
}

async function earlierDraft(ctx: Ctx, repeat: Repeatable | null): Promise<Result<string | null>> {
  if (repeat === null) return ok(null)
  const [[known]] = await readBatch<[Remembered]>(ctx.db, [rememberedStatement(repeat.key)])
  if (known === undefined) return ok(null)
  const again = answerAgain(known, repeat, remembered)
  return again.ok ? ok(again.value.id) : again
}
