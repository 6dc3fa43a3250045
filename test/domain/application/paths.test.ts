import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../src/domain/application/case.ts'
import { caseClock } from '../../../src/domain/application/case.ts'
import type { Change, Moment } from '../../../src/domain/application/change.ts'
import { coUnitsDue, silentUnits } from '../../../src/domain/application/co-unit.ts'
import { decideStep } from '../../../src/domain/application/decide.ts'
import {
  type Exclusion,
  type Ledger,
  type LedgerEntry,
  openWait,
  redoOf,
  sinceStart,
} from '../../../src/domain/application/ledger.ts'
import { lifecycle } from '../../../src/domain/application/lifecycle.ts'
import type { Past } from '../../../src/domain/application/premise.ts'
import { isStepAction } from '../../../src/domain/application/step-input.ts'
import { transferDeclined, transferDone } from '../../../src/domain/application/steps/transfer.ts'
import { register } from '../../../src/domain/application/steps/receipt.ts'
import { redo } from '../../../src/domain/application/steps/redo.ts'
import type { Action, State } from '../../../src/domain/application/types.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import type { CellDelta, NewEvent } from '../../../src/domain/shared/journal.ts'
import { openActions } from '../../../src/domain/shared/machine.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { applicationTable } from '../../../src/domain/statistics/table.ts'
import { tally, tallyAll } from '../../../src/domain/statistics/tally.ts'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate, type LocalDate } from '../../../src/domain/time/local-date.ts'
import { inputs } from './path-inputs.ts'

/** Destruction comes years after every way is at its end, and has its own tests. */
const walks = ({ action }: { action: Action }): boolean => action !== 'destroy'
const everybody = [...roles, 'applicant', 'system']

/** The way a case usually goes, taken half of the time so that walks get to the end. */
const forward: ReadonlySet<Action> = new Set([
  'confirm-receipt',
  'accept',
  'draft',
  'pass-check',
  'sign',
  'serve',
  'close',
  'archive',
])

/** Ways out that are open nearly always, taken seldom so that other walks get on. */
const leaving: ReadonlySet<Action> = new Set(['withdraw', 'transfer'])

const walk = fc.record({
  from: fc.integer({ min: 0, max: 6700 }),
  steps: fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 12 }),
      choice: fc.nat(1000),
      n: fc.nat(60),
    }),
    { minLength: 3, maxLength: 25 },
  ),
})

type Walk = { subject: Case; events: NewEvent[]; today: LocalDate }

type Plan = { from: number; steps: { wait: number; choice: number; n: number }[] }

function walked({ from, steps }: Plan): Walk {
  let today = addDays(localDate('2008-05-04'), from)
  const start: Case = {
    receipt: 'SQ-1',
    version: 1,
    state: 'submitted',
    channel: 'internet',
    applicantClass: 'naturalPerson',
    arrivedOn: today,
    receivedOn: null,
    ledger: [],
    dueOn: null,
    waitsUntil: null,
    coUnits: [],
    draft: null,
    decidedOn: null,
    outcome: null,
  }
  const registered = register(start, 0, null, moment(today, 0))
  let subject = after(start, registered)
  const events = [...registered.events]
  for (const { wait, choice, n } of steps) {
    today = addDays(today, wait)
    const table = lifecycle.filter(walks)
    const open = openActions<State, Action>(table, subject.state, everybody).filter(
      (action) => !leaving.has(action) || choice % 10 === 1,
    )
    const onward = choice % 2 === 0 ? open.filter((action) => forward.has(action)) : []
    const choices = onward.length === 0 ? open : onward
    // A third of those who are waited for let their days pass.
    const isGivenUp = n % 3 === 0 && open.includes('abandon')
    if (isGivenUp) today = addDays(today, 90)
    const action = isGivenUp ? 'abandon' : choices[choice % Math.max(1, choices.length)]
    if (subject.state === 'transferring') {
      const answer =
        n % 2 === 0
          ? transferDone(subject, 'purse', today, moment(today, n))
          : transferDeclined(subject, 'purse', moment(today, n))
      subject = after(subject, answer)
      events.push(...answer.events)
      continue
    }
    if (action === undefined) break
    const decided = decide(subject, action, n, { ...moment(today, n), past: kindsOf(events) })
    if (!decided.ok) {
      expect(decided.refusal.code).toMatch(/^(not-allowed|invalid|same-person)$/)
      continue
    }
    subject = after(subject, decided.value)
    events.push(...decided.value.events)
  }
  return { subject, events, today }
}

