import { itemContent } from '../../domain/item/content.ts'
import { facetKeys } from '../../domain/item/facet-keys.ts'
import { facetTokens, indexGrams } from '../../domain/item/index-text.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type DraftValidity,
  selectDraftValidity,
  selectForValidity,
  setDraftValidity,
  setValidity,
  type ValidityRow,
} from '../../store/tenant/item/validity.ts'
import { findColumn } from '../catalog/column-path.ts'
import type { Ctx } from '../context.ts'
import { contentDigest } from './content-digest.ts'

/** A change of validity as part of a verb's own commit. */
export type PlannedValidity = { events: NewEvent[]; statements: Statement[] }

/**
 * Plans another validity for a published item (有效性变更): page, lists, search, numbers beside the
 * lists and the region follow its event. Nothing is planned for an item that the public does not
 * read or that has this validity already.
 */
export async function planValidity(
  ctx: Pick<Ctx, 'agency' | 'db'>,
  itemId: string,
  validity: string,
): Promise<PlannedValidity> {
  const [[row], [draft]] = await readBatch<[ValidityRow, DraftValidity]>(ctx.db, [
    selectForValidity(itemId),
    selectDraftValidity(itemId),
  ])
  if (row?.id !== itemId || row.validity === validity) return { events: [], statements: [] }
  const columns = findColumn(ctx.agency, row.category)?.path.map(({ id }) => id) ?? [row.category]
  const changed = { ...row, validity }
  return {
    events: [
      {
        entity: 'item',
        entityId: itemId,
        seq: row.seq + 1,
        kind: 'item.validity-changed',
        data: {
          validity,
          before: facetKeys(row, columns),
          facets: facetKeys(changed, columns),
        },
      },
    ],
    statements: [
      ...setValidity(
        itemId,
        validity,
        facetTokens(changed, columns).join(' '),
        indexGrams(changed),
      ),
      ...(draft === undefined ? [] : [await followAtDesk(itemId, draft, validity)]),
    ],
  }
}

/** The edition under way must not undo it: its text follows, and is reviewed again. */
async function followAtDesk(
  itemId: string,
  { state, content }: DraftValidity,
  validity: string,
): Promise<Statement> {
  const changed = itemContent.parse({ ...itemContent.parse(JSON.parse(content)), validity })
  return setDraftValidity(itemId, {
    state: stays.has(state) ? state : 'draft',
    content: JSON.stringify(changed),
    digest: await contentDigest(changed),
  })
}

/** States of an item with no edition under way. */
const stays: ReadonlySet<string> = new Set(['published', 'repealed'])
