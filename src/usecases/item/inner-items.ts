import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import type { InnerItem } from '../../store/region/inner.ts'
import { type InnerChange, selectInnerChanges } from '../../store/tenant/item/inner.ts'
import type { Ctx } from '../context.ts'

/** Grounds under which even the name of an item may tell too much. */
const nameless: ReadonlySet<string> = new Set(['state-secret', 'security-stability'])

/** What an agency tells the offices above of its inner items between two places of its journal. */
export async function innerItemsSince(
  { db }: Pick<Ctx, 'db'>,
  after: number,
  upTo: number,
): Promise<{ present: InnerItem[]; gone: { itemId: string; version: number }[] }> {
  const [changes] = await readBatch<[InnerChange]>(db, [selectInnerChanges(after, upTo)])
  const latest = [...new Map(changes.map((change) => [change.itemId, change])).values()]
  const present = latest.flatMap(innerItem)
  const kept = new Set(present.map(({ itemId }) => itemId))
  return {
    present,
    gone: latest
      .filter(({ itemId }) => !kept.has(itemId))
      .map(({ itemId, version }) => ({ itemId, version })),
  }
}

function innerItem(change: InnerChange): InnerItem[] {
  const { attribute, visibility, ground, title, state, at } = change
  if (state !== 'held') return []
  const reason = attribute === 'proactive' ? visibility : attribute
  if (reason === null || reason === 'staff' || reason === 'public') return []
  return [
    {
      itemId: change.itemId,
      version: change.version,
      reason,
      ground,
      title: ground !== null && nameless.has(ground) ? null : title,
      decidedOn: localDateOf(at),
      reassessOn: change.reassessOn,
    },
  ]
}
