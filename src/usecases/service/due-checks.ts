import * as z from 'zod'
import {
  type CheckDue,
  checkDueOf,
  type MatterKind,
  matterKinds,
  overdueBefore,
  soonBefore,
  usualCheckMonths,
} from '../../domain/service/check-day.ts'
import type { PowerType } from '../../domain/service/power-types.data.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate, type LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  countSince,
  type MatterPlace,
  type MatterRow,
  selectMatter,
  selectMattersSince,
} from '../../store/tenant/service/matter-check.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { typeOf } from './power-view.ts'

/** What the list of checks may be asked: powers (left out) or guides, where it goes on. */
export const dueCheckQuery = {
  kind: z.enum(matterKinds).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A power or a guide with its next check (应核对日) and its last one. */
export type CheckedMatter = CheckDue & {
  kind: MatterKind
  id: string
  code: string
  name: string
  type: PowerType
  unit: string
  /** the day since which it is known to hold: checked, changed or published */
  since: LocalDate
  check: { number: number; on: string; note: string; by: string } | null
  mayCheck: boolean
}

/** How many are overdue and soon due, each up to {@link mostCounted}. */
export type DueCounts = { overdue: number; soon: number }

/** A page of what is to be checked (到期核对清单), the longest ago first. */
export type DueChecks = {
  kind: MatterKind
  on: LocalDate
  months: number
  counts: DueCounts
  items: CheckedMatter[]
  next: string | null
}

/** So many are counted; a list that is longer says so. */
export const mostCounted = 100

/** The agency's interval of checks in months (核对周期). */
export function checkMonthsOf({ agency }: Pick<Ctx, 'agency'>): number {
  return agency.settings.powerCheckMonths ?? usualCheckMonths
}

/** Plans the counts of what is to be checked; overdue first, then overdue and soon together. */
export function selectDueCounts(
  ctx: Pick<Ctx, 'agency' | 'now' | 'calendar'>,
  kind: MatterKind,
): [Statement, Statement] {
  const [months, today] = [checkMonthsOf(ctx), localDateOf(ctx.now)]
  return [
    countSince(kind, overdueBefore(months, today, ctx.calendar), mostCounted),
    countSince(kind, soonBefore(months, today, ctx.calendar), 2 * mostCounted),
  ]
}

/** Puts the reads of {@link selectDueCounts} together. */
export function dueCountsOf(
  [overdue]: readonly { n: number }[],
  [both]: readonly { n: number }[],
): DueCounts {
  const late = overdue?.n ?? 0
  return { overdue: late, soon: Math.min(mostCounted, Math.max(0, (both?.n ?? 0) - late)) }
}

/** Lists powers or guides that are overdue or soon due for their check (到期核对). */
export async function listDueChecks(ctx: Ctx, raw: unknown): Promise<Result<DueChecks>> {
  const { actor, db, keys, calendar } = ctx
  if (!may(actor, 'power.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(dueCheckQuery), raw)
  if (!query.ok) return query
  const { kind = 'power', limit = 20, cursor } = query.value
  const asked = `due-checks|${kind}`
  const place = await readPlace(keys, asked, cursor)
  if (!place.ok) return place
  const [months, on] = [checkMonthsOf(ctx), localDateOf(ctx.now)]
  const [rows, overdue, both] = await readBatch<[MatterRow, { n: number }, { n: number }]>(db, [
    selectMattersSince(kind, soonBefore(months, on, calendar), placeOf(place.value), limit + 1),
    ...selectDueCounts(ctx, kind),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    kind,
    on,
    months,
    counts: dueCountsOf(overdue, both),
    items: rows.slice(0, limit).map((row) => checkedOf(ctx, kind, row)),
    next:
      last === undefined ? null : await signPlace(keys, asked, `${last.since}|${last.power_id}`),
  })
}

/** Shows a power or a guide with its last check (核对); `not-found` where it is not public now. */
export async function showMatterCheck(
  ctx: Ctx,
  kind: MatterKind,
  id: string,
): Promise<Result<CheckedMatter>> {
  const { actor } = ctx
  if (!may(actor, 'power.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[MatterRow]>(ctx.db, [selectMatter(kind, id)])
  return row === undefined ? refuse({ code: 'not-found' }) : ok(checkedOf(ctx, kind, row))
}

/** What is shown of a stored power or guide. */
function checkedOf(ctx: Ctx, kind: MatterKind, row: MatterRow): CheckedMatter {
  const { power_id: id, code, name, unit, seq, checked_on: on, note, checked_by: by } = row
  const since = localDate(row.since)
  return {
    ...checkDueOf(since, checkMonthsOf(ctx), localDateOf(ctx.now), ctx.calendar),
    kind,
    id,
    code,
    name,
    type: typeOf(row),
    unit,
    since,
    check:
      seq === null || on === null || note === null || by === null
        ? null
        : { number: seq, on, note, by },
    mayCheck: may(ctx.actor, 'power.check'),
  }
}

function placeOf(place: string | null): MatterPlace | null {
  if (place === null) return null
  const [since = '', id = ''] = place.split('|')
  return { since, id }
}
