import type { AgencySettings } from '../../agency/agency.ts'
import {
  addDays,
  addMonths,
  dateOfParts,
  type LocalDate,
  monthOf,
  partsOf,
} from '../../time/local-date.ts'
import { type BulletinKind, kindsOfBulletin } from './kinds.data.ts'

/** Day of the next month on which months are closed where the agency names none (结账日). */
const usualClosingDay = 10
/** Most periods that a late schedule catches up at once. */
const mostCaughtUp = 24

/** Settings that say when bulletins are made. */
export type BulletinDays = Pick<AgencySettings, 'monthClosesOn' | 'bulletinDays'>

/**
 * The day on which the bulletin of a period is generated (生成日): the day of the month after the period
 * that the settings name, else some days after its last month is closed; never before that closing.
 */
export function generatedOn(
  kind: BulletinKind,
  last: LocalDate,
  { monthClosesOn = usualClosingDay, bulletinDays }: BulletinDays,
): LocalDate {
  const { year, month } = partsOf(addMonths(last, 1))
  const closing = dateOfParts(year, month, monthClosesOn)
  const named = bulletinDays?.[kind]
  if (named === undefined) return addDays(closing, kindsOfBulletin[kind].daysAfterClosing)
  const day = dateOfParts(year, month, named)
  return day < closing ? closing : day
}

/** A period that a bulletin is about: its key, such as 2026-11, 2026-Q3 or 2026-H1, and when it is due. */
export type DuePeriod = { period: string; dueOn: LocalDate }

/**
 * The periods whose bulletin is due on a day, oldest first (到期简报): the newest over, and those that a
 * late schedule skipped since the `last` one made. Before the first one nothing is made up.
 */
export function periodsDue(
  kind: BulletinKind,
  settings: BulletinDays,
  today: LocalDate,
  last: string | null,
): DuePeriod[] {
  const { months } = kindsOfBulletin[kind]
  const { year, month } = partsOf(today)
  // First day of the last month of the period that runs today.
  const running = dateOfParts(year, Math.ceil(month / months) * months, 1)
  const due: DuePeriod[] = []
  for (let ago = 1; ago <= mostCaughtUp; ago += 1) {
    const ends = addMonths(running, -ago * months)
    const period = keyOf(ends, months)
    if (last !== null && period <= last) break
    const dueOn = generatedOn(kind, ends, settings)
    if (dueOn > today) continue
    due.unshift({ period, dueOn })
    if (last === null) break
  }
  return due
}

/** When the next bulletin of a kind is generated (下次生成): that of the period that ended last, or of the running one. */
export function nextDue(kind: BulletinKind, settings: BulletinDays, today: LocalDate): DuePeriod {
  const { months } = kindsOfBulletin[kind]
  const { year, month } = partsOf(today)
  const running = dateOfParts(year, Math.ceil(month / months) * months, 1)
  const before = addMonths(running, -months)
  const waiting = generatedOn(kind, before, settings)
  return waiting > today
    ? { period: keyOf(before, months), dueOn: waiting }
    : { period: keyOf(running, months), dueOn: generatedOn(kind, running, settings) }
}

/** The id of the bulletin of a kind and period, the same for whoever makes it. */
export function bulletinId(kind: BulletinKind, period: string): string {
  return `${kind}-${period}`
}

function keyOf(lastMonth: LocalDate, months: 1 | 3 | 6): string {
  const { year, month } = partsOf(lastMonth)
  if (months === 1) return monthOf(lastMonth)
  return `${year}-${months === 3 ? 'Q' : 'H'}${month / months}`
}
