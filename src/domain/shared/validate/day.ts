import type { LocalDate } from '../../time/local-date.ts'
import { ok, refuseField, type Result } from '../refusal.ts'

/** Checks a day that an officer states: not after today, not before another day of the same thing. */
export function checkDay(
  pointer: string,
  on: LocalDate,
  { today }: { today: LocalDate },
  notBefore?: { on: LocalDate | null; other: string },
): Result<LocalDate> {
  if (on > today) return refuseField(pointer, { problem: 'in-future' })
  if (notBefore !== undefined && notBefore.on !== null && on < notBefore.on) {
    return refuseField(pointer, { problem: 'before', other: notBefore.other })
  }
  return ok(on)
}
