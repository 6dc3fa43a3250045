import {
  lifecycle,
  type Action,
  isState,
  type State,
} from '../../../domain/application/same-request/lifecycle.ts'
import { tellingOf, withoutApplicant } from '../../../domain/application/without-applicant.ts'
import { openActions } from '../../../domain/shared/machine.ts'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import type { FirstRow, SameRequestRow } from '../../../store/tenant/application/same-request.ts'
import type { Ctx } from '../../context.ts'
import { titleOf } from '../answered.ts'
import { openPersonal } from '../instrument/seal.ts'

/** A proposal to publish what several applicants asked for (主动公开建议), as the list shows it. */
export type SameRequest = {
  id: string
  version: number
  state: State
  /** what is asked for, as the first of them said it, without the applicant */ subject: string
  cases: number
  applicants: number
  raisedAt: string
  decidedAt: string | null
  /** why it was declined (不采纳的理由) */ reason: string | null
  itemId: string | null
  actions: readonly Action[]
}

/** The state of a proposal; a word that no table knows is a bug. */
export function sameRequestState({ state }: Pick<SameRequestRow, 'state'>): State {
  if (!isState(state)) throw new Error(`stored word is not known: ${state}`)
  return state
}

/** Shows a proposal by its row and the application that stands first in it. */
export async function sameRequestView(
  { keys }: Pick<Ctx, 'keys'>,
  row: SameRequestRow,
  first: FirstRow | undefined,
  roles: readonly string[],
): Promise<SameRequest> {
  const state = sameRequestState(row)
  return {
    id: row.id,
    version: row.version,
    state,
    subject: first === undefined ? '' : await subjectOf(keys, first),
    cases: row.nCases,
    applicants: row.nApplicants,
    raisedAt: toRfc3339(row.raisedAt),
    decidedAt: row.decidedAt === null ? null : toRfc3339(row.decidedAt),
    reason: row.reasonSealed === null ? null : await keys.open(reasonOf(row.id), row.reasonSealed),
    itemId: row.itemId,
    actions: openActions<State, Action>(lifecycle, state, roles),
  }
}

/** What the reason of a declined proposal is sealed as. */
export function reasonOf(id: string): string {
  return `same-request.reason|${id}`
}

async function subjectOf(keys: Ctx['keys'], { receipt, sealed }: FirstRow): Promise<string> {
  const personal = await openPersonal(keys, receipt, sealed)
  return titleOf(withoutApplicant(personal['request.subject'] ?? '', tellingOf(personal, [])))
}
