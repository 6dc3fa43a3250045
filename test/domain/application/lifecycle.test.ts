import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../src/domain/application/case.ts'
import { parseCursor, formatCursor } from '../../../src/domain/application/cursor.ts'
import type { Change } from '../../../src/domain/application/change.ts'
import { decideStep } from '../../../src/domain/application/decide.ts'
import { register } from '../../../src/domain/application/steps/receipt.ts'
import type { StepAction } from '../../../src/domain/application/step-input.ts'
import { lifecycle } from '../../../src/domain/application/lifecycle.ts'
import { formatNumber, parseNumber } from '../../../src/domain/application/number.ts'
import {
  parseReceipt,
  parseSecret,
  receiptOf,
  secretOf,
} from '../../../src/domain/application/receipt.ts'
import { remedyOf } from '../../../src/domain/application/remedy.ts'
import { actions, type Action, states, type State } from '../../../src/domain/application/types.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import { openActions, step } from '../../../src/domain/shared/machine.ts'
import { outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const everybody = [...roles, 'applicant', 'system']
const intake = 'head information-officer registrar'
const handling = 'handler head information-officer'
const casework = 'handler head information-officer registrar'
const checkers = 'final-reviewer first-reviewer head legal-reviewer'
const withdrawal = 'applicant head information-officer registrar'
/** Every pair that is open, with who may take it: written out so that a change of the table is seen. */
const open: Record<string, string> = {
  'submitted register': 'system',
  'submitted register-received': 'system',
  'awaiting-confirmation confirm-receipt': intake,
  'awaiting-confirmation note-contact': intake,
  'received accept': intake,
  'received request-correction': intake,
  'received ask-reasons': intake,
  'received convert': intake,
  'converted reopen-as-application': intake,
  'correcting correct': withdrawal,
  'correcting abandon': intake,
  'explaining explain': withdrawal,
  'explaining accept': intake,
  'accepted assign': intake,
  'accepted claim': handling,
  'accepted hand-back': handling,
  'received split': intake,
  'accepted split': casework,
  'received transfer': 'head',
  'accepted transfer': 'head',
  'transferring transfer-done': 'system',
  'transferring transfer-declined': 'system',
  'accepted ask-co-unit': handling,
  'accepted answer-co-unit': casework,
  'accepted waive-co-unit': 'head',
  'accepted consult': handling,
  'accepted record-service': casework,
  'accepted record-opinion': casework,
  'accepted extend': 'head',
  'accepted defer': 'head',
  'accepted charge': handling,
  'fee-due record-payment': casework,
  'fee-due abandon': intake,
  'accepted draft': handling,
  'checking pass-check': checkers,
  'checking send-back': checkers,
  'checking take-back': handling,
  'checking extend': 'head',
  'signing sign': 'head',
  'signing send-back': 'head',
  'signing extend': 'head',
  'signed serve': casework,
  'signed send-back': 'head',
  'accepted reply': 'head information-officer',
  'replied close': handling,
  'closed archive': casework,
  'replied redo': 'system',
  'closed redo': 'system',
  'archived redo': 'system',
  'abandoned redo': 'system',
  'closed destroy': 'system',
  'archived destroy': 'system',
  'withdrawn destroy': 'system',
  'abandoned destroy': 'system',
  'converted destroy': 'system',
  'transferred destroy': 'system',
  'awaiting-confirmation withdraw': withdrawal,
  'received withdraw': withdrawal,
  'correcting withdraw': withdrawal,
  'explaining withdraw': withdrawal,
  'accepted withdraw': withdrawal,
  'fee-due withdraw': withdrawal,
  'checking withdraw': withdrawal,
  'signing withdraw': withdrawal,
  'signed withdraw': withdrawal,
}

test('all states × actions × roles: only the listed steps succeed (security 17)', () => {
  for (const from of states) {
    for (const action of actions) {
      const allowed = everybody.filter(
        (role) => step<State, Action>(lifecycle, from, action, [role]) !== null,
      )
      expect(allowed.toSorted().join(' ')).toBe(open[`${from} ${action}`] ?? '')
    }
  }
})

test('every state but the destroyed can be left, every action is used, every step names its article', () => {
  const ends = states.filter(
    (state) => openActions<State, Action>(lifecycle, state, everybody).length === 0,
  )
  expect(ends).toEqual(['destroyed'])
  expect(new Set(lifecycle.map((row) => row.action))).toEqual(new Set(actions))
  const reached = new Set<string>(['submitted', ...lifecycle.map((row) => row.to)])
  expect([...reached].toSorted()).toEqual([...states].toSorted())
  for (const row of lifecycle) expect(row.law).toMatch(/第\d+条|表三/)
})

test('statisticians, viewers and administrators have no step in a case', () => {
  for (const state of states) {
    expect(
      openActions<State, Action>(lifecycle, state, ['statistician', 'viewer', 'admin']),
    ).toEqual([])
  }
})

const fresh: Case = {
  receipt: 'SQ-1',
  version: 1,
  state: 'submitted',
  channel: 'internet',
  applicantClass: 'commercial',
  arrivedOn: localDate('2026-03-02'),
  receivedOn: null,
  dueOn: null,
  ledger: [],
  waitsUntil: null,
  coUnits: [],
  draft: null,
  decidedOn: null,
  outcome: null,
}
const moment = (today: string) => ({
  today: localDate(today),
  calendar: nationalCalendar,
  staff: 's-1',
  release: { digest: '', files: [] },
})
const after = (subject: Case, { patch }: Change): Case => ({ ...subject, ...patch })
const take = (subject: Case, action: StepAction, raw: unknown, today: string): Change => {
  const decided = decideStep(subject, action, raw, moment(today))
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
  return decided.value
}

test('a case from registration to filing: versions follow the events, the clock starts at the receipt day (条例第31条、第33条)', () => {
  const registered = register(fresh, 0, null, moment('2026-03-02'))
  const waiting = after(fresh, registered)
  expect(waiting).toMatchObject({ state: 'awaiting-confirmation', version: 2, dueOn: null })
  const receipt = take(waiting, 'confirm-receipt', {}, '2026-03-03')
  const received = after(waiting, receipt)
  expect(received).toMatchObject({
    state: 'received',
    version: 3,
    receivedOn: '2026-03-03',
    dueOn: '2026-03-31',
    ledger: [{ kind: 'start', on: '2026-03-03', seq: 3 }],
  })
  const accepted = after(received, take(received, 'accept', {}, '2026-03-03'))
  const answer = { outcome: 'denied.stateSecret', text: '不予公开' }
  const reply = take(accepted, 'reply', answer, '2026-03-20')
  const replied = after(accepted, reply)
  const closed = after(replied, take(replied, 'close', {}, '2026-03-20'))
  expect(closed).toMatchObject({ state: 'closed', version: 6, outcome: 'denied.stateSecret' })
  expect([...registered.events, ...receipt.events, ...reply.events].map(({ seq }) => seq)).toEqual([
    2, 3, 5,
  ])
})

test('registered and received at once: two events in one change', () => {
  const change = register(fresh, 2, localDate('2026-03-02'), moment('2026-03-02'))
  expect(change.events.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['application.registered', 2],
    ['application.received', 3],
  ])
  expect(change.patch).toMatchObject({
    version: 3,
    state: 'received',
    receivedOn: '2026-03-02',
    dueOn: '2026-03-30',
    dueProvisional: false,
  })
})

