import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../src/domain/application/case.ts'
import { caseClock } from '../../../src/domain/application/case.ts'
import type { Change } from '../../../src/domain/application/change.ts'
import { decideStep } from '../../../src/domain/application/decide.ts'
import { openWait, sinceStart } from '../../../src/domain/application/ledger.ts'
import { lifecycle } from '../../../src/domain/application/lifecycle.ts'
import { isStepAction, type StepAction } from '../../../src/domain/application/step-input.ts'
import { register } from '../../../src/domain/application/steps/receipt.ts'
import type { Action, State } from '../../../src/domain/application/types.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import type { NewEvent } from '../../../src/domain/shared/journal.ts'
import { openActions } from '../../../src/domain/shared/machine.ts'
import { outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { isWorkingDay, nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate, type LocalDate } from '../../../src/domain/time/local-date.ts'

const everybody = [...roles, 'applicant']

/** Input that a step may be given, with the consultation that is open, if any. */
const inputs: Readonly<Record<StepAction, (n: number, today: LocalDate) => object>> = {
  'confirm-receipt': () => ({}),
  'note-contact': () => ({ by: 'phone' }),
  accept: () => ({}),
  'request-correction': (n) => ({ unclear: '不明', guidance: '写清', days: 1 + (n % 30) }),
  correct: () => ({ text: '补充' }),
  'ask-reasons': (n) => ({ why: '过多', days: 1 + (n % 20) }),
  explain: () => ({ text: '需要' }),
  assign: () => ({ unit: '办公室' }),
  claim: () => ({}),
  'hand-back': () => ({ why: '不对口' }),
  consult: (n) => ({
    party: ['third-party', 'co-maker', 'agency'][n % 3],
    name: '某公司',
    what: '涉及的合同',
  }),
  'record-service': (n, today) => ({ consultation: 1 + (n % 3), servedOn: today }),
  'record-opinion': (n) => ({
    consultation: 1 + (n % 3),
    opinion: n % 2 === 0 ? 'agree' : 'refuse',
    reasons: '商业秘密',
  }),
  extend: (n) => ({ days: 1 + (n % 20), reason: '量大' }),
  defer: (n, today) => ({ until: addDays(today, 10 + n), reason: '量大' }),
  charge: (n) => ({ method: 'per-page', pages: 31 + n }),
  'record-payment': () => ({}),
  draft: (n) => ({ outcome: outcomeKeys[n % outcomeKeys.length], text: '答复' }),
  'pass-check': () => ({}),
  'send-back': () => ({ why: '改' }),
  'take-back': () => ({}),
  sign: () => ({}),
  serve: () => ({ route: 'post' }),
  reply: (n) => ({ outcome: outcomeKeys[n % outcomeKeys.length], text: '答复' }),
  close: () => ({}),
  archive: () => ({}),
  withdraw: () => ({}),
  abandon: () => ({}),
}

/** The way a case usually goes, taken half of the time so that walks get to the end. */
const forward: ReadonlySet<StepAction> = new Set([
  'confirm-receipt',
  'accept',
  'draft',
  'pass-check',
  'sign',
  'serve',
  'close',
  'archive',
])

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

function walked({ from, steps }: fc.RandomType<typeof walk>): Walk {
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
    draft: null,
    decidedOn: null,
    outcome: null,
  }
  const registered = register(start, 0, null, moment(today, 0))
  let [subject, events] = [after(start, registered), registered.events]
  for (const { wait, choice, n } of steps) {
    today = addDays(today, wait)
    const open = openActions<State, Action>(lifecycle, subject.state, everybody)
      .filter(isStepAction)
      .filter((action) => action !== 'withdraw' || choice % 10 === 0)
    const onward = choice % 2 === 0 ? open.filter((action) => forward.has(action)) : []
    const choices = onward.length === 0 ? open : onward
    const action = choices[choice % Math.max(1, choices.length)]
    if (action === undefined) break
    const decided = decideStep(subject, action, inputs[action](n, today), moment(today, n))
    if (!decided.ok) {
      expect(decided.refusal.code).toMatch(/^(not-allowed|invalid|same-person)$/)
      continue
    }
    subject = after(subject, decided.value)
    events = [...events, ...decided.value.events]
  }
  return { subject, events, today }
}

