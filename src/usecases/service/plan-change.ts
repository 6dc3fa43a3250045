import type { ChangeEntry } from '../../domain/service/input.ts'
import { changeList, codesOf, type ListChange } from '../../domain/service/power-list.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type PowerRow, selectPowersByCode } from '../../store/tenant/service/power.ts'
import type { Ctx } from '../context.ts'
import { listedOf } from './power-view.ts'

/** Says what entries would do to the list as it stands now (预算调整); refuses those that do not fit it. */
export async function planChange(
  { db, newId }: Pick<Ctx, 'db' | 'newId'>,
  entries: readonly ChangeEntry[],
): Promise<Result<ListChange>> {
  const [rows] = await readBatch<[PowerRow]>(db, [selectPowersByCode(codesOf(entries))])
  return changeList(rows.map(listedOf), entries, newId)
}
