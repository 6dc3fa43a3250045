import { filingInput } from '../../domain/catalog/filing-input.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { bumpContent } from '../../store/tenant/content-version.ts'
import { fileItem, readFilingSlot } from '../../store/tenant/item/matter.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** An item and all matters that it is filed against. */
export type Filed = { item: string; title: string; matters: string[] }

/**
 * Files a published item against matters of the standard catalogue (归入标准目录事项), in place of those
 * it had; `asked` is its id or index number. Refuses `stale` when the item changed meanwhile.
 */
export async function fileMatter(ctx: Ctx, asked: string, raw: unknown): Promise<Result<Filed>> {
  if (!may(ctx.actor, 'catalog.file-matter')) return turnAway(ctx.actor)
  const input = parseInput(filingInput, raw)
  if (!input.ok) return input
  const slot = await readFilingSlot(ctx.db, asked)
  if (slot === null) return refuse({ code: 'not-found' })
  const wanted = [...new Set(input.value.matters)].toSorted()
  const added = wanted.filter((matter) => !slot.matters.includes(matter))
  const removed = slot.matters.filter((matter) => !wanted.includes(matter))
  const filed = { item: slot.id, title: slot.title, matters: wanted }
  if (added.length === 0 && removed.length === 0) return ok(filed)
  const done = await commit(ctx, {
    events: [
      {
        entity: 'item',
        entityId: slot.id,
        seq: slot.seq + 1,
        kind: 'item.filed',
        data: { added, removed },
      },
    ],
    statements: [...fileItem(slot.id, added, removed), bumpContent()],
  })
  return done.ok ? ok(filed) : refuse({ code: 'stale' })
}

/** Shows what an item is filed against, for the form of an officer. */
export async function showFiling(ctx: Ctx, asked: string): Promise<Result<Filed>> {
  if (!may(ctx.actor, 'catalog.file-matter')) return turnAway(ctx.actor)
  const slot = await readFilingSlot(ctx.db, asked)
  return slot === null
    ? refuse({ code: 'not-found' })
    : ok({ item: slot.id, title: slot.title, matters: slot.matters })
}
