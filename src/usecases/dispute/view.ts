import {
  type AnswerDay,
  answerDay,
  type Nearness,
  nearness,
} from '../../domain/dispute/answer-day.ts'
import { mayRedo } from '../../domain/dispute/decide.ts'
import { lifecycle } from '../../domain/dispute/lifecycle.ts'
import {
  type Action,
  type Dispute,
  kinds,
  procedures,
  results,
  type State,
  states,
} from '../../domain/dispute/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate, type LocalDate } from '../../domain/time/local-date.ts'
import type { DisputeRow } from '../../store/tenant/dispute/dispute.ts'
import type { Ctx } from '../context.ts'

/** A dispute in the desk's list (复议诉讼列表): its day for the answer with how near it is, the open steps. */
export type DisputeLine = Dispute & {
  /** the last day for the agency's answer, null before the copy came */
  due: AnswerDay | null
  /** how near that is, null once it is answered or decided */
  nearness: Nearness | null
  actions: Action[]
}

/** Shows a stored row as the list does. */
export function disputeLine(
  { calendar, now, actor }: Pick<Ctx, 'calendar' | 'now' | 'actor'>,
  row: DisputeRow,
): DisputeLine {
  const subject = disputeOf(row)
  const due = answerDay(subject, calendar)
  const isWaited = subject.state === 'registered' && due !== null
  return {
    ...subject,
    due,
    nearness: isWaited ? nearness(due.dueOn, localDateOf(now), calendar) : null,
    actions: actor.type === 'staff' ? actionsFor(subject, actor.roles) : [],
  }
}

/** The steps that are open to these roles: an application is sent back only by what was corrected. */
function actionsFor(subject: Dispute, roles: readonly string[]): Action[] {
  const open = openActions<State, Action>(lifecycle, subject.state, roles)
  return mayRedo(subject) ? open : open.filter((action) => action !== 'redo')
}

/** Turns a stored row into the dispute that the rules look at; a word that no table knows is a bug. */
export function disputeOf(row: DisputeRow): Dispute {
  return {
    id: row.id,
    version: row.version,
    state: one(states, row.state),
    kind: one(kinds, row.kind),
    procedure: row.procedure === null ? null : one(procedures, row.procedure),
    organ: row.organ,
    caseNumber: row.number,
    application: row.application_id,
    follows: row.follows,
    acceptedOn: localDate(row.filed_on),
    receivedOn: dayOf(row.received_on),
    answeredOn: dayOf(row.answered_on),
    decidedOn: dayOf(row.decided_on),
    result: row.result === null ? null : one(results, row.result),
  }
}

function dayOf(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

/** The word of a closed list that a row holds. */
export function one<T extends string>(known: readonly T[], word: string): T {
  const found = known.find((name) => name === word)
  if (found === undefined) throw new Error(`stored word is not known: ${word}`)
  return found
}