test('however a case ends, what is received equals what is decided (年报 一+二=三+四)', () => {
  const today = '2026-03-05'
  const registered = register(fresh, 0, null, moment(today))
  const waiting = after(fresh, registered)
  const early = take(waiting, 'withdraw', {}, today)
  const receipt = take(waiting, 'confirm-receipt', {}, today)
  const received = after(waiting, receipt)
  const late = take(received, 'withdraw', {}, today)
  const reply = take(received, 'reply', { outcome: 'granted', text: '好' }, today)
  for (const [events, times] of [
    // Never confirmed, so not received in the sense of 条例第31条: neither one nor the other.
    [[...registered.events, ...early.events], 0],
    [[...registered.events, ...receipt.events, ...late.events], 1],
    [[...registered.events, ...receipt.events, ...reply.events], 1],
  ] as const) {
    const year = tallyAll(events).filter(({ period }) => period === '2026')
    const sum = (rows: readonly string[]): number =>
      year.filter(({ row }) => rows.includes(row)).reduce((total, { n }) => total + n, 0)
    expect(sum(['newReceived'])).toBe(times)
    expect(sum(outcomeKeys)).toBe(times)
  }
  expect(after(waiting, early)).toMatchObject({ state: 'withdrawn', version: 3, receivedOn: null })
})

