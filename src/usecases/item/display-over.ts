import type { Refusal } from '../../domain/shared/refusal.ts'
import { addDays, localDate, type LocalDate } from '../../domain/time/local-date.ts'

/**
 * What the public is told of an item whose last day is over though no sweep has come by yet (公示期满):
 * its page, text, files and editions close at midnight. Null while it may be read.
 */
export function displayOver(
  { shownUntil }: { shownUntil: string | null },
  today: LocalDate,
): Refusal | null {
  return shownUntil === null || today <= shownUntil
    ? null
    : { code: 'display-over', since: addDays(localDate(shownUntil), 1) }
}
