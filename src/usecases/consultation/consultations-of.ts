import {
  type Consultation,
  standingOf,
  type Standing,
} from '../../domain/consultation/consultation.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type ConsultationRow, selectConsultations } from '../../store/tenant/consultation.ts'
import type { Ctx } from '../context.ts'

/** Reads what other agencies were asked about one text of an item and what they answered (征求意见情况). */
export async function consultationsOf(
  { db }: Pick<Ctx, 'db'>,
  itemId: string,
  digest: string,
): Promise<Consultation[]> {
  const [rows] = await readBatch<[ConsultationRow]>(db, [selectConsultations(itemId, digest)])
  return rows
}

/** How each of an item's co-agencies stands to this very text; publication needs `agreed` from all (条例第11条). */
export async function standingsOf(
  ctx: Pick<Ctx, 'db' | 'now'>,
  itemId: string,
  digest: string,
  coAgencies: readonly string[],
): Promise<{ agencyId: string; standing: Standing }[]> {
  if (coAgencies.length === 0) return []
  const asked = await consultationsOf(ctx, itemId, digest)
  const today = localDateOf(ctx.now)
  return coAgencies.map((agencyId) => ({
    agencyId,
    standing: standingOf(asked, agencyId, today),
  }))
}
