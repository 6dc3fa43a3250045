import type { Fact, NewEvent } from '../shared/journal.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { ListChange } from './power-list.ts'
import type { ChangeState } from './types.ts'

/** A change of the list as the rules look at it; the persons are those of the steps taken so far. */
export type ChangeSubject = {
  id: string
  version: number
  state: ChangeState
  draftedBy: string
  proposedBy: string | null
  checkedBy: string | null
}

/** What a step changes; what it does not name stays. */
export type ChangePatch = {
  version: number
  state: ChangeState
  proposedBy?: string | null
  checkedBy?: string | null
  opinion?: string
  approvedBy?: string
  approvedOn?: LocalDate
}

/** A decided step: its events and the change it makes. */
export type DecidedChange = { events: NewEvent[]; patch: ChangePatch }

/** Says whether somebody already took another of the three reviews (三审各由一人). */
export function tookPart(subject: ChangeSubject, action: string, staff: string): boolean {
  const { draftedBy, proposedBy, checkedBy } = subject
  if (action === 'check') return [draftedBy, proposedBy].includes(staff)
  return action === 'approve' && [draftedBy, proposedBy, checkedBy].includes(staff)
}

/** Proposes a change (提出). */
export function decideProposal(subject: ChangeSubject, staff: string): DecidedChange {
  return stepTo(subject, { kind: 'power-change.proposed', data: {} }, 'proposed', {
    proposedBy: staff,
  })
}

/** Finds a change lawful (合法性审核). */
export function decideCheck(subject: ChangeSubject, staff: string, opinion: string): DecidedChange {
  return stepTo(subject, { kind: 'power-change.checked', data: {} }, 'checked', {
    checkedBy: staff,
    opinion,
  })
}

/** Sends a change back to its unit (退回); the reviews begin anew. */
export function decideReturn(subject: ChangeSubject, opinion: string): DecidedChange {
  return stepTo(subject, { kind: 'power-change.returned', data: {} }, 'draft', {
    proposedBy: null,
    checkedBy: null,
    opinion,
  })
}

/** Gives a change up (放弃). */
export function decideDrop(subject: ChangeSubject): DecidedChange {
  return stepTo(subject, { kind: 'power-change.dropped', data: {} }, 'dropped', {})
}

/**
 * Approves a change (批准公布): the list has its next revision `n` from `today` on. The event of the
 * list is the lock on it, so of two changes approved at once the second is told.
 */
export function decideApproval(
  subject: ChangeSubject,
  staff: string,
  { moves }: ListChange,
  { n, today }: { n: number; today: LocalDate },
): DecidedChange {
  const { events, patch } = stepTo(
    subject,
    { kind: 'power-change.approved', data: { on: today, revision: n } },
    'approved',
    { approvedBy: staff, approvedOn: today },
  )
  const changed: NewEvent = {
    kind: 'power-list.changed',
    data: { on: today, change: subject.id, moves },
    entity: 'power-list',
    entityId: 'list',
    seq: n,
  }
  return { events: [...events, changed], patch }
}

function stepTo(
  subject: ChangeSubject,
  fact: Fact,
  state: ChangeState,
  patch: Omit<ChangePatch, 'version' | 'state'>,
): DecidedChange {
  const version = subject.version + 1
  return {
    events: [{ ...fact, entity: 'power-change', entityId: subject.id, seq: version }],
    patch: { ...patch, version, state },
  }
}
