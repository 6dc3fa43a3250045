import type { Fact, NewEvent } from '../shared/journal.ts'
import type { OutcomeKey } from '../shared/report-keys.data.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type Case, type DueFields, dueFields } from './case.ts'
import type { CoUnit } from './co-unit.ts'
import type { Draft } from './draft.ts'
import type { InstrumentOrder } from './instrument/order.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { Past } from './premise.ts'
import type { Release } from './release.ts'
import type { State } from './types.ts'

/** What a step changes in an application; what it does not name stays. */
export type Patch = {
  version: number
  state: State
  receivedOn?: LocalDate
  ledger?: Ledger
  dueOn?: LocalDate | null
  dueOf?: number | null
  dueProvisional?: boolean
  extensionDays?: number
  calendar?: string
  waitsUntil?: LocalDate | null
  /** what `waitsUntil` is counted from, and its working days */
  waitsFrom?: LocalDate
  waitsDays?: number
  coUnits?: readonly CoUnit[]
  /** the earliest due day of co-units that are silent */
  coDue?: LocalDate | null
  draft?: Draft | null
  handler?: string | null
  unit?: string | null
  decidedOn?: LocalDate | null
  outcome?: OutcomeKey | null
  /** the day from which its retention is counted (办结、归档之日) */
  endedOn?: LocalDate | null
}

/** Words that go with a step (通知、意见的内容): sealed, for the applicant too or for the desk alone. */
export type Note = { audience: 'applicant' | 'desk'; fields: Readonly<Record<string, string>> }

/** A reply as it was drawn up (答复内容和所附事实). */
export type ReplyWords = { text: string; facts: Readonly<Record<string, string | undefined>> }

/**
 * A decided step: the events that happen, the change they make, the words of the last event and of
 * a reply, both to be sealed, the instruments it issues, and the event whose instruments it voids.
 */
export type Change = {
  events: NewEvent[]
  patch: Patch
  note: Note | null
  reply: ReplyWords | null
  instruments: readonly InstrumentOrder[]
  voids: number | null
}

/**
 * When and by whom a step is taken: `staff` is the officer's id, null for applicant and system;
 * `release` are the files of the reply, for the steps of an answer.
 */
export type Moment = {
  today: LocalDate
  calendar: Calendar
  staff: string | null
  release?: Release | undefined
  /** by which way the applicant wants the answer (提供途径), null where the form does not say */
  wantedRoute?: string | null
  /** items of the applicant before this one in its calendar month (本自然月此前件数), for a fee by items */
  itemsBefore?: number | undefined
  /** what happened in the case, for the steps that rest on it */
  past?: Past | undefined
}

type Parts = {
  facts: readonly Fact[]
  patch: Omit<Patch, 'version' | 'ledger' | keyof DueFields>
  /** the new ledger, given the number of the first event */
  ledger?: (seq: number) => Ledger
  note?: Note
  reply?: ReplyWords
  instruments?: readonly InstrumentOrder[]
  voids?: number
}

/** Makes a change of what a step decided: numbers its events and derives the due day anew. */
export function change(subject: Case, { today, calendar }: Moment, parts: Parts): Change {
  const { facts, patch, note = null, reply = null, instruments = [], voids = null } = parts
  const words = { note, reply, instruments, voids }
  const events = facts.map((fact, index) => ({
    ...fact,
    entity: 'application' as const,
    entityId: subject.receipt,
    seq: subject.version + index + 1,
  }))
  const version = subject.version + facts.length
  const ledger = parts.ledger?.(subject.version + facts.length)
  if (ledger === undefined) return { events, patch: { ...patch, version }, ...words }
  const due = dueFields({ ...subject, ledger }, today, calendar)
  return { events, patch: { ...patch, version, ledger, ...due }, ...words }
}

/** Adds an entry to the ledger of a case. */
export function entered(
  { ledger }: Pick<Case, 'ledger'>,
  entry: (seq: number) => LedgerEntry,
): (seq: number) => Ledger {
  return (seq) => [...ledger, entry(seq)]
}