test('reconsideration first only for refusals under articles 14 to 16 and what was withheld (行政复议法第23条)', () => {
  const first = outcomeKeys.filter((key) => remedyOf(key) === 'review-first')
  expect(first).toEqual([
    'partialGrant',
    'denied.stateSecret',
    'denied.lawForbidden',
    'denied.threeSecuritiesOneStability',
    'denied.thirdPartyRights',
    'denied.internalAffairs',
    'denied.processInfo',
    'denied.enforcementFile',
  ])
  expect(remedyOf('denied.adminInquiry')).toBe('no-promise')
})

test('receipts and passwords are read as people type them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 32 }), (bytes) => {
      const receipt = receiptOf(bytes)
      expect(parseReceipt(receipt)).toBe(receipt)
      expect(parseReceipt(` ${receipt.toLowerCase().replaceAll('-', ' ')} `)).toBe(receipt)
      expect(
        parseReceipt(
          receipt.slice(3).replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l'),
        ),
      ).toBe(receipt)
      const secret = secretOf(bytes)
      expect(parseSecret(secret.toLowerCase())).toBe(secret)
    }),
  )
  // Its own code may begin like the prefix.
  const alike = 'SQ-SQSQA-AAAAA-AAAAA-AAAAA'
  expect(parseReceipt(alike)).toBe(alike)
  expect(parseReceipt('SQSQAAAAAAAAAAAAAAAA')).toBe(alike)
  for (const bad of [
    '',
    'SQ-',
    'SQ-AAAAA-AAAAA-AAAAA-AAAA',
    'SQ-UUUUU-AAAAA-AAAAA-AAAAA',
    '../../x',
    'x'.repeat(5000),
    '\0',
  ]) {
    expect(parseReceipt(bad)).toBeNull()
  }
})

test('numbers are read in the form in which the agency writes them', () => {
  const patterns = ['{year}-{serial:4}', '试申〔{year}〕{serial}号', 'A.{year}({serial:3})']
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.integer({ min: 2008, max: 2099 }),
      fc.integer({ min: 1, max: 99_999 }),
      (pattern, year, serial) => {
        expect(parseNumber(pattern, formatNumber(pattern, year, serial))).toEqual({ year, serial })
      },
    ),
  )
  expect(formatNumber('{year}-{serial:4}', 2026, 7)).toBe('2026-0007')
  expect(parseNumber('A.{year}', 'AX2026')).toBeNull()
})

test('a page mark is read back, and nothing else is', () => {
  const receipt = 'SQ-AAAAA-BBBBB-CCCCC-DDDDD'
  for (const at of ['0', '2026-03-31', '2026-03-3120']) {
    expect(parseCursor(formatCursor({ at, receipt }))).toEqual({ at, receipt })
  }
  for (const bad of ['', 'x', "0.SQ' OR 1=1 --", '0.SQUUUUUBBBBBCCCCCDDDDD']) {
    expect(parseCursor(bad)).toBeNull()
  }
})
