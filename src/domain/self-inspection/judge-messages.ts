import { addDays, type LocalDate } from '../time/local-date.ts'
import type { Gathered } from './gathered.ts'
import { blank, type Look, mostEvidence } from './judge.ts'
import { evidenceOf, fresh, heldUntil } from './judge-by-hand.ts'
import { sinceLast } from './judge-columns.ts'
import { lastDay, windowOf } from './rule.ts'
import type { Evidence, Outcome } from './types.ts'

/**
 * V4b 留言超过三个月未答复: the oldest message that waits, here or in a mailbox elsewhere. As long as
 * nobody has looked into the mailboxes elsewhere, or said that there are none, it is not clear.
 */
export function judgeWaiting(look: Look, { waiting, records }: Gathered): Outcome {
  const looked = fresh(look, records)
  const elsewhere = looked.flatMap((one) =>
    one.sinceOn === null ? [] : [{ ...evidenceOf(one), since: one.sinceOn }],
  )
  const inOrder = [...waiting, ...elsewhere].toSorted(bySince)
  const evidence = inOrder.slice(0, mostEvidence)
  const oldest = inOrder[0]?.since ?? null
  const outcome = oldest === null ? blank(look, 'clear') : sinceLast(look, oldest, evidence)
  const isOpen = looked.length === 0 && outcome.state === 'clear'
  return heldUntil(look, isOpen ? { ...outcome, state: 'unknown' } : outcome, looked)
}

/**
 * D1c 两个月未公开留言答复: the newest answer that the public can read, here or elsewhere; a record of
 * elsewhere says nothing about the days after it was made.
 */
export function judgeReplies(look: Look, { lastReplyOn, records }: Gathered): Outcome {
  const looked = fresh(look, records)
  const [elsewhere] = looked
    .filter(({ lastOn }) => lastOn !== null)
    .toSorted((a, b) => ((a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : -1))
  const there = elsewhere?.lastOn ?? null
  const since = later(lastReplyOn, there)
  if (since === null) {
    const isAbsent = looked.some(({ absent }) => absent)
    return heldUntil(look, blank(look, isAbsent ? 'not-applicable' : 'unknown'), looked)
  }
  const evidence = elsewhere !== undefined && since === there ? [evidenceOf(elsewhere)] : []
  const outcome = sinceLast(look, since, evidence)
  const tripsOn = addDays(lastDay(windowOf(look.rule), since, look.calendar), 1)
  const isUnseen = since === there && elsewhere !== undefined && elsewhere.on < tripsOn
  if (outcome.state === 'tripped' && isUnseen && since !== lastReplyOn) {
    return { ...blank(look, 'unknown'), evidence, tripsOn }
  }
  return outcome
}

function bySince(one: Evidence, other: Evidence): number {
  return (one.since ?? '') < (other.since ?? '') ? -1 : 1
}

function later(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
