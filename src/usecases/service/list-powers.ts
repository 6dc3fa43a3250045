import * as z from 'zod'
import type { PowerEdition } from '../../domain/service/compare.ts'
import { powerTypeKeys } from '../../domain/service/power-types.data.ts'
import type { CellDelta } from '../../domain/shared/journal.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { dateField, pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { type PowerCounts, powerCounts } from '../../domain/statistics/power-figures.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type PowerRow, selectPowersNow, selectPowersOn } from '../../store/tenant/service/power.ts'
import { type RevisionRow, selectRevisions } from '../../store/tenant/service/power-change.ts'
import type { Ctx } from '../context.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { editionOf } from './power-view.ts'
import { selectStock, stockOf } from './stock-on.ts'

/** What the list of powers may be asked: a day (today when left out), a type, where it goes on. */
export const powerQuery = {
  day: dateField.optional(),
  type: z.enum(powerTypeKeys).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A version of the list (清单版本): what was approved on which day and why. */
export type Revision = { revision: number; on: string; reason: string; entries: number }

/** A page of the list as it stood at the end of a day, with its numbers by type. */
export type PowerList = {
  day: string
  counts: PowerCounts
  items: PowerEdition[]
  revisions: Revision[]
  next: string | null
}

const shownRevisions = 20

/** Shows the list of powers (权责清单) of today or of any past day; refuses a day to come and a foreign cursor. */
export async function listPowers(
  { db, keys, now }: Pick<Ctx, 'db' | 'keys' | 'now'>,
  raw: unknown,
): Promise<Result<PowerList>> {
  const query = parseInput(z.strictObject(powerQuery), raw)
  if (!query.ok) return query
  const today = localDateOf(now)
  const { day = today, type = null, limit = 20, cursor } = query.value
  if (day > today) return refuseField('/day', { problem: 'in-future' })
  const asked = `powers|${day}|${type ?? ''}`
  const place = await readPlace(keys, asked, cursor)
  if (!place.ok) return place
  const page = { type, after: place.value ?? '', limit: limit + 1 }
  const [rows, revisions, cells, events] = await readBatch<
    [PowerRow, RevisionRow, CellDelta, { kind: string; data: string }]
  >(db, [
    day === today ? selectPowersNow(page) : selectPowersOn(day, page),
    selectRevisions(shownRevisions),
    ...selectStock(day, today),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    day,
    counts: powerCounts(stockOf(cells, events)),
    items: rows.slice(0, limit).map(editionOf),
    revisions: revisions.map(
      ({ revision, approved_on: approvedOn, reason, n_entries: entries }) => ({
        revision,
        on: approvedOn,
        reason,
        entries,
      }),
    ),
    next: last === undefined ? null : await signPlace(keys, asked, last.code),
  })
}
