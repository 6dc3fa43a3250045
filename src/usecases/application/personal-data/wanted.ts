import { toRfc3339 } from '../../../domain/time/instant.ts'
import type { CorrectionRow } from '../../../store/tenant/application/personal-data.ts'
import type { Personal } from '../../../domain/application/personal.ts'
import type { Ctx } from '../../context.ts'
import { masked } from '../masked.ts'
import { openWanted } from './seal-correction.ts'

/** A correction of identity as officers see it (要核实的更正): numbers masked unless identities were opened. */
export type WantedCorrection = { id: string; askedAt: string; values: Personal; reason: string }

/** Opens the corrections of a case that wait. */
export async function wantedViews(
  { keys }: Pick<Ctx, 'keys'>,
  rows: readonly CorrectionRow[],
  isOpened: boolean,
): Promise<WantedCorrection[]> {
  const views: WantedCorrection[] = []
  for (const row of rows) {
    const wanted = row.state === 'asked' ? await openWanted(keys, row) : null
    if (wanted === null) continue
    const values = isOpened ? wanted.values : masked(wanted.values)
    views.push({ id: row.id, askedAt: toRfc3339(row.asked_at), values, reason: wanted.reason })
  }
  return views
}