/** Takes a step; a corrected case is opened again by its dispute, half of the time with a day set. */
function decide(subject: Case, action: Action, n: number, at: Moment): Result<Change> {
  if (isStepAction(action)) return decideStep(subject, action, inputs[action](n, at.today), at)
  const until = n % 2 === 0 ? addDays(at.today, 5 + n) : null
  const from = subject.decidedOn ?? at.today
  const decided = redo(subject, { dispute: 'd-1', from, until }, at)
  if (decided.ok) {
    const touched = decided.value.events.flatMap(tally).map(({ period }) => period)
    expect(new Set(touched)).toEqual(new Set([at.today.slice(0, 7), at.today.slice(0, 4)]))
  }
  return decided
}

const kindsOf = (events: readonly NewEvent[]): Past => new Set(events.map(({ kind }) => kind))

const moment = (today: LocalDate, n: number): Moment => ({
  today,
  calendar: nationalCalendar,
  release: { digest: '', files: [] },
  staff: `s-${String(n % 3)}`,
})

const after = (subject: Case, { patch }: Change): Case => ({ ...subject, ...patch })

/** The last day of the limit, counted day by day from the ledger alone. */
function countedByHand({ ledger }: Case): LocalDate | null {
  const running = sinceStart(ledger)
  const [first] = running
  if (first === undefined || first.kind === 'exclude') return null
  const on = countFrom(first.on, daysOf(ledger), ledger)
  if (first.kind === 'redo' && first.until !== undefined) return first.until
  const put = running.findLast((one) => one.kind === 'defer')
  return put?.kind === 'defer' && put.until > on ? put.until : on
}

function daysOf(ledger: Ledger): number {
  const isOld = ledger.some((one) => one.kind === 'start' && one.on < '2019-05-15')
  const extended = sinceStart(ledger).map((one) => (one.kind === 'extend' ? one.days : 0))
  return extended.reduce((sum, days) => sum + days, isOld ? 15 : 20)
}

function countFrom(start: LocalDate, days: number, ledger: Ledger): LocalDate {
  const out = ledger.flatMap((one) =>
    one.kind === 'exclude' ? [{ after: one.sentOn, through: opinionEnd(one) }] : [],
  )
  let [on, left] = [start, days]
  while (left > 0) {
    on = addDays(on, 1)
    const isOut = out.some((span) => span.after < on && on <= span.through)
    if (!isOut && isWorkingDay(nationalCalendar, on).working) left -= 1
  }
  return on
}

function opinionEnd(one: Exclusion): LocalDate {
  let [on, left] = [one.servedOn ?? one.sentOn, 15]
  while (left > 0) {
    on = addDays(on, 1)
    if (isWorkingDay(nationalCalendar, on).working) left -= 1
  }
  return one.returnedOn !== undefined && one.returnedOn < on ? one.returnedOn : on
}

test('random lawful paths under both laws, corrected ones opened again: journal, ledger, due day and figures always agree (条例第30—35条, 行政复议法第64条)', () => {
  fc.assert(
    fc.property(walk, (plan) => {
      const path = walked(plan)
      checkJournal(path)
      checkClock(path)
      checkFigures(path)
      checkCoUnits(path)
    }),
    { numRuns: 1500 },
  )
})

test('such walks get to every end, and beyond an annulled answer too', () => {
  const seen = new Set<string>()
  // Always the same walks: what seldom happens would be missing now and then.
  for (const plan of fc.sample(walk, { numRuns: 3000, seed: 36 })) {
    const { state, ledger } = walked(plan).subject
    seen.add(redoOf(ledger) === null ? state : `redo ${state}`)
  }
  for (const state of [
    'replied',
    'archived',
    'withdrawn',
    'abandoned',
    'fee-due',
    'signed',
    'converted',
    'redo accepted',
    'redo replied',
    'transferred',
  ]) {
    expect(seen).toContain(state)
  }
})

