import {
  type Retention,
  retentionOf,
  retentionTable,
} from '../../../domain/application/retention.ts'
import { isState } from '../../../domain/application/types.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { parseLocalDate } from '../../../domain/time/local-date.ts'
import type { RetainedRow } from '../../../store/tenant/application/retention.ts'
import type { Ctx } from '../../context.ts'

/** How long a stored case is kept as of the instant (保管期限), or null while it has no term. */
export function retained(
  { agency, now }: Pick<Ctx, 'agency' | 'now'>,
  row: RetainedRow,
): Retention | null {
  const { state, outcome, dispute_mark: mark } = row
  if (!isState(state)) throw new Error(`stored word is not known: ${state}`)
  return retentionOf(
    {
      state,
      outcome,
      endedOn: row.ended_on === null ? null : parseLocalDate(row.ended_on),
      dispute: mark === 'pending' || mark === 'settled' ? mark : null,
    },
    retentionTable(agency.settings),
    localDateOf(now),
  )
}
