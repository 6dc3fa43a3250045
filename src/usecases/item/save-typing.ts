import * as z from 'zod'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { countField } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { keepAutosave } from '../../store/tenant/item/autosave.ts'
import { selectItemSeq } from '../../store/tenant/item/work.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** Most characters of all fields together that are kept while somebody types. */
const maxCharacters = 500_000

/** Body of `PUT …/autosave`: the form's fields as typed, and the version they were typed over. */
export const typingInput = z.strictObject({
  version: countField(0, Number.MAX_SAFE_INTEGER),
  fields: z.record(z.string().max(60), z.string().max(400_000)),
})

/**
 * Keeps what somebody is typing (自动保存): for that person alone, no state of the item and no event,
 * gone with the next save.
 */
export async function saveTyping(
  ctx: Ctx,
  itemId: string,
  raw: unknown,
): Promise<Result<{ at: string }>> {
  const { actor, db, now } = ctx
  if (!may(actor, 'item.draft') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(typingInput, raw)
  if (!input.ok) return input
  const fields = JSON.stringify(input.value.fields)
  if (fields.length > maxCharacters) return refuse({ code: 'too-large', limitBytes: maxCharacters })
  const [[known]] = await readBatch<[{ seq: number }]>(db, [selectItemSeq(itemId)])
  if (known === undefined) return refuse({ code: 'not-found' })
  await keepAutosave(db, itemId, actor.id, { baseVersion: input.value.version, at: now, fields })
  return ok({ at: toRfc3339(now) })
}
