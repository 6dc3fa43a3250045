import * as z from 'zod'
import { conversions } from '../shared/conversions.data.ts'
import { dateField } from '../shared/validate/fields.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { ClockHistory, Consultation } from './deadline-clock.ts'
import { orderedLaw } from './deadline-rules.data.ts'

/** Who is consulted (征求意见的对象): 第三方, 共同制作机关, 其他机关. */
export const parties = ['third-party', 'co-maker', 'agency'] as const

/** What the consulted one says (意见): silence is none of these. */
export const opinions = ['agree', 'refuse'] as const

const on = dateField
const seq = z.int().positive()

const entry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), on, seq }),
  z.strictObject({
    kind: z.literal('wait'),
    for: z.enum(['correction', 'fee']),
    on,
    until: dateField,
    seq,
  }),
  z.strictObject({ kind: z.literal('restart'), why: z.enum(['corrected', 'paid']), on, seq }),
  z.strictObject({
    kind: z.literal('exclude'),
    n: seq,
    party: z.enum(parties),
    sentOn: dateField,
    servedOn: dateField.optional(),
    returnedOn: dateField.optional(),
    opinion: z.enum(opinions).optional(),
    seq,
  }),
  z.strictObject({ kind: z.literal('extend'), on, days: z.int().positive(), seq }),
  z.strictObject({ kind: z.literal('defer'), on, until: dateField, seq }),
  z.strictObject({ kind: z.literal('convert'), on, to: z.enum(conversions), seq }),
  z.strictObject({ kind: z.literal('reopen'), on, seq }),
  z.strictObject({
    kind: z.literal('redo'),
    on,
    enteredOn: dateField,
    until: dateField.optional(),
    seq,
  }),
])

/**
 * One entry of the clock's ledger (期限台账): when the reply clock starts, waits for the applicant,
 * starts anew, leaves days out, is extended or put off; and, which moves no day, when a case left
 * as no application and came back. `seq` is the event that did it. A corrected case starts anew on
 * the day its decision came (`on`), was opened again on `enteredOn`, and may have its last day set.
 */
export type LedgerEntry = z.output<typeof entry>

/** An interval left out of the clock (不计入期限的征求意见期间). */
export type Exclusion = Extract<LedgerEntry, { kind: 'exclude' }>

/** A stretch in which no clock runs because the applicant has to act (等候申请人). */
export type Wait = Extract<LedgerEntry, { kind: 'wait' }>

/** The ledger of one case, oldest first; due days are derived from it and never edited. */
export type Ledger = readonly LedgerEntry[]

const shape = z.array(entry)

/** Reads a stored ledger; anything else in its place is a bug. */
export function parseLedger(text: string): Ledger {
  return shape.parse(JSON.parse(text))
}

/** The day of an entry (日期): of a consultation that on which it was sent. */
export function ledgerDay(one: LedgerEntry): LocalDate {
  return one.kind === 'exclude' ? one.sentOn : one.on
}

/** The article behind an entry (期限依据). */
export function ledgerLaw(one: LedgerEntry): string {
  switch (one.kind) {
    case 'start':
      return '政府信息公开条例第31条'
    case 'wait':
      return one.for === 'fee' ? '政府信息公开信息处理费管理办法第6条' : '政府信息公开条例第30条'
    case 'restart':
      return one.why === 'paid' ? '政府信息公开信息处理费管理办法第6条' : '政府信息公开条例第30条'
    case 'exclude':
      return one.party === 'third-party'
        ? '政府信息公开条例第32条、第33条第3款'
        : '政府信息公开条例第33条第3款、第34条'
    case 'extend':
      return '政府信息公开条例第33条第2款'
    case 'defer':
      return '政府信息公开条例第35条'
    case 'convert':
    case 'reopen':
      return '政府信息公开条例第39条'
    case 'redo':
      return orderedLaw
    default:
      return one satisfies never
  }
}

/** What the applicant is waited for (等候补正、缴费), or null while the clock runs. */
export function openWait(ledger: Ledger): Wait | null {
  const last = ledger.findLast(({ kind }) => kind === 'wait' || isAnew(kind))
  return last?.kind === 'wait' ? last : null
}

/** How a case left as no application (转办), or null when it never did or came back. */
export function conversionOf(ledger: Ledger): Extract<LedgerEntry, { kind: 'convert' }> | null {
  const last = ledger.findLast(({ kind }) => kind === 'convert' || kind === 'reopen')
  return last?.kind === 'convert' ? last : null
}

/** The consultations that have no answer yet (未复意见). */
export function openExclusions(ledger: Ledger): Exclusion[] {
  return exclusions(ledger).filter(({ returnedOn }) => returnedOn === undefined)
}

/** All consultations of a case, oldest first. */
export function exclusions(ledger: Ledger): Exclusion[] {
  return ledger.filter((one) => one.kind === 'exclude')
}

/** The entries that count for the clock as it runs now: from its last start on. */
export function sinceStart(ledger: Ledger): Ledger {
  const first = ledger.findLastIndex(({ kind }) => kind === 'start' || isAnew(kind))
  return ledger.slice(Math.max(0, first))
}

/** An answer that was ordered anew (责令重新答复). */
export type Redo = Extract<LedgerEntry, { kind: 'redo' }>

/** The order to answer anew under which a case is handled now, or null. */
export function redoOf(ledger: Ledger): Redo | null {
  return ledger.findLast((one) => one.kind === 'redo') ?? null
}

/** The entries of the present handling: from the last order to answer anew on, or all. */
export function sinceRedo(ledger: Ledger): Ledger {
  return ledger.slice(
    Math.max(
      0,
      ledger.findLastIndex(({ kind }) => kind === 'redo'),
    ),
  )
}

function isAnew(kind: LedgerEntry['kind']): boolean {
  return kind === 'restart' || kind === 'redo'
}

/** Turns a ledger into the days that the counting rules ask for, or null before the receipt day. */
export function historyOf(ledger: Ledger): Omit<ClockHistory, 'channel'> | null {
  const start = ledger.find(({ kind }) => kind === 'start')
  if (start?.kind !== 'start') return null
  const running = sinceStart(ledger)
  const [first] = running
  const restarted = first?.kind === 'restart' ? first : null
  const ordered = first?.kind === 'redo' ? { orderedOn: first.on } : {}
  const extensionDays = running.reduce(
    (sum, one) => (one.kind === 'extend' ? sum + one.days : sum),
    0,
  )
  return {
    receivedOn: start.on,
    ...(restarted?.why === 'corrected' ? { correctedOn: restarted.on } : {}),
    ...(restarted?.why === 'paid' ? { paidOn: restarted.on } : {}),
    ...ordered,
    // One that was still open when the clock started anew goes on being left out (条例第33条第3款).
    pauses: exclusions(ledger).map(pauseOf),
    extensionDays,
  }
}

/** The later day told to the applicant for an excessive application (条例第35条), if any. */
export function deferredTo(ledger: Ledger): LocalDate | null {
  const last = sinceStart(ledger).findLast(({ kind }) => kind === 'defer')
  return last?.kind === 'defer' ? last.until : null
}

function pauseOf({ sentOn, servedOn, returnedOn }: Exclusion): Consultation {
  return { sentOn, servedOn, returnedOn }
}
