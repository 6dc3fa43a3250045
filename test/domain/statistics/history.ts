import * as fc from 'fast-check'
import type { Fact } from '../../../src/domain/shared/journal.ts'
import { applicantClasses, outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'

/** The life of one application: received on a day, perhaps decided on the same day or later. */
type Life = {
  class: string
  received: number
  lasts: number | null
  outcome: string
  imported: boolean
  timely: boolean | null
}

const life: fc.Arbitrary<Life> = fc.record({
  class: fc.constantFrom(...applicantClasses),
  received: fc.integer({ min: 0, max: 1000 }),
  lasts: fc.option(fc.integer({ min: 0, max: 400 })),
  outcome: fc.constantFrom(...outcomeKeys),
  imported: fc.boolean(),
  timely: fc.option(fc.boolean()),
})

/** Any history of an agency from 2024 on: whole lives of applications, each as its events. */
export const history: fc.Arbitrary<Fact[]> = fc
  .array(life, { maxLength: 40 })
  .map((lives) => lives.flatMap(eventsOf))

function eventsOf({ class: column, received, lasts, outcome, imported, timely }: Life): Fact[] {
  const receivedOn = dayAfter(received)
  const decidedOn = lasts === null ? null : dayAfter(received + lasts)
  if (imported) {
    const ended = { outcome: decidedOn === null ? null : outcome, decidedOn }
    return [{ kind: 'application.imported', data: { class: column, receivedOn, ...ended } }]
  }
  const first: Fact = {
    kind: 'application.received',
    data: { class: column, receivedOn, basis: 'confirmed' },
  }
  if (decidedOn === null) return [first]
  const data = { class: column, outcome, decidedOn, ...(timely === null ? {} : { timely }) }
  return [first, { kind: 'application.replied', data }]
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)
}
