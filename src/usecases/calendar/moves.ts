import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type MoveRow,
  selectMoves,
  selectSwitch,
  type SwitchRow,
} from '../../store/tenant/calendar-switch.ts'
import { numberOf } from '../application/number-of.ts'
import type { MovedDue } from '../application/plan-dues.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import type { CalendarSwitch } from './list.ts'

/** Which days a change of the calendar moved (期限变动): `next` is the receipt after which more follow. */
export type CalendarMoves = { change: CalendarSwitch; moved: MovedDue[]; next: string | null }

const pageSize = 100

/** Lists the days that a change of the calendar moved, by receipt (哪些件的期限变动了). */
export async function listMoves(
  ctx: Ctx,
  n: number,
  after: string,
): Promise<Result<CalendarMoves>> {
  if (!may(ctx.actor, 'calendar.list')) return turnAway(ctx.actor)
  const [[change], rows] = await readBatch<[SwitchRow, MoveRow]>(ctx.db, [
    selectSwitch(n),
    selectMoves(n, after, pageSize + 1),
  ])
  if (change === undefined) return refuse({ code: 'not-found' })
  const shown = rows.slice(0, pageSize)
  return ok({
    change: { ...change, at: toRfc3339(change.at) },
    moved: shown.map((row) => ({
      what: row.what === 'applicant' ? 'applicant' : 'reply',
      receipt: row.application_id,
      number: numberOf(ctx, row),
      from: row.from_on,
      to: row.to_on,
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.application_id ?? null) : null,
  })
}
