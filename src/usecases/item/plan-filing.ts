import type { Fact } from '../../domain/shared/journal.ts'
import type { Statement } from '../../store/statement.ts'
import { fileItem, readFilings } from '../../store/tenant/item/matter.ts'
import type { Ctx } from '../context.ts'
import type { Work } from './read-work.ts'

/**
 * Plans that an edition that goes out stands under the matter its draft names (归入标准目录事项), in
 * place of the one that the edition before it named; matters that officers added by hand stay.
 */
export async function planFiling(
  { db }: Pick<Ctx, 'db'>,
  { row, shown }: Work,
): Promise<{ facts: Fact[]; statements: Statement[] }> {
  const named = row.matter
  const former = shown?.matter ?? null
  // An officer may have filed it otherwise since; a further edition that names the same leaves that.
  if (named === former) return { facts: [], statements: [] }
  const filed = await readFilings(db, row.id)
  const added = named === null || filed.includes(named) ? [] : [named]
  const removed = former === null || !filed.includes(former) ? [] : [former]
  if (added.length + removed.length === 0) return { facts: [], statements: [] }
  return {
    facts: [{ kind: 'item.filed', data: { added, removed } }],
    statements: fileItem(row.id, added, removed),
  }
}