/** Every entry of the ledger was made by an event of the journal, in its order. */
function checkJournal({ subject: { ledger, version }, events }: Walk): void {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 2))
  expect(version).toBe(events.length + 1)
  const made = ledger.map(({ seq }) => seq)
  expect(made).toEqual(made.toSorted((a, b) => a - b))
  for (const seq of made) expect(events.some((event) => event.seq === seq)).toBe(true)
  const times = (is: (one: LedgerEntry) => boolean): number => ledger.filter(is).length
  expect(times(({ kind }) => kind === 'start')).toBeLessThanOrEqual(1)
  expect(times(({ kind }) => kind === 'extend')).toBeLessThanOrEqual(
    1 + times(({ kind }) => kind === 'redo'),
  )
  expect(times((one) => one.kind === 'wait' && one.for === 'correction')).toBeLessThanOrEqual(1)
}

/** Nothing was drawn up while a co-unit was silent, and its due day is the earliest of the silent. */
function checkCoUnits({ subject }: Walk): void {
  const silent = silentUnits(subject.coUnits)
  if (['checking', 'signing', 'signed', 'replied', 'transferred'].includes(subject.state)) {
    expect(silent).toEqual([])
  }
  const days = silent.map(({ dueOn }) => dueOn).toSorted()
  expect(coUnitsDue(subject.coUnits)).toBe(days[0] ?? null)
}

function checkClock({ subject, today }: Walk): void {
  const clock = caseClock(subject, today, nationalCalendar)
  const dueOn = clock?.dueOn ?? null
  expect(dueOn).toBe(openWait(subject.ledger) === null ? countedByHand(subject) : null)
  if (subject.decidedOn === null) expect(subject.dueOn).toBe(dueOn)
  const counted = clock?.trace.filter((row) => row.counted) ?? []
  expect(counted).toHaveLength(clock?.of ?? 0)
}

/**
 * 一 + 二 = 三 + 四: what was received is decided, or still open, in every year; what a dispute
 * opened again is taken off in the year of that, and its new answer counted anew.
 */
function checkFigures({ subject, events }: Walk): void {
  const all = tallyAll(events).filter(({ period }) => period.length === 4)
  const sum = (rows: readonly string[]): number =>
    all.filter(({ row }) => rows.includes(row)).reduce((total, { n }) => total + n, 0)
  const isOpen = subject.receivedOn !== null && subject.decidedOn === null
  expect(sum(['newReceived'])).toBe(sum(outcomeKeys) + (isOpen ? 1 : 0))
  expect(sum(['converted'])).toBe(subject.state === 'converted' ? 1 : 0)
  expect(sum(['transferred'])).toBe(subject.state === 'transferred' ? 1 : 0)
  expect(sum(['redone'])).toBe(subject.ledger.filter(({ kind }) => kind === 'redo').length)
  for (const outcome of outcomeKeys)
    expect(sum([outcome])).toBe(outcome === subject.outcome ? 1 : 0)
  const taken = new Set(outcomeKeys.map(String))
  expect(all.every(({ row, n }) => n > 0 || row === 'newReceived' || taken.has(row))).toBe(true)
  checkYears(all)
}

/** Each year balances, and goes on where the one before it ended (E1, E4). */
function checkYears(cells: readonly CellDelta[]): void {
  const years = [...new Set(cells.map(({ period }) => period))].toSorted()
  let carried = 0
  for (const year of years) {
    const { carriedOver, newReceived, totalProcessed, carriedForward } = applicationTable({
      within: cells.filter(({ period }) => period === year),
      before: cells.filter(({ period }) => period < year),
    })
    expect(carriedOver.total).toBe(carried)
    carried += (newReceived.total ?? 0) - (totalProcessed.total ?? 0)
    expect(carriedForward.total).toBe(carried)
    expect([0, 1]).toContain(carried)
  }
}
