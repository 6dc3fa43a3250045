import { type Case, caseClock, handledSince } from './case.ts'
import { computeDeadline } from './deadline.ts'
import { answerOf, type Facts } from './instrument/facts.ts'
import { exclusions, type Ledger, sinceRedo } from './ledger.ts'
import type { Calendar } from '../time/calendar.ts'
import { localDate, type LocalDate } from '../time/local-date.ts'

/** How a case was handled (办理经过), as far as its ledger and the facts of its answer say. */
export type Handling = {
  /** last day of the reply clock, as it stood when the case was decided */
  dueOn: LocalDate | null
  /** notices to correct, and the last day for one */
  corrections: readonly { on: LocalDate; dueOn: LocalDate }[]
  /** extensions, and the last day as it was before each */
  extensions: readonly { on: LocalDate; dueBefore: LocalDate }[]
  thirdPartyAsked: boolean
  /** whether an answer that nothing is held states the search; null for other answers */
  searchStated: boolean | null
}

/** Reads from a case how it was handled (办理经过). */
export function handlingOf(subject: Case, facts: Facts, calendar: Calendar): Handling {
  return {
    dueOn: dueOn(subject, calendar),
    corrections: correctionsOf(subject, calendar),
    extensions: extensionsOf(subject, calendar),
    thirdPartyAsked: exclusions(subject.ledger).some(({ party }) => party === 'third-party'),
    searchStated: searchStated(subject, facts),
  }
}

function dueOn(subject: Case, calendar: Calendar): Handling['dueOn'] {
  const { decidedOn } = subject
  const clock = decidedOn === null ? null : caseClock(subject, decidedOn, calendar)
  return clock === null ? null : localDate(clock.dueOn)
}

/**
 * Notices to correct with their last day (条例第30条), of the present handling alone: what came before an
 * order to answer anew was judged with it. None where the law of the time sets no day.
 */
function correctionsOf(subject: Case, calendar: Calendar): Handling['corrections'] {
  const { on: receivedOn } = handledSince(subject)
  if (receivedOn === null) return []
  const { channel, ledger } = subject
  const last = computeDeadline({ clock: 'correction-notice', channel, receivedOn }, calendar)
  if (!last.ok) return []
  const day = localDate(last.value.dueOn)
  return sinceRedo(ledger).flatMap((one) =>
    one.kind === 'wait' && one.for === 'correction' ? [{ on: one.on, dueOn: day }] : [],
  )
}

function extensionsOf({ channel, ledger }: Case, calendar: Calendar): Handling['extensions'] {
  return ledger.flatMap((one, at) => {
    if (one.kind !== 'extend') return []
    const before: Ledger = ledger.slice(0, at)
    const clock = caseClock({ channel, ledger: before, decidedOn: null }, one.on, calendar)
    return clock === null ? [] : [{ on: one.on, dueBefore: localDate(clock.dueOn) }]
  })
}

function searchStated({ outcome }: Case, facts: Facts): boolean | null {
  const answer = outcome === null ? null : answerOf(outcome, facts.variant)
  return answer?.needs.includes('searchedIn') === true ? facts.searchedIn !== undefined : null
}
