import { unreferencedKeys } from '../../store/tenant/orphan-keys.ts'
import type { Tenant } from '../context.ts'

/** An upload may wait this long (ms) for its row before it counts as left behind. */
const grace = 24 * 3_600_000
/** Pages of a thousand objects per run; bounded by the calls that one invocation may make. */
const pageLimit = 100

/**
 * Removes files that never got a row (清理无主附件): only objects older than a day that neither
 * an application nor an item nor a dispute names. Answers how many.
 */
export async function sweepFiles(
  { db, files }: Pick<Tenant, 'db' | 'files'>,
  now: number,
): Promise<{ removed: number }> {
  let removed = 0
  let cursor: string | undefined
  for (let page = 0; page < pageLimit; page += 1) {
    const listed = await files.list(now - grace, cursor)
    const orphans = listed.keys.length === 0 ? [] : await unreferencedKeys(db, listed.keys)
    await files.remove(orphans)
    removed += orphans.length
    if (listed.cursor === null) break
    cursor = listed.cursor
  }
  return { removed }
}
