import type { Fact, NewEvent } from '../shared/journal.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { State } from './types.ts'

/** A topic as the rules look at it. */
export type Subject = { id: string; version: number; state: State }

/** What a step changes; what it does not name stays. */
export type Patch = {
  version: number
  state: State
  title?: string
  grounds?: string
  listedAt?: number
  isUnlisted?: boolean
  dueOn?: LocalDate
  decidedAt?: number
  reason?: string
  itemId?: string
  mergedInto?: string
}

/** A decided step: its event and the change it makes. */
export type Change = { event: NewEvent; patch: Patch }

/** When a step is taken: the instant and its day in Asia/Shanghai. */
export type Moment = { now: number; today: LocalDate }

/** Opens a proposal to the public (对外展示) in the words that an officer lets appear. */
export function decideOpening(
  subject: Subject,
  words: { title: string; grounds?: string | undefined },
  { now, today }: Moment,
): Change {
  const { title, grounds = '' } = words
  return change(
    subject,
    { kind: 'topic.opened', data: { on: today } },
    { state: 'open', title, grounds, listedAt: now },
  )
}

/** Adopts a proposal (采纳) and says by when the information will be public. */
export function decideAdoption(subject: Subject, dueOn: LocalDate, { today }: Moment): Change {
  return change(
    subject,
    { kind: 'topic.adopted', data: { on: today, dueOn } },
    { state: 'adopted', dueOn },
  )
}

/** Answers an adopted proposal with the published item (办结公开). */
export function decideAnswer(subject: Subject, itemId: string, { now, today }: Moment): Change {
  return change(
    subject,
    { kind: 'topic.answered', data: { on: today, item: itemId } },
    { state: 'answered', itemId, decidedAt: now },
  )
}

/** Refuses a proposal (不采纳) with a reason that its author, and once open everybody, may read. */
export function decideRefusal(subject: Subject, reason: string, { now, today }: Moment): Change {
  return change(
    subject,
    { kind: 'topic.refused', data: { on: today } },
    { state: 'refused', reason, decidedAt: now },
  )
}

/** Merges a proposal into another that asks the same (合并): its page leads there. */
export function decideMerger(subject: Subject, into: string, { now, today }: Moment): Change {
  return change(
    subject,
    { kind: 'topic.merged', data: { on: today, into } },
    { state: 'merged', mergedInto: into, isUnlisted: true, decidedAt: now },
  )
}

function change(subject: Subject, fact: Fact, patch: Omit<Patch, 'version'>): Change {
  const version = subject.version + 1
  return {
    event: { ...fact, entity: 'topic', entityId: subject.id, seq: version },
    patch: { ...patch, version },
  }
}
