import { agenciesIn } from '../../domain/agency/offices.ts'
import type { Agency } from '../../domain/agency/agency.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { closesOn, isOver, usualClosingDay } from '../../domain/statistics/closing.ts'
import { monthsOfYear, readPeriod } from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { type LocalDate, monthOf, yearOf } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { type ClosingRow, readClosings } from '../../store/region/office-cell.ts'
import {
  type ClosedMonthRow,
  selectClosedMonths,
} from '../../store/tenant/statistics/closed-month.ts'
import { type CorrectionRow, selectCorrections } from '../../store/tenant/statistics/correction.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { subtreeOf } from './read-figures.ts'

/** A month of a year that has begun: closed or not, and the day on which the schedule closes it. */
export type MonthLine = {
  month: string
  closesOn: LocalDate
  isOver: boolean
  /** the schedule has yet to close it */
  isAhead: boolean
  closed: ClosedMonthRow | null
}

/** Corrections that one commit made (一次更正). */
export type CorrectionGroup = { commitId: string; rows: CorrectionRow[] }

/** The months of a year with their corrections (结账和更正), and how far the agencies below are. */
export type MonthsView = {
  year: number
  lines: MonthLine[]
  groups: CorrectionGroup[]
  below: { agency: Agency; closed: number; corrections: number }[]
}

const listed = 500

/** Lists the months of a year, this one when left out; refuses `invalid` for what is no year or has not begun. */
export async function listMonths(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'actor'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  asked: string | undefined,
): Promise<Result<MonthsView>> {
  if (!may(ctx.actor, 'month.list')) return turnAway(ctx.actor)
  const today = localDateOf(ctx.now)
  const period = readPeriod(asked ?? String(yearOf(today)))
  if (period?.kind !== 'year') {
    return refuseField('/year', { problem: 'ill-formed', what: 'period' })
  }
  if (period.year > yearOf(today)) return refuseField('/year', { problem: 'in-future' })
  const months = monthsOfYear(period.year).filter((month) => month <= monthOf(today))
  const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
  const members = subtreeOf(agenciesIn(agencies, period.year), ctx.agency.id).filter(
    ({ id }) => id !== ctx.agency.id,
  )
  const [[closed, corrections], below] = await Promise.all([
    readBatch<[ClosedMonthRow, CorrectionRow]>(ctx.db, [
      selectClosedMonths(months),
      selectCorrections(first, last, listed),
    ]),
    members.length === 0
      ? []
      : readClosings(
          region,
          members.map(({ id }) => id),
          first,
          last,
        ),
  ])
  const closings = new Map(below.map((row: ClosingRow) => [row.id, row]))
  const day = ctx.agency.settings.monthClosesOn ?? usualClosingDay
  return ok({
    year: period.year,
    lines: months.map((month) => ({
      month,
      closesOn: closesOn(month, day),
      isOver: isOver(month, today),
      isAhead: closesOn(month, day) > today,
      closed: closed.find((row) => row.month === month) ?? null,
    })),
    groups: [...Map.groupBy(corrections, ({ commitId }) => commitId)]
      .map(([commitId, rows]) => ({ commitId, rows }))
      .toSorted((a, b) => (b.rows[0]?.at ?? 0) - (a.rows[0]?.at ?? 0)),
    below: members.map((agency) => ({
      agency,
      closed: closings.get(agency.id)?.closed ?? 0,
      corrections: closings.get(agency.id)?.corrections ?? 0,
    })),
  })
}
