import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../src/domain/application/case.ts'
import { parseCursor, formatCursor } from '../../../src/domain/application/cursor.ts'
import { dueRange } from '../../../src/domain/application/colour-range.ts'
import { colourOf } from '../../../src/domain/application/deadline-colour.ts'
import {
  decideAcceptance,
  decideClosing,
  decideReceipt,
  decideRegistration,
  decideReply,
  decideWithdrawal,
} from '../../../src/domain/application/decide.ts'
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
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

const everybody = [...roles, 'applicant', 'system']
/** Every pair that is open, with who may take it: written out so that a change of the table is seen. */
const open: Record<string, string> = {
  'submitted register': 'system',
  'submitted register-received': 'system',
  'awaiting-confirmation confirm-receipt': 'head information-officer registrar',
  'received accept': 'head information-officer registrar',
  'accepted reply': 'handler head information-officer',
  'replied close': 'handler head information-officer',
  'awaiting-confirmation withdraw': 'applicant',
  'received withdraw': 'applicant',
  'accepted withdraw': 'applicant',
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

test('every state but the last two can be left, every action is used, every step names its article', () => {
  const ends = states.filter(
    (state) => openActions<State, Action>(lifecycle, state, everybody).length === 0,
  )
  expect(ends).toEqual(['closed', 'withdrawn'])
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
  extensionDays: 0,
  decidedOn: null,
  outcome: null,
}
const after = (subject: Case, { patch }: { patch: Partial<Case> }): Case => ({
  ...subject,
  ...patch,
})

test('a case from registration to filing: versions follow the events, the clock starts at the receipt day (条例第31条、第33条)', () => {
  const registered = decideRegistration(fresh, 0, null, nationalCalendar)
  const waiting = after(fresh, registered)
  expect(waiting).toMatchObject({ state: 'awaiting-confirmation', version: 2, dueOn: null })
  const receipt = decideReceipt(waiting, localDate('2026-03-03'), nationalCalendar)
  const received = after(waiting, receipt)
  expect(received).toMatchObject({
    state: 'received',
    version: 3,
    receivedOn: '2026-03-03',
    dueOn: '2026-03-31',
  })
  const accepted = after(received, decideAcceptance(received))
  const reply = decideReply(accepted, 'denied.stateSecret', localDate('2026-03-20'))
  const replied = after(accepted, reply)
  const closed = after(replied, decideClosing(replied))
  expect(closed).toMatchObject({ state: 'closed', version: 6, outcome: 'denied.stateSecret' })
  expect([...registered.events, ...receipt.events, ...reply.events].map(({ seq }) => seq)).toEqual([
    2, 3, 5,
  ])
})

test('registered and received at once: two events in one change', () => {
  const change = decideRegistration(fresh, 2, localDate('2026-03-02'), nationalCalendar)
  expect(change.events.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['application.registered', 2],
    ['application.received', 3],
  ])
  expect(change.patch).toEqual({
    version: 3,
    state: 'received',
    receivedOn: '2026-03-02',
    dueOn: '2026-03-30',
    dueProvisional: false,
  })
})

test('however a case ends, what is received equals what is decided (年报 一+二=三+四)', () => {
  const today = localDate('2026-03-05')
  const registered = decideRegistration(fresh, 0, null, nationalCalendar)
  const waiting = after(fresh, registered)
  const early = decideWithdrawal(waiting, today)
  const receipt = decideReceipt(waiting, today, nationalCalendar)
  const received = after(waiting, receipt)
  const late = decideWithdrawal(received, today)
  const reply = decideReply(received, 'granted', today)
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

test('a colour’s range of due days holds exactly the days of that colour', () => {
  const colours = ['red', 'yellow', 'blue', 'none'] as const
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: -60, max: 90 }),
      fc.constantFrom(20, 40),
      (from, offset, of) => {
        const today = addDays(localDate('2025-01-01'), from)
        const dueOn = addDays(today, offset)
        const { colour } = colourOf({ dueOn, of }, today, nationalCalendar)
        const inside = colours.filter((name) => {
          const range = dueRange(name, of, today, nationalCalendar)
          return (range.from ?? '0') <= dueOn && dueOn <= (range.to ?? '9')
        })
        expect(inside).toEqual([colour])
      },
    ),
  )
})

test('a page mark is read back, and nothing else is', () => {
  const cursor = { on: localDate('2026-03-31'), receipt: 'SQ-AAAAA-BBBBB-CCCCC-DDDDD' }
  expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
  expect(parseCursor(formatCursor({ ...cursor, on: '' }))).toEqual({ ...cursor, on: '' })
  for (const bad of [
    '',
    'x',
    '20261331.SQAAAAABBBBBCCCCCDDDDD',
    "0.SQ' OR 1=1 --",
    '0.SQUUUUUBBBBBCCCCCDDDDD',
  ]) {
    expect(parseCursor(bad)).toBeNull()
  }
})
