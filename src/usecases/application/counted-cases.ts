import {
  applicantClasses,
  type ColumnKey,
  type RowKey,
} from '../../domain/shared/report-keys.data.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { monthsOfYear, parsePeriod } from '../../domain/statistics/period.ts'
import {
  isTiming,
  type ResultGroup,
  resultsOf,
  type Timing,
} from '../../domain/statistics/result-groups.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type CountedRow,
  selectAnsweredCases,
  selectDecidedCases,
  selectReceivedCases,
} from '../../store/tenant/application/counted.ts'

/** A figure of 表三, or of answers by their time, whose records are asked for. */
export type CountedAsked = {
  row: RowKey | ResultGroup | Timing
  class: ColumnKey
  period: string
}

/** The year in which the 条例 took effect: no application is older. */
const firstYear = 2008

/** The answers that a count by time takes: true and false as the journal keeps them. */
const timelyOf: Readonly<Record<Timing, readonly (0 | 1)[]>> = {
  timely: [1],
  late: [0],
  timed: [0, 1],
}

type Place = { stretch: number; day: string; id: string }

/**
 * Plans the reading of the cases that a figure of 表三 counts (数字背后的办件), from a place on: those
 * received in the period, decided in it with a result, open at its beginning or end, or answered in it in time or late.
 */
export function countedStatement(
  asked: CountedAsked,
  place: string | null,
  now: number,
  limit: number,
): Result<Statement> {
  const period = parsePeriod(asked.period, localDateOf(now))
  if (!period.ok) return period
  const classes = asked.class === 'total' ? applicantClasses : [asked.class]
  const [first = '', last = ''] = [period.value.months[0], period.value.months.at(-1)]
  const after = readPlace(place)
  const { row } = asked
  if (isTiming(row)) {
    const span = { from: `${first}-01`, to: `${last}-31` }
    return ok(selectAnsweredCases({ ...span, classes, timely: timelyOf[row], after }, limit))
  }
  const received = (
    months: readonly string[],
    [day, id]: readonly [string, string],
    decidedBy: string | null,
  ): Statement =>
    selectReceivedCases(
      from(
        months.flatMap((month) => classes.map((one) => ({ month, class: one, day, id }))),
        after,
      ),
      decidedBy,
      limit,
    )
  switch (row) {
    case 'newReceived':
      return ok(received(period.value.months, ['', ''], null))
    case 'carriedOver':
      return ok(received(monthsUntil(first).slice(0, -1), [`${first}-01`, ''], `${first}-00`))
    case 'carriedForward':
      return ok(received(monthsUntil(last), [`${last}-31`, '~'], `${last}-31`))
    default: {
      const outcomes = resultsOf(row)
      const stretches = outcomes.flatMap((outcome) =>
        classes.map((one) => ({ outcome, class: one, day: `${first}-01`, id: '' })),
      )
      const annulled = after.stretch === stretches.length ? after.id : ''
      const span = { from: `${first}-01`, to: `${last}-31` }
      return ok(
        selectDecidedCases(
          from(stretches, after),
          { ...span, outcomes, classes, after: annulled },
          limit,
        ),
      )
    }
  }
}

/** Where a page ended, as text: the stretch within all of them, and the row's place in it. */
export function countedPlace(row: CountedRow, before: string | null): string {
  const { stretch } = readPlace(before)
  return `${stretch + row.stretch}.${row.day}.${row.id}`
}

/** Leaves out the stretches before a place and begins the first after it. */
function from<S extends { day: string; id: string }>(
  stretches: S[],
  { stretch, day, id }: Place,
): S[] {
  const rest = stretches.slice(stretch)
  const [first, ...others] = rest
  return id === '' || first === undefined ? rest : [{ ...first, day, id }, ...others]
}

function readPlace(text: string | null): Place {
  const [stretch = '0', day = '', id = ''] = (text ?? '').split('.', 3)
  return { stretch: Number(stretch) || 0, day, id }
}

function monthsUntil(month: LocalDate | string): string[] {
  const year = Number(month.slice(0, 4))
  return Array.from({ length: Math.max(0, year - firstYear + 1) }, (_, at) => firstYear + at)
    .flatMap(monthsOfYear)
    .filter((one) => one <= month)
}
