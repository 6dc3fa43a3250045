import { itemContent } from '../../../domain/item/content.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import { dropAutosaves } from '../../../store/tenant/item/autosave.ts'
import { type OpenEdition, selectOpenEdition } from '../../../store/tenant/item/edition.ts'
import { dropDraftFiles } from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'
import { contentPatch } from '../draft-row.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork } from '../work-change.ts'

/**
 * Gives up the edition under way of an item that the public reads (放弃改稿): the item says again
 * what its readers have all along, and the files that only this edition had are let go.
 */
export async function discardEdition(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.discard, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const { row, shown } = work
  if (shown === null) return refuse({ code: 'stale' })
  const [[edition]] = await readBatch<[OpenEdition]>(ctx.db, [
    selectOpenEdition(row.id, shown.edition),
  ])
  if (edition === undefined) throw new Error(`no edition ${String(shown.edition)}`)
  // Repealing, and the end of validity, change what is shown without an edition of its own.
  const { validity } = itemContent.shape
  const content = {
    ...itemContent.parse(JSON.parse(edition.content)),
    validity: validity.parse(shown.validity),
  }
  const isRepealed = row.ending !== null && content.validity === 'repealed'
  const patch = {
    ...(await contentPatch(ctx, content, true)),
    state: isRepealed ? 'repealed' : 'published',
    edition: shown.edition,
    note: edition.note,
    category: shown.category,
    matter: shown.matter,
    unit: shown.unit,
    publishAt: null,
    reassessOn: null,
    remark: null,
  }
  const facts = [{ kind: 'item.discarded', data: { edition: row.edition } }] as const
  return commitWork(ctx, work, facts, patch, [dropAutosaves(row.id), dropDraftFiles(row.id)])
}