const moment = (today: LocalDate, n: number) => ({
  today,
  calendar: nationalCalendar,
  staff: `s-${String(n % 3)}`,
})

const after = (subject: Case, { patch }: Change): Case => ({ ...subject, ...patch })

/** The last day of the limit, counted day by day from the ledger alone. */
function countedByHand({ ledger }: Case): LocalDate | null {
  const running = sinceStart(ledger)
  const [first] = running
  if (first === undefined || first.kind === 'exclude') return null
  const receipt = ledger.find(({ kind }) => kind === 'start')
  const isOld = receipt?.kind === 'start' && receipt.on < '2019-05-15'
  let left = isOld ? 15 : 20
  for (const one of running) if (one.kind === 'extend') left += one.days
  const out = running.flatMap((one) =>
    one.kind === 'exclude' ? [{ after: one.sentOn, through: opinionEnd(one) }] : [],
  )
  let on = first.on
  while (left > 0) {
    on = addDays(on, 1)
    const isOut = out.some((span) => span.after < on && on <= span.through)
    if (!isOut && isWorkingDay(nationalCalendar, on).working) left -= 1
  }
  const put = running.findLast((one) => one.kind === 'defer')
  return put?.kind === 'defer' && put.until > on ? put.until : on
}

function opinionEnd(one: { sentOn: LocalDate; servedOn?: LocalDate; returnedOn?: LocalDate }) {
  if (one.returnedOn !== undefined && one.servedOn === undefined) return one.returnedOn
  let [on, left] = [one.servedOn ?? one.sentOn, 15]
  while (left > 0) {
    on = addDays(on, 1)
    if (isWorkingDay(nationalCalendar, on).working) left -= 1
  }
  return one.returnedOn !== undefined && one.returnedOn < on ? one.returnedOn : on
}

test('random lawful paths under both laws: journal, ledger, due day and figures always agree (条例第30—35条)', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(walk, (plan) => {
      const { subject, events, today } = walked(plan)
      seen.add(subject.state)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 2))
      expect(subject.version).toBe(events.length + 1)

      // Every entry of the ledger was made by an event of the journal, in its order.
      const made = subject.ledger.map(({ seq }) => seq)
      expect(made).toEqual(made.toSorted((a, b) => a - b))
      for (const seq of made) expect(events.some((event) => event.seq === seq)).toBe(true)
      for (const kind of ['start', 'extend']) {
        expect(subject.ledger.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(1)
      }
      const asked = subject.ledger.filter((one) => one.kind === 'wait' && one.for === 'correction')
      expect(asked.length).toBeLessThanOrEqual(1)

      const clock = caseClock(subject, today, nationalCalendar)
      if (openWait(subject.ledger) !== null) expect(clock).toBeNull()
      else expect(clock?.dueOn ?? null).toBe(countedByHand(subject))
      if (subject.decidedOn === null) expect(subject.dueOn).toBe(clock?.dueOn ?? null)
      expect(clock === null ? 0 : clock.trace.filter(({ counted }) => counted).length).toBe(
        clock?.of ?? 0,
      )

      // 一 + 二 = 三 + 四: what was received is decided, or still open.
      const all = tallyAll(events).filter(({ period }) => period.length === 4)
      const sum = (rows: readonly string[]): number =>
        all.filter(({ row }) => rows.includes(row)).reduce((total, { n }) => total + n, 0)
      const isOpen = subject.receivedOn !== null && subject.decidedOn === null
      expect(sum(['newReceived'])).toBe(sum(outcomeKeys) + (isOpen ? 1 : 0))
    }),
    { numRuns: 1500 },
  )
  for (const state of ['replied', 'archived', 'withdrawn', 'abandoned', 'fee-due', 'signed']) {
    expect(seen).toContain(state)
  }
})
