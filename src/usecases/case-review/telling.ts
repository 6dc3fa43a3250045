import { type Telling, tellingOf } from '../../domain/application/without-applicant.ts'
import { readBatch } from '../../store/read.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { selectDrawn } from '../../store/tenant/case-review/draw.ts'
import { openPersonal } from '../application/instrument/seal.ts'
import type { Ctx } from '../context.ts'

/** What tells who applied in some cases (可识别申请人的信息), so that no review repeats it. */
export async function tellingOfCases(
  { db, keys }: Pick<Ctx, 'db' | 'keys'>,
  receipts: readonly (string | null)[],
): Promise<Telling[]> {
  const known = receipts.filter((receipt) => receipt !== null)
  const [rows] = await readBatch<[ApplicationRow]>(db, [selectDrawn(known)])
  const opened = await Promise.all(
    rows
      .filter(({ state }) => state !== 'destroyed')
      .map((row) => openPersonal(keys, row.id, row.sealed)),
  )
  return opened.flatMap((personal) => tellingOf(personal, []))
}
