import { caseWarning } from '../../domain/application/case.ts'
import { coUnitsDue } from '../../domain/application/co-unit.ts'
import { contactTries } from '../../domain/application/contact.ts'
import type { Colour, Warning } from '../../domain/application/deadline-colour.ts'
import type { Action, State } from '../../domain/application/types.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'
import { caseOf } from './read-case.ts'
import { numberOf } from './number-of.ts'

/** A case in the list of the desk (办件列表); `daysLeft` and `daysOf` are working days. */
export type CaseRow = {
  receipt: string
  number: string | null
  state: State
  channel: string
  applicantClass: string
  subject: string
  arrivedAt: string
  receivedOn: string | null
  dueOn: string | null
  /** the earliest day by which a silent co-unit was to answer (协办期限) */
  coUnitsDueOn: string | null
  /** whether that day has passed (逾期未协办) */
  coUnitsLate: boolean
  /** until when the applicant is waited for (等候申请人至) */
  waitsUntil: string | null
  provisional: boolean
  colour: Colour
  colourReason: Warning['code'] | null
  daysLeft: number | null
  daysOf: number | null
  /** tries to reach an applicant who has not confirmed; null for other cases (联系次数) */
  contactTries: number | null
  decidedOn: string | null
  outcome: string | null
  actions: readonly Action[]
  version: number
}

/** Shows a stored row as the list does, with its colour on the day of the instant. */
export function caseRow(
  ctx: Pick<Ctx, 'agency' | 'calendar' | 'now'>,
  row: ApplicationRow,
  subject: string,
  actions: readonly Action[],
): CaseRow {
  const known = caseOf(row)
  const warning = caseWarning(known, localDateOf(ctx.now), ctx.calendar)
  const coDue = known.decidedOn === null ? coUnitsDue(known.coUnits) : null
  return {
    receipt: row.id,
    number: numberOf(ctx, row),
    state: known.state,
    channel: known.channel,
    applicantClass: known.applicantClass,
    subject,
    arrivedAt: toRfc3339(row.arrived_at),
    receivedOn: known.receivedOn,
    dueOn: known.dueOn,
    coUnitsDueOn: coDue,
    coUnitsLate: coDue !== null && coDue < localDateOf(ctx.now),
    waitsUntil: known.waitsUntil,
    provisional: row.due_provisional === 1,
    colour: warning?.colour ?? 'none',
    colourReason: warning?.code ?? null,
    daysLeft: warning?.left ?? null,
    daysOf: warning?.of ?? null,
    contactTries: contactTries(known),
    decidedOn: known.decidedOn,
    outcome: known.outcome,
    actions,
    version: known.version,
  }
}
