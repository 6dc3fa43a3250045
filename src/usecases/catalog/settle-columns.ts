import type { Agency } from '../../domain/agency/agency.ts'
import { misfiledQuery } from '../../domain/item/search-query.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type MovableItem, readMovable, selectMisfiled } from '../../store/tenant/item/refile.ts'
import { readColumnFigures } from '../../store/tenant/catalog/catalog.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { findColumn, placedColumns, type PlacedColumn } from './column-path.ts'
import { countedBy, moveItems } from './refile-items.ts'

/** Items filed at a time, and how many times one run does it; the next run takes the rest. */
const atATime = 200
const mostRounds = 5
/** The block that every agency has. */
const lastResort = 'statutory-content'

/** Whether an agency has columns that its manifest can rename, merge or move (自设栏目、村级栏目). */
export function hasBranches({ columns, mergedColumns, villages }: Agency): boolean {
  return columns.length > 0 || mergedColumns !== undefined || villages !== undefined
}

/**
 * Files what columns held under the columns as they stand since they were renamed, merged, moved or
 * dropped in the manifest (栏目调整归位): counts, lists and the region agree again, numbers and addresses
 * stay. Any number of runs files each once.
 */
export async function settleColumns(ctx: Ctx): Promise<Result<{ settled: number }>> {
  if (!may(ctx.actor, 'catalog.settle')) return turnAway(ctx.actor)
  const { agency, db } = ctx
  const columns = placedColumns(agency)
  const own = new Set(agency.columns.map(({ id }) => id))
  const { columns: figures } = await readColumnFigures(db)
  const gone = figures.filter(({ count, columnId }) => {
    return count > 0 && !columns.some(({ id }) => id === columnId)
  })
  const match = misfiledQuery(
    columns,
    own,
    gone.map(({ columnId }) => columnId),
  )
  if (match === null) return ok({ settled: 0 })
  let settled = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const [ids] = await readBatch<[{ id: string }]>(db, [selectMisfiled(match, atATime)])
    const found =
      ids.length === 0
        ? []
        : await readMovable(
            db,
            ids.map(({ id }) => id),
          )
    if (found.length === 0) break
    const moves = found.map((item) => ({ item, column: placeOf(agency, item) }))
    const done = await moveItems(ctx, moves)
    // Somebody was faster with one of them: the next run sees where it stands then.
    if (!done.ok) break
    settled += moves.length
  }
  return ok({ settled })
}

/** The column of an item; of one whose column is gone without a successor, the nearest above that is there. */
function placeOf(agency: Agency, item: MovableItem): PlacedColumn {
  const ids = [item.category, ...countedBy(agency, item).toReversed(), lastResort]
  const found = ids.flatMap((id) => findColumn(agency, id) ?? []).at(0)
  if (found === undefined) throw new Error(`${agency.id} lacks ${lastResort}`)
  return found
}
