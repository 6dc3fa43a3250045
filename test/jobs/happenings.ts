import * as fc from 'fast-check'
import type { NewEvent } from '../../src/domain/shared/journal.ts'
import { applicantClasses, outcomeKeys } from '../../src/domain/shared/report-keys.data.ts'
import { commit } from '../../src/store/commit.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { agencies } from '../support/agencies.ts'
import type { House } from '../support/house.ts'
import type { Accepted } from './oracle.ts'

const anyDay = fc.record({
  year: fc.constantFrom('2024', '2025', '2026'),
  month: fc.integer({ min: 1, max: 11 }),
  date: fc.integer({ min: 1, max: 28 }),
})
const march = fc.record({
  year: fc.constant('2026'),
  month: fc.constant(3),
  date: fc.integer({ min: 1, max: 28 }),
})
const anyAgency = fc.constantFrom(...agencies.map(({ id }) => id))

/** An agency of the test region; mostly the same one. */
export const crowdedAgency: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('river') },
  { weight: 2, arbitrary: anyAgency },
)

const applicant = fc.constantFrom(...applicantClasses)
const outcome = fc.constantFrom(...outcomeKeys)

/** Something that counts, in no particular order of life: figures come from events, one by one. */
function happeningsOf(days: typeof anyDay, agency: fc.Arbitrary<string>): fc.Arbitrary<Accepted> {
  const day = days.map(({ year, month, date }) => `${year}-${pad(month)}-${pad(date)}`)
  const fact = fc.oneof(
    fc.record({
      kind: fc.constant('application.submitted' as const),
      data: fc.record({ class: applicant, on: day, channel: fc.constant('online') }),
    }),
    fc.record({
      kind: fc.constant('application.received' as const),
      data: fc.record({ class: applicant, receivedOn: day, basis: fc.constant('in-person') }),
    }),
    fc.record({
      kind: fc.constant('application.replied' as const),
      data: fc.record({ class: applicant, outcome, decidedOn: day }),
    }),
    fc.record({
      kind: fc.constant('application.imported' as const),
      data: fc.record({
        class: applicant,
        receivedOn: day,
        outcome: fc.option(outcome),
        decidedOn: day,
      }),
    }),
    fc.record({
      kind: fc.constant('item.published' as const),
      data: fc.record({ on: day, columns: fc.constant(['gwgk']), facets: fc.constant([]) }),
    }),
  )
  return fc.record({ agency, fact }).map((drawn) => ({
    agency: drawn.agency,
    event: { ...drawn.fact, entity: 'application', entityId: newId(), seq: 1 } satisfies NewEvent,
  }))
}

/** What may happen in the test region: an agency and an event of a new entity. */
export const happening: fc.Arbitrary<Accepted> = happeningsOf(anyDay, anyAgency)

/** The same, mostly in one agency and one month, so that reports overlap. */
export const crowdedHappening: fc.Arbitrary<Accepted> = happeningsOf(
  fc.oneof({ weight: 3, arbitrary: anyDay }, { weight: 4, arbitrary: march }),
  crowdedAgency,
)

/** Commits what happened, each agency's share in one commit. */
export async function accept(
  house: Pick<House, 'ctx'>,
  accepted: readonly Accepted[],
): Promise<void> {
  for (const id of new Set(accepted.map((a) => a.agency))) {
    const ctx = await house.ctx(id, { type: 'system', job: 'test' })
    const events = accepted.filter((a) => a.agency === id).map((a) => a.event)
    const done = await commit(ctx, { events, statements: [] })
    if (!done.ok) throw new Error(`not committed: ${done.conflict}`)
  }
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
