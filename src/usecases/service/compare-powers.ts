import * as z from 'zod'
import { changeKindKeys } from '../../domain/service/change-kinds.data.ts'
import { compareLists, type ListDifference } from '../../domain/service/compare.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { dateField } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type PowerLogRow,
  type PowerRow,
  selectPowerLog,
  selectPowersBetween,
} from '../../store/tenant/service/power.ts'
import type { Ctx } from '../context.ts'
import { editionOf, logLineOf, type PowerLogLine } from './power-view.ts'

/** What a comparison may be asked: two days (a year ago and today when left out), and a kind of change. */
export const compareQuery = {
  from: dateField.optional(),
  until: dateField.optional(),
  kind: z.enum(changeKindKeys).optional(),
}

/** How the list changed between two days, and the log of that time; `isCut` says that there is more. */
export type PowerComparison = {
  from: string
  until: string
  difference: ListDifference
  log: PowerLogLine[]
  isCut: boolean
}

const most = 500

/** Compares the lists of two days (清单比对) with the log between them; refuses days in the wrong order. */
export async function comparePowers(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  raw: unknown,
): Promise<Result<PowerComparison>> {
  const query = parseInput(z.strictObject(compareQuery), raw)
  if (!query.ok) return query
  const today = localDateOf(now)
  const { until = today, from = addDays(until, -365), kind = null } = query.value
  if (until > today) return refuseField('/until', { problem: 'in-future' })
  if (from > until) return refuseField('/until', { problem: 'before', other: '/from' })
  const [rows, log] = await readBatch<[PowerRow, PowerLogRow]>(db, [
    selectPowersBetween(from, until, most + 1),
    selectPowerLog({ from, to: until, kind }, most + 1),
  ])
  return ok({
    from,
    until,
    difference: compareLists(rows.slice(0, most).map(editionOf), from, until),
    log: log.slice(0, most).map(logLineOf),
    isCut: rows.length > most || log.length > most,
  })
}
