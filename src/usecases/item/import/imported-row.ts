import { applyParts, blankContent } from '../../../domain/item/apply-parts.ts'
import { attributes, itemContent, validities } from '../../../domain/item/content.ts'
import type { ItemState } from '../../../domain/item/states.ts'
import type { ItemRow } from '../../../store/tenant/item/work.ts'
import type { Ctx } from '../../context.ts'
import { rowOf } from '../draft-row.ts'
import type { Candidate } from './candidate.ts'

/** The row of an imported item that the public does not read yet, or never will (导入稿件). */
export async function importedRow(
  ctx: Pick<Ctx, 'actor' | 'agency' | 'calendar' | 'now'>,
  candidate: Candidate,
  id: string,
  state: Extract<ItemState, 'draft' | 'held'>,
): Promise<ItemRow> {
  const content = {
    ...applyParts(blankContent(candidate.title, candidate.issuer), { body: candidate.body }),
    docNumber: candidate.docNumber,
    summary: candidate.summary,
    writtenOn: itemContent.shape.writtenOn.parse(candidate.writtenOn),
    theme: candidate.theme,
    genre: candidate.genre,
    validity: validities.find((one) => one === candidate.validity) ?? 'valid',
    attribute: attributes.find((one) => one === candidate.attribute) ?? null,
    sourceUrl: candidate.sourceUrl,
  }
  const author = ctx.actor.type === 'staff' ? ctx.actor.id : 'import'
  const filing = { category: candidate.column.id, matter: null, unit: null }
  const row = await rowOf(ctx, { id, edition: 1, author, note: null }, content, filing)
  const kept = state === 'held' ? { publishBy: null, editors: '[]' } : {}
  return { ...row, ...kept, state, originKey: candidate.originKey }
}
