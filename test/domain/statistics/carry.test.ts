import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellDelta, Fact } from '../../../src/domain/shared/journal.ts'
import { applicantClasses, outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { cellPeriods, priorPeriods, readPeriod } from '../../../src/domain/statistics/period.ts'
import { applicationTable, type ApplicationTable } from '../../../src/domain/statistics/table.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'

/** What may befall an application after its receipt, each some days after the last. */
const steps = ['reply', 'redo', 'convert', 'reopen', 'transfer', 'withdraw'] as const
const walk = fc.record({
  class: fc.constantFrom(...applicantClasses),
  received: fc.integer({ min: 0, max: 900 }),
  steps: fc.array(
    fc.record({
      step: fc.constantFrom(...steps),
      after: fc.integer({ min: 0, max: 300 }),
      outcome: fc.constantFrom(...outcomeKeys),
    }),
    { maxLength: 8 },
  ),
})

type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never

/** The events of a walk: a step that is not open where the case stands is left out. */
// oxlint-disable-next-line complexity -- one branch for every step that may befall a case
function eventsOf({ class: column, received, steps: taken }: Walk): Fact[] {
  const receivedOn = dayAfter(received)
  const facts: Fact[] = [
    { kind: 'application.received', data: { class: column, receivedOn, basis: 'confirmed' } },
  ]
  let at = received
  let state: 'open' | 'ended' | 'converted' | 'gone' = 'open'
  let [outcome, convertedOn] = ['', '']
  for (const { step, after, outcome: next } of taken) {
    at += after
    const on = dayAfter(at)
    if (state === 'open' && (step === 'reply' || step === 'withdraw')) {
      const kind = step === 'reply' ? 'application.replied' : 'application.withdrawn'
      facts.push({ kind, data: { class: column, outcome: next, decidedOn: on } })
      ;[state, outcome] = ['ended', next]
    } else if (state === 'ended' && step === 'redo') {
      const data = { class: column, outcome, on, from: on, dispute: 'd' }
      facts.push({ kind: 'application.redo-ordered', data })
      state = 'open'
    } else if (state === 'open' && step === 'convert') {
      const data = { class: column, receivedOn, to: 'consultation', on }
      facts.push({ kind: 'application.converted', data })
      ;[state, convertedOn] = ['converted', on]
    } else if (state === 'converted' && step === 'reopen') {
      const data = { class: column, receivedOn, to: 'consultation', convertedOn, on }
      facts.push({ kind: 'application.reopened', data })
      state = 'open'
    } else if (state === 'open' && step === 'transfer') {
      facts.push({
        kind: 'application.transferred',
        data: { class: column, receivedOn, to: 'west', on },
      })
      state = 'gone'
    }
  }
  return facts
}

function tableOf(cells: readonly CellDelta[], key: string): ApplicationTable {
  const period = readPeriod(key)
  if (period === null) throw new Error(key)
  const pick = (periods: readonly string[]): CellDelta[] =>
    cells.filter((cell) => periods.includes(cell.period))
  return applicationTable({
    within: pick(cellPeriods(period)),
    before: pick(priorPeriods(period)),
  })
}

test('table 3: what a period carries in is what the one before carried out, in every column, whatever became of the cases', () => {
  const pairs = [
    ['2024', '2025'],
    ['2025', '2026'],
    ['2025-12', '2026-01'],
    ['2024-Q4', '2025-Q1'],
    ['2025-H1', '2025-H2'],
    ['2025', '2026-01'],
  ] as const
  fc.assert(
    fc.property(fc.array(walk, { maxLength: 25 }), (walks) => {
      const cells = tallyAll(walks.flatMap(eventsOf))
      for (const [one, next] of pairs) {
        expect(tableOf(cells, next).carriedOver).toEqual(tableOf(cells, one).carriedForward)
      }
      const open = walks.map(eventsOf).filter((facts) => isOpen(facts))
      expect(tableOf(cells, '2035').carriedForward.total).toBe(open.length)
    }),
  )
})

function isOpen(facts: readonly Fact[]): boolean {
  const last = facts.at(-1)?.kind
  return (
    last === 'application.received' ||
    last === 'application.reopened' ||
    last === 'application.redo-ordered'
  )
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)
}
