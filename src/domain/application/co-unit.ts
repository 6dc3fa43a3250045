import * as z from 'zod'
import { dateField } from '../shared/validate/fields.ts'
import type { LocalDate } from '../time/local-date.ts'

const coUnit = z.strictObject({
  n: z.int().positive(),
  unit: z.string(),
  askedOn: dateField,
  dueOn: dateField,
  answeredOn: dateField.nullable(),
  /** the head did not wait for it (不等协办意见) */
  waived: z.boolean(),
})

/** A unit that helps with a case (协办科室): asked, due, perhaps answered; its words are notes of the case. */
export type CoUnit = z.output<typeof coUnit>

/** Reads stored co-units; anything else in their place is a bug. */
export function parseCoUnits(text: string): CoUnit[] {
  return z.array(coUnit).parse(JSON.parse(text))
}

/** The units whose opinion is still waited for (未复协办). */
export function silentUnits(units: readonly CoUnit[]): CoUnit[] {
  return units.filter(({ answeredOn, waived }) => answeredOn === null && !waived)
}

/** The earliest day by which a silent unit was to answer (协办期限), or null when none is waited for. */
export function coUnitsDue(units: readonly CoUnit[]): LocalDate | null {
  const days = silentUnits(units).map(({ dueOn }) => dueOn)
  return days.toSorted()[0] ?? null
}
